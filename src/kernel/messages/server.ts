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
  missing: (server: string): Text => ({ en: `there is no office at ${server}`, zh: `${server} 处没有报修数据库` }),
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
  exists: (server: string): Text => ({ en: `there is an office at ${server} already`, zh: `${server} 已有报修数据库` }),
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
}
