import type { Text } from '../text.ts'

const p = (en: string, zh: string): Text => ({ en, zh })

/** What the help says of itself. */
export const helpWords = {
  usage: p(
    '`baoxiu help TOPIC` or `baoxiu help COMMAND`; also `baoxiu COMMAND --help` and `baoxiu GROUP help`. Topics:',
    '`baoxiu help 主题` 或 `baoxiu help 命令`；也可用 `baoxiu 命令 --help`、`baoxiu 命令组 help`。主题：',
  ),
  topics: {
    guide: p('a day at the desk, a month, and the first day', '前台的一天、一个月、第一天'),
    commands: p('every command in one line', '全部命令，每条一行'),
    options: p('the general options', '通用选项'),
    environment: p('variables, and where things are kept', '环境变量和存放位置'),
    printing: p('getting paper, and what to do about garbled text', '怎样打印，乱码怎么办'),
    windows: p('data folder, shared folders, characters, the nightly task', '数据位置、共享文件夹、中文显示、每晚任务'),
    postgres: p('several computers on one office', '几台电脑共用一个库'),
    regulation: p('the regulation, article by article, and how it is read', '规范逐条，以及我们的理解'),
    'exit-codes': p('exit statuses and error codes, with what to do next', '退出码和错误代码，以及下一步怎么办'),
    help: p('this page', '本页'),
  } as Readonly<Record<string, Text>>,
  generalOf: (names: string): Text =>
    p(`General options: ${names}; see \`baoxiu help options\``, `通用选项：${names}；说明见 \`baoxiu help options\``),
  manual: p('the repair desk of a cable-TV and telecom company', '广电、电信用户报修台'),
}
