// The one answer that the program can give without having been built: as every fault, what and what to do next.
const what = { en: 'the program has not been built yet', zh: '程序还没有构建' }
// As `help errors` has it; a test holds them equal.
const hint = {
  en: 'run `npm ci && npm prune --omit=dev` in the folder of baoxiu; it builds the program',
  zh: '请在 baoxiu 的文件夹中执行 `npm ci && npm prune --omit=dev`，构建程序',
}

exports.tell = ({ argv, env, stderr }) => {
  const locale = env.BAOXIU_LANG || env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  const language = locale.startsWith('zh') ? 'zh' : 'en'
  const error = { code: 'NOT_BUILT', message: what[language], hint: hint[language] }
  const text = `baoxiu: ${error.code}: ${error.message}\n  ${error.hint}\n`
  stderr.write(argv.includes('--json') ? `${JSON.stringify({ error })}\n` : text)
  process.exitCode = 1
}
