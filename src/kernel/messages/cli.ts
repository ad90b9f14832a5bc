import type { Text } from '../text.ts'

/** The frame around all commands: help, options, usage. */
export const cliWords = {
  about: {
    en: '报修: the repair desk of a cable-TV and telecom company. Without a command: the board, what needs attention now.',
    zh: '报修：广电、电信用户报修台。不带命令时显示待办。',
  } as Text,
  examples: { en: 'Examples:', zh: '例：' } as Text,
  titles: {
    usage: { en: 'Usage:', zh: '用法：' } as Text,
    arguments: { en: 'Arguments:', zh: '参数：' } as Text,
    options: { en: 'Options:', zh: '选项：' } as Text,
    commands: { en: 'Commands:', zh: '命令：' } as Text,
  },
  exitStatuses: {
    en: 'Exit status: 0 done, 1 failure, 2 usage or value, 3 rows refused, 4 not found or not allowed, 5 busy',
    zh: '退出码：0 完成，1 故障，2 用法或取值错误，3 部分行被退回，4 找不到或不允许，5 数据库忙',
  } as Text,
  statuses: [
    ['0', { en: 'done; an empty list too', zh: '完成；列表为空也是' }],
    ['1', { en: 'failure: disk, damage, a bug', zh: '故障：磁盘、损坏、程序错误' }],
    ['2', { en: 'usage, or a value that cannot be read', zh: '用法或取值错误' }],
    ['3', { en: 'some rows were refused', zh: '部分行被退回' }],
    ['4', { en: 'not found, or not allowed in this state', zh: '找不到，或当前状态不允许' }],
    ['5', { en: 'another seat is writing', zh: '另一席位正在写入' }],
    ['130', { en: 'interrupted or cancelled', zh: '被中断或取消' }],
    ['143', { en: 'terminated', zh: '被终止' }],
  ] as readonly (readonly [string, Text])[],
  choices: (words: readonly string[]): Text => ({ en: `: ${words.join(' | ')}`, zh: `：${words.join(' | ')}` }),
  completion: { en: 'Print a script that completes words in your shell', zh: '输出命令行补全脚本' } as Text,
  completionNotes: {
    en: 'It completes commands, options and their words, branch codes, maintainers, batches and tickets of the office; part of a number or name will do. `completion words -- WORD…` is what the scripts call.',
    zh: '可补全命令、选项及其取值、分公司代码、维护人、交接单号和报修单号；号码或姓名的一部分也行。脚本调用的是 `completion words -- 词…`。',
  } as Text,
  completionShell: { en: 'which shell', zh: '哪种 shell' } as Text,
  completionWords: { en: 'the words typed so far', zh: '已输入的词' } as Text,
  moreHelp: {
    en: 'More: `baoxiu COMMAND --help`, `baoxiu help regulation`, `baoxiu help exit-codes`',
    zh: '更多：`baoxiu 命令 --help`、`baoxiu help regulation`（规范）、`baoxiu help exit-codes`（退出码）',
  } as Text,
  groups: [
    [['log', 'chase', 'amend', 'reopen', 'void'], { en: 'Taking calls:', zh: '接报：' }],
    [['handover', 'notify'], { en: 'Handing over:', zh: '交接：' }],
    [['assign', 'hold', 'approve', 'repair', 'close', 'slip'], { en: 'Repairing:', zh: '维修：' }],
    [['board', 'list', 'search', 'show'], { en: 'Looking:', zh: '查看：' }],
    [['complaint', 'fines', 'nightly'], { en: 'Complaints and fines:', zh: '投诉与处罚：' }],
    [['duty', 'conduct'], { en: 'Duty and conduct:', zh: '值班与行为规范：' }],
    [['import', 'export'], { en: 'Books:', zh: '登记本（CSV）：' }],
    [['init', 'office', 'branch', 'staff'], { en: 'Office:', zh: '单位：' }],
    [['check', 'backup', 'restore', 'completion'], { en: 'Keeping it safe, and more:', zh: '数据安全及其他：' }],
  ] as readonly (readonly [readonly string[], Text])[],
  db: {
    en: 'the office’s database; else $BAOXIU_DB, else the data folder',
    zh: '数据库文件；否则用 $BAOXIU_DB，再否则用数据文件夹',
  } as Text,
  actor: {
    en: 'who does it, for the journal; else $BAOXIU_ACTOR, else the login name',
    zh: '操作人，记入日志；否则用 $BAOXIU_ACTOR，再否则用登录名',
  } as Text,
  lang: { en: 'language of what people read', zh: '显示语言' } as Text,
  json: { en: 'print JSON', zh: '输出 JSON' } as Text,
  csv: { en: 'print lists as CSV', zh: '列表输出为 CSV' } as Text,
  output: { en: 'write to this file, whole or not at all', zh: '写入该文件；要么完整写成，要么不写' } as Text,
  encoding: { en: 'encoding of that file', zh: '文件编码' } as Text,
  headers: { en: 'language of the CSV header', zh: 'CSV 表头语言' } as Text,
  noInput: { en: 'never ask', zh: '不提问' } as Text,
  yes: { en: 'do not ask before a change to more than three records', zh: '改动超过三条记录时不再询问' } as Text,
  debug: { en: 'show the stack of an unexpected error', zh: '显示意外错误的调用栈' } as Text,
  help: { en: 'show help', zh: '显示帮助' } as Text,
  version: { en: 'show the version', zh: '显示版本' } as Text,
  standardOutput: { en: 'standard output', zh: '标准输出' } as Text,
  leftOut: (heads: readonly string[]): Text => ({
    en: `(no room for: ${heads.join(', ')}; a wider window shows all)`,
    zh: `（窗口较窄，未显示：${heads.join('、')}；加宽窗口可见）`,
  }),
  cancelled: { en: 'cancelled; nothing was changed', zh: '已取消；没有改动任何内容' } as Text,
  interrupted: { en: 'interrupted', zh: '已中断' } as Text,
  savedAlready: {
    en: 'the change itself was saved; do not repeat it',
    zh: '改动本身已经保存；请勿重复执行',
  } as Text,
  seeHelp: (path: string): Text => ({ en: `see \`baoxiu ${path} --help\``, zh: `请看 \`baoxiu ${path} --help\`` }),
  badNow: (typed: string): Text => ({
    en: `$BAOXIU_NOW "${typed}" is not a time; type 2026-11-22 08:05`,
    zh: `$BAOXIU_NOW “${typed}”不是时间；请写成 2026-11-22 08:05`,
  }),
  unknownCommand: (typed: string, near: readonly string[]): Text => ({
    en: `no command "${typed}"${near.length > 0 ? `; did you mean ${near.join(', ')}?` : ''}`,
    zh: `没有命令“${typed}”${near.length > 0 ? `；是不是 ${near.join('、')}？` : ''}`,
  }),
  unknownOption: (typed: string, meant: string | undefined): Text => ({
    en: `no option ${typed}${meant === undefined ? '' : `; did you mean ${meant}?`}`,
    zh: `没有选项 ${typed}${meant === undefined ? '' : `；是不是 ${meant}？`}`,
  }),
  optionNeedsValue: (typed: string): Text => ({ en: `${typed} needs a value`, zh: `${typed} 后面要有值` }),
  tooManyWords: {
    en: 'more words than the command takes; put text with spaces in quotes',
    zh: '参数多于命令所需；含空格的文字请加引号',
  } as Text,
  bothFormats: { en: '--json and --csv exclude each other', zh: '--json 与 --csv 只能选一个' } as Text,
  notInGb18030: (point: number): Text => ({
    en: `the character U+${point.toString(16).toUpperCase()} has no place in GB18030; use --encoding utf-8`,
    zh: `字符 U+${point.toString(16).toUpperCase()} 在 GB18030 中没有编码；请用 --encoding utf-8`,
  }),
  clauses: { en: '; ', zh: '；' } as Text,
  yesWord: { en: 'yes', zh: '是' } as Text,
  noWord: { en: 'no', zh: '否' } as Text,
}
