import type { Text } from '../text.ts'

const MIB = 1_048_576
const mebibytes = (bytes: number): string => `${Math.round(bytes / MIB)} MiB`

/** What `doctor` says of the machine and the office. */
export const doctorWords = {
  doctor: {
    en: 'Tell what this machine and the office are, and what to do about what is wrong',
    zh: '检查本机环境和数据库，有问题时给出处理办法',
  } as Text,
  doctorNotes: {
    en: 'Changes nothing. status is ok, note (it works, but look at it) or wrong; exit status 1 where anything is wrong. What the books themselves hold is looked at by `baoxiu check`.',
    zh: '不改动任何内容。status 为 ok（正常）、note（能用，但请留意）或 wrong（有问题）；有问题时退出码为 1。账目本身由 `baoxiu check` 检查。',
  } as Text,
  none: { en: 'there is nothing to tell', zh: '没有可报告的内容' } as Text,

  updateNode: { en: 'install Node 20.19 or a newer one', zh: '请安装 Node 20.19 或更新的版本' } as Text,
  noOffice: { en: 'there is none', zh: '没有数据库' } as Text,
  makeOffice: {
    en: 'create it with `baoxiu init`, or name its file with --db or BAOXIU_DB',
    zh: '请用 `baoxiu init` 新建，或用 --db 或 BAOXIU_DB 指明文件',
  } as Text,
  officeIs: (name: string, bytes: number): Text => ({
    en: `${name}, ${mebibytes(bytes)}`,
    zh: `${name}，${mebibytes(bytes)}`,
  }),
  modeIs: (mode: string, owner: string): Text => ({
    en: `mode ${mode}, owner ${owner}`,
    zh: `权限 ${mode}，属主 ${owner}`,
  }),
  closeToOthers: (file: string): Text => ({
    en: `others may read the customers’ data: chmod 600 ${file}`,
    zh: `别的用户能读到客户资料，请执行：chmod 600 ${file}`,
  }),
  folderClosed: {
    en: 'nothing may be written here: give this user the right to write to the folder',
    zh: '此文件夹不可写：请给当前用户写权限',
  } as Text,
  folderShared: {
    en: 'others may rename and remove what lies in this folder: chmod 700 it, or keep the office in a folder of its own',
    zh: '别的用户能改名或删除此文件夹里的文件：请改为 chmod 700，或把数据库放进专用文件夹',
  } as Text,
  folderPrivate: { en: 'may be written by this user alone', zh: '只有当前用户可写' } as Text,
  leftOver: (count: number): Text => ({
    en: `${count} temporary files (.baoxiu-….tmp) of calls that were killed`,
    zh: `有 ${count} 个被强行中断留下的临时文件（.baoxiu-….tmp）`,
  }),
  removeLeftOver: {
    en: 'remove them when nobody is at work: they hold customers’ data',
    zh: '其中有客户资料，请在无人使用时删除',
  } as Text,
  space: (bytes: number): Text => ({ en: `${mebibytes(bytes)} free`, zh: `剩余 ${mebibytes(bytes)}` }),
  makeSpace: { en: 'make room on this disk', zh: '请清理磁盘空间' } as Text,
  noPrinter: {
    en: 'not set: papers go to the screen or into a file',
    zh: '未设置：单据只显示或写入文件',
  } as Text,
  printerUnknown: {
    en: 'set BAOXIU_PRINTER or `office set printer` to browser, lp, lp:NAME or file:DIR',
    zh: '请把 BAOXIU_PRINTER 或 `office set printer` 设为 browser、lp、lp:名称 或 file:文件夹',
  } as Text,
  noPrintCommand: {
    en: 'the command lp is not installed: install CUPS, or print by browser or file:DIR',
    zh: '没有安装 lp 命令：请安装 CUPS，或改用 browser 或 file:文件夹',
  } as Text,
  noPrintFolder: { en: 'there is no such folder: make it', zh: '没有这个文件夹，请先新建' } as Text,
  noUtf8: {
    en: 'Chinese text cannot be shown: set LANG to zh_CN.UTF-8 or C.UTF-8',
    zh: '无法显示汉字：请把 LANG 设为 zh_CN.UTF-8 或 C.UTF-8',
  } as Text,
  zonesDiffer: (machine: string, office: string): Text => ({
    en: `${machine}; the office’s is ${office}, which counts`,
    zh: `${machine}；单位的时区是 ${office}，以它为准`,
  }),
  clockBehind: (last: string): Text => ({
    en: `set the clock of this machine: the last entry of the journal is of ${last}`,
    zh: `请校准本机时钟：日志的最后一条是 ${last}`,
  }),
  clockSet: (variable: string): Text => ({
    en: `${variable} sets the time of every call; unset it for everyday work`,
    zh: `${variable} 固定了每次操作的时间；日常使用请取消`,
  }),
}
