import type { Text } from '../text.ts'

/** What is said of files and of the database. */
export const storeWords = {
  missing: (file: string): Text => ({ en: `there is no office at ${file}`, zh: `${file} 处没有数据库` }),
  exists: (file: string): Text => ({ en: `${file} exists already`, zh: `${file} 已存在` }),
  foreign: (file: string): Text => ({ en: `${file} is not a baoxiu database`, zh: `${file} 不是 baoxiu 的数据库` }),
  empty: (file: string): Text => ({
    en: `${file} is an empty file, not a baoxiu database`,
    zh: `${file} 是空文件，不是 baoxiu 的数据库`,
  }),
  folder: (file: string): Text => ({ en: `${file} is a folder`, zh: `${file} 是文件夹` }),
  windowsName: {
    device: (file: string): Text => ({
      en: `${file} is a device of Windows, not a file; give the file another name`,
      zh: `${file} 是 Windows 的设备名，不能作文件名；请换个名字`,
    }),
    forbidden: (file: string): Text => ({
      en: `${file}: Windows allows none of < > : " | ? * in a file name, and no dot or space at its end`,
      zh: `${file}：Windows 文件名里不能有 < > : " | ? *，末尾不能是点或空格`,
    }),
  },
  noFolder: (folder: string): Text => ({ en: `there is no folder ${folder}`, zh: `没有文件夹 ${folder}` }),
  notAFile: (file: string): Text => ({ en: `${file} is not an ordinary file`, zh: `${file} 不是普通文件` }),
  symlink: (file: string): Text => ({
    en: `${file} is a symbolic link; it is not written through`,
    zh: `${file} 是符号链接，不会透过它写入`,
  }),
  swapped: (file: string): Text => ({
    en: `while ${file} was being written, somebody else put another file in the place of its temporary one`,
    zh: `写 ${file} 时，它的临时文件被别人换掉了`,
  }),
  ownFolder: {
    en: 'nothing of it was kept; write to a folder that only you may write to',
    zh: '没有写成；请写到只有自己可写的文件夹里',
  } as Text,
  isDatabase: (file: string): Text => ({
    en: `${file} is a database; nothing is written in its place`,
    zh: `${file} 是数据库，不会覆盖它`,
  }),
  isLogOf: (file: string, database: string): Text => ({
    en: `${file} is a name that SQLite keeps for itself beside the database ${database}`,
    zh: `${file} 是 SQLite 在数据库 ${database} 旁边自用的文件名`,
  }),
  nameAnother: { en: 'name another file', zh: '请换一个文件名' } as Text,
  networkDrive: (file: string): Text => ({
    en: `${file} lies on a network drive, where SQLite loses data; keep it on a local disk and take backups to the network`,
    zh: `${file} 在网络驱动器上，SQLite 在那里会丢数据；请放在本机磁盘，只把备份放到网络上`,
  }),
  newer: (file: string, version: number, ours: number): Text => ({
    en: `${file} has version ${version}; this program knows up to ${ours}`,
    zh: `${file} 的版本是 ${version}；本程序只认识到 ${ours}`,
  }),
  truncated: (file: string, size: number, expected: number): Text => ({
    en: `${file} is damaged: it has ${size} bytes where its header tells of ${expected}`,
    zh: `${file} 已损坏：实际 ${size} 字节，文件头记为 ${expected} 字节`,
  }),
  noHome: {
    en: 'there is no home folder to look for the office in; name its file with --db or BAOXIU_DB',
    zh: '没有主目录，无从查找数据库；请用 --db 或 BAOXIU_DB 指明文件',
  } as Text,
  driverMissing: (name: string, node: string, isForAnother: boolean): Text =>
    isForAnother
      ? {
          en: `the database driver ${name} was built for another Node than this one (${node})`,
          zh: `数据库驱动 ${name} 是为另一个版本的 Node 编译的，与现在的 Node（${node}）不符`,
        }
      : {
          en: `the database driver ${name} for this Node (${node}) is not installed`,
          zh: `没有安装本机 Node（${node}）所需的数据库驱动 ${name}`,
        },
  damaged: (file: string): Text => ({ en: `${file} is damaged`, zh: `${file} 已损坏` }),
  damagedRow: (file: string, column: string, value: string): Text => ({
    en: `${file} is damaged: a row holds ${value} for ${column}`,
    zh: `${file} 已损坏：有一行的 ${column} 是 ${value}`,
  }),
  altered: (file: string, names: readonly string[]): Text => ({
    en: `${file} is not as baoxiu made it: ${names.join(', ')}`,
    zh: `${file} 的结构与 baoxiu 所建不符：${names.join('、')}`,
  }),
  staleLog: (file: string): Text => ({
    en: `${file} is left over from a database that is gone; SQLite would write it into the new one`,
    zh: `${file} 是已不存在的数据库留下的；SQLite 会把它写进新库`,
  }),
  moveLog: { en: 'move it to another folder and run it again', zh: '请把它移到别的文件夹后重试' } as Text,
  moveKept: {
    en: 'before an older office is brought up to date it is kept under this name: move that file to another folder and run it again',
    zh: '旧版数据库升级前要先以这个文件名保留一份：请把那个文件移到别的文件夹后重试',
  } as Text,
  journalUnreadable: (text: string): Text => ({
    en: `an entry of the journal cannot be read: ${text}…`,
    zh: `有一条日志无法读取：${text}…`,
  }),
  busy: (file: string): Text => ({ en: `another seat is writing to ${file}`, zh: `另一席位正在写入 ${file}` }),
  waitsFor: (command: string, pid: number): Text => ({
    en: `waiting: another seat is writing (baoxiu${command === '' ? '' : ` ${command}`}, process ${pid})`,
    zh: `请稍候：另一席位正在写入（baoxiu${command === '' ? '' : ` ${command}`}，进程 ${pid}）`,
  }),
  databaseFull: (file: string): Text => ({
    en: `the disk of ${file} is full, or the one for temporary files (TMPDIR)`,
    zh: `${file} 所在磁盘或存放临时文件的磁盘（TMPDIR）已满`,
  }),
  diskFull: (file: string): Text => ({ en: `the disk of ${file} is full`, zh: `${file} 所在的磁盘已满` }),
  needsFolder: (file: string): Text => ({
    en: `${file} cannot even be read here: SQLite keeps a log beside it, and its folder may not be written`,
    zh: `${file} 在这里连读也不行：SQLite 要在旁边写日志，而该文件夹不可写`,
  }),
  readACopy: {
    en: 'copy the file, and the -wal beside it where there is one, to a folder of your own, or look into a backup: a backup can be read from anywhere',
    zh: '请把文件（旁边有 -wal 的一并）复制到自己的文件夹，或查看备份：备份在任何地方都能读',
  } as Text,
  readOnly: (file: string): Text => ({ en: `${file} may not be written`, zh: `${file} 不可写` }),
  cannotOpen: (file: string): Text => ({ en: `${file} cannot be opened`, zh: `无法打开 ${file}` }),
  noFile: (file: string): Text => ({ en: `there is no file ${file}`, zh: `没有文件 ${file}` }),
  cannotRead: (file: string): Text => ({ en: `${file} cannot be read`, zh: `无法读取 ${file}` }),
  badName: (file: string): Text => ({
    en: `${file} is no name that this disk can hold, or leads in a circle`,
    zh: `${file} 这个名字磁盘存不下，或链接成环`,
  }),
  exhausted: (code: string): Text => ({
    en: `this machine has no memory or no open files left (${code})`,
    zh: `本机内存或可打开的文件数已用尽（${code}）`,
  }),
  ioError: (file: string, code: string): Text => ({
    en: `the disk refused to read or write ${file} (${code})`,
    zh: `磁盘拒绝读写 ${file}（${code}）`,
  }),
}
