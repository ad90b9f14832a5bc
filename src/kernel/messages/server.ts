import type { Text } from '../text.ts'

/** What is said of an office on a PostgreSQL server. `server` is its URL without the password. */
export const serverWords = {
  badUrl: (url: string): Text => ({ en: `${url} is not the URL of a database`, zh: `${url} 不是数据库地址` }),
  urlForm: {
    en: 'write postgres://USER@HOST:PORT/DATABASE?sslmode=verify-full; special characters of a password as %XX',
    zh: '写法：postgres://用户@主机:端口/数据库?sslmode=verify-full；密码中的特殊字符写成 %XX',
  } as Text,
  unknownParameter: (url: string, name: string): Text => ({
    en: `${url}: the parameter ${name} is not known`,
    zh: `${url}：不认识参数 ${name}`,
  }),
  outOfRange: (value: string): Text => ({
    en: `a number in the database is out of range: ${value}`,
    zh: `数据库中有数字超出范围：${value}`,
  }),
  noDatabase: (server: string): Text => ({
    en: `the server has no such database: ${server}`,
    zh: `服务器上没有这个数据库：${server}`,
  }),
  createDatabase: {
    en: 'the administrator makes it with `createdb`; then `baoxiu init` creates the office in it',
    zh: '请管理员用 `createdb` 建库，再用 `baoxiu init` 建立报修数据',
  } as Text,
  noSchema: (server: string): Text => ({
    en: `the schema that search_path names does not exist: ${server}`,
    zh: `search_path 所指的模式不存在：${server}`,
  }),
  taken: (server: string, detail: string): Text => ({
    en: `${server} holds tables of something else: ${detail}`,
    zh: `${server} 中已有其他程序的表：${detail}`,
  }),
  emptyDatabase: {
    en: 'give the office a database or a schema of its own',
    zh: '请为报修数据准备单独的数据库或模式',
  } as Text,
  newer: (server: string, version: number, ours: number): Text => ({
    en: `the office at ${server} has version ${version}; this program knows up to ${ours}`,
    zh: `${server} 的版本是 ${version}；本程序只认识到 ${ours}`,
  }),
  older: (server: string, version: number, ours: number): Text => ({
    en: `the office at ${server} has version ${version} and must be upgraded to ${ours}, which only its owner may do`,
    zh: `${server} 的版本是 ${version}，需升级到 ${ours}，只有库的所有者可以升级`,
  }),
  upgradeAsOwner: {
    en: 'take a backup, then run any command once as the role that ran `baoxiu init`',
    zh: '请先备份，再用当初执行 `baoxiu init` 的角色运行任一命令一次',
  } as Text,
  driverMissing: { en: 'the package pg is not installed', zh: '没有安装 pg 软件包' } as Text,
  installDriver: {
    en: 'run `npm install` in the folder of baoxiu',
    zh: '请在 baoxiu 的文件夹中执行 `npm install`',
  } as Text,
  unreachable: (server: string, reason: string): Text => ({
    en: `the server of ${server} cannot be reached: ${reason}`,
    zh: `连不上 ${server} 的服务器：${reason}`,
  }),
  wentAway: (server: string, reason: string): Text => ({
    en: `the connection to ${server} was lost (${reason}); nothing of this command was saved`,
    zh: `与 ${server} 的连接中断（${reason}）；本次操作没有保存`,
  }),
  tooMany: (server: string): Text => ({
    en: `the server of ${server} takes no more connections now`,
    zh: `${server} 的服务器连接数已满`,
  }),
  cannotTell: (server: string, verb: string, actor: string): Text => ({
    en: `the connection to ${server} was lost while \`baoxiu ${verb}\` of ${actor} was being saved; whether it was cannot be told`,
    zh: `保存 ${actor} 的 \`baoxiu ${verb}\` 时与 ${server} 的连接中断，无法得知是否已保存`,
  }),
  lookFirst: (verb: string): Text => ({
    en: `when the server is back, look for it before doing it again: \`baoxiu list\`, or \`baoxiu export journal\` and there ${verb}`,
    zh: `服务器恢复后请先查找，再决定是否重做：用 \`baoxiu list\`，或在 \`baoxiu export journal\` 中找 ${verb}`,
  }),
  busy: (server: string): Text => ({ en: `another seat is writing to ${server}`, zh: `另一席位正在写入 ${server}` }),
  waitsForSeat: (actor: string, verb: string, since: string): Text => ({
    en: `waiting: ${actor} has been writing (baoxiu ${verb}) since ${since}`,
    zh: `请稍候：${actor} 自 ${since} 起正在写入（baoxiu ${verb}）`,
  }),
  mayNot: (server: string, detail: string): Text => ({
    en: `this role may not do that at ${server}: ${detail}`,
    zh: `该角色在 ${server} 没有此权限：${detail}`,
  }),
  readOnlyServer: (server: string): Text => ({
    en: `the server of ${server} takes no changes: it is a standby, or set to read only`,
    zh: `${server} 的服务器不接受写入：它是备机，或被设为只读`,
  }),
  refusedLogin: (server: string, detail: string): Text => ({
    en: `the server of ${server} refuses this login: ${detail}`,
    zh: `${server} 的服务器拒绝登录：${detail}`,
  }),
  noPassword: (server: string): Text => ({
    en: `the server of ${server} asks for a password, and none is given`,
    zh: `${server} 的服务器要求密码，但没有给出`,
  }),
  loginNext: {
    en: 'check user and password; the password may stand in $PGPASSWORD or in ~/.pgpass (mode 0600)',
    zh: '请检查用户和密码；密码可放在 $PGPASSWORD 或 ~/.pgpass（权限 0600）中',
  } as Text,
  serverFull: (server: string): Text => ({
    en: `the disk of the server of ${server} is full`,
    zh: `${server} 的服务器磁盘已满`,
  }),
  serverExhausted: (server: string, detail: string): Text => ({
    en: `the server of ${server} has not enough memory: ${detail}`,
    zh: `${server} 的服务器资源不足：${detail}`,
  }),
  cancelled: (server: string, detail: string): Text => ({
    en: `the server of ${server} stopped the command: ${detail}`,
    zh: `${server} 的服务器中止了命令：${detail}`,
  }),
  damaged: (server: string, detail: string): Text => ({
    en: `the database at ${server} is damaged: ${detail}`,
    zh: `${server} 的数据库已损坏：${detail}`,
  }),
  damagedNext: {
    en: 'tell the administrator of the server; restore the latest good backup with pg_restore',
    zh: '请通知服务器管理员，用 pg_restore 恢复最近的完好备份',
  } as Text,
  altered: (server: string, names: readonly string[]): Text => ({
    en: `the office at ${server} is not as baoxiu made it: ${names.join(', ')}`,
    zh: `${server} 的结构与 baoxiu 所建不符：${names.join('、')}`,
  }),
  unchecked: (server: string, names: readonly string[]): Text => ({
    en: `references at ${server} were never checked: ${names.join(', ')}`,
    zh: `${server} 中有未经校验的引用：${names.join('、')}`,
  }),
  rolesFollow: {
    en: 'for the administrator: this SQL makes a role for clerks and one for readers',
    zh: '供管理员使用：以下 SQL 建立办事员角色和只读角色',
  } as Text,
  noDump: (program: string): Text => ({
    en: `${program} is not installed on this machine; a backup of a server is made by it`,
    zh: `本机没有安装 ${program}，服务器上的库要用它备份`,
  }),
  installDump: {
    en: 'install the client programs of PostgreSQL (Debian: apt-get install postgresql-client), or copy the office into a file: `baoxiu office copy --to FILE`',
    zh: '请安装 PostgreSQL 客户端程序（Debian：apt-get install postgresql-client），或复制成文件：`baoxiu office copy --to 文件`',
  } as Text,
  dumpFailed: (program: string, detail: string): Text => ({
    en: `${program} failed: ${detail}`,
    zh: `${program} 失败：${detail}`,
  }),
  restoreBy: (line: string): Text => ({
    en: `an office on a server is restored by its administrator: ${line}`,
    zh: `服务器上的库由管理员恢复：${line}`,
  }),
  restoreNext: {
    en: 'into an empty database or schema; a backup of a file is brought to a server by `baoxiu office copy --to URL`',
    zh: '恢复到空的数据库或模式中；文件形式的备份用 `baoxiu office copy --to 地址` 搬到服务器',
  } as Text,
  copySummary: {
    en: 'moves a whole office between a file and a PostgreSQL server; the source stays as it is',
    zh: '在文件与 PostgreSQL 服务器之间复制整个库，原库不变',
  } as Text,
  copyNotes: {
    en: 'The copy is made in one transaction and read back: every table, and every export (tickets, handovers, holds, complaints, fines, journal), is the same on both sides, or nothing is left of the copy. Afterwards point --db or BAOXIU_DB to it on every machine.',
    zh: '复制在一次事务中完成并回读核对：两边的每张表和每种导出（报修、交接、未修、投诉、处罚、日志）完全一致，否则不留下副本。之后请在每台机器上把 --db 或 BAOXIU_DB 指向新库。',
  } as Text,
  copyTo: {
    en: 'the new file, or postgres://USER@HOST/DATABASE',
    zh: '新文件，或 postgres://用户@主机/数据库',
  } as Text,
  copyDiffers: (what: string): Text => ({
    en: `the copy is not the same as the office: ${what}; nothing of it is kept`,
    zh: `副本与原库不一致：${what}；副本未保留`,
  }),
  copiedTo: { en: 'Copied to', zh: '复制到' } as Text,
  copiedRows: { en: 'Rows', zh: '行数' } as Text,
  copiedHash: { en: 'Hash of the exports', zh: '导出校验值' } as Text,
}
