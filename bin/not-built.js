// The one answer that the program can give without having been built: as every fault, what and what to do next.
const command = '`npm ci && npm prune --omit=dev`'
const english = {
  what: 'the program has not been built yet',
  hint: `run ${command} in the folder of baoxiu; it builds the program, then removes what only builds`,
}
const chinese = {
  what: '程序还没有构建',
  hint: `请在 baoxiu 的文件夹中执行 ${command}：先构建程序，再删去只供构建用的部分`,
}

exports.tell = ({ argv, env, stderr }) => {
  const locale = env.BAOXIU_LANG || env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  const { what, hint } = locale.startsWith('zh') ? chinese : english
  const error = { code: 'NOT_BUILT', message: what, hint }
  stderr.write(argv.includes('--json') ? `${JSON.stringify({ error })}\n` : `baoxiu: NOT_BUILT: ${what}\n  ${hint}\n`)
  process.exitCode = 1
}
