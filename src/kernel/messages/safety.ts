import type { Text } from '../text.ts'

/** Backup, restore and check. */
export const safetyWords = {
  damagedBy: (file: string, finding: string, more: number): Text => ({
    en: `${file} is damaged: ${finding}${more > 0 ? ` (and ${more} more)` : ''}`,
    zh: `${file} 已损坏：${finding}${more > 0 ? `（另有 ${more} 处）` : ''}`,
  }),
  isTheOffice: (file: string): Text => ({
    en: `${file} is the office’s database itself`,
    zh: `${file} 就是正在使用的数据库`,
  }),
  inUse: (file: string): Text => ({
    en: `${file} is a database in use, not a backup`,
    zh: `${file} 是正在使用的数据库，不是备份`,
  }),
  notABackup: (file: string): Text => ({
    en: `${file} exists and is not a good backup of this office; it is not replaced`,
    zh: `${file} 已存在，且不是本单位的完好备份，不予覆盖`,
  }),
  existsForce: (file: string): Text => ({
    en: `${file} exists; with --force it is replaced and kept beside its name`,
    zh: `${file} 已存在；加 --force 才会替换，原文件另存在旁边`,
  }),
  useForce: {
    en: 'run it again with --force, or name another file with --db',
    zh: '请加 --force 重试，或用 --db 指明另一个文件',
  } as Text,
  fileOrFolder: { en: 'give either FILE or --dir', zh: '请给出 FILE 或 --dir 之一' } as Text,
  keepNeedsFolder: { en: '--keep goes with --dir', zh: '--keep 须与 --dir 同用' } as Text,

  nightlyBackup: {
    en: 'first take a verified backup into this folder, as `backup --dir` does',
    zh: '先往此文件夹做一份校验过的备份，同 `backup --dir`',
  } as Text,
  nightlyKeep: { en: 'with --backup-dir: how many backups to keep', zh: '与 --backup-dir 同用：保留几份备份' } as Text,
  keepNeedsBackup: { en: '--keep goes with --backup-dir', zh: '--keep 须与 --backup-dir 同用' } as Text,

  backup: {
    en: 'Take a verified copy of the database while others work',
    zh: '备份数据库（可边用边备，备后校验）',
  } as Text,
  backupNotes: {
    en: 'The copy is one commit of the database, is read from end to end before it gets its name, and only ever replaces an earlier backup of the same office. With --dir its name is made of the database’s name and the time, office-20261122-030000.db; --keep N removes the oldest ones of this office and never the one just taken or a newer one. Restore it with `baoxiu restore`. For every night: `baoxiu nightly --backup-dir DIR`.',
    zh: '备份取自某一次提交的完整状态，改名之前从头到尾校验一遍，只会替换同一单位以前的备份。用 --dir 时按数据库名和时间取名，如 office-20261122-030000.db；--keep N 只删除本单位最旧的备份，绝不删除刚做好的这一份或更新的。恢复用 `baoxiu restore`。每晚自动备份用 `baoxiu nightly --backup-dir 目录`。',
  } as Text,
  backupFile: { en: 'the file to write; an earlier backup is replaced', zh: '备份文件；以前的备份会被替换' } as Text,
  backupFolder: { en: 'an existing folder; the name is made of the time', zh: '已有的文件夹；按时间取名' } as Text,
  keep: { en: 'with --dir: how many to keep', zh: '与 --dir 同用：保留几份' } as Text,

  restore: { en: 'Put a backup in the place of the database', zh: '用备份恢复数据库' } as Text,
  restoreNotes: {
    en: 'The backup is read from end to end first and is not changed. An office that exists is replaced only with --force, and is kept beside its name as office.replaced-20261122-090000.db. Seats that are at work wait, and go on with the restored one.',
    zh: '先把备份从头到尾校验一遍，备份本身不变。已有数据库时必须加 --force 才替换，原数据库保存在旁边，名为 office.replaced-20261122-090000.db。其他席位会稍等，然后接着用恢复后的数据库。',
  } as Text,
  opensLater: (file: string): Text => ({
    en: `${file} is restored; the next command opens it, which did not succeed yet:`,
    zh: `${file} 已恢复；这一次还没能打开，下一条命令会再打开：`,
  }),
  restoreFile: { en: 'the backup', zh: '备份文件' } as Text,
  force: { en: 'replace a database that exists; it is kept beside it', zh: '替换已有的数据库；原库另存在旁边' } as Text,

  check: { en: 'Check the file and the books in it', zh: '检查数据库文件和账目' } as Text,
  checkNotes: {
    en: 'Reads only. Without --full: the structure of the file, that every record that is named exists, that nobody changed the schema, and the books’ own laws (numbers without gaps, times in order, batches and their slips, holds, approvals, closed months …). --full also compares every index with its table, every search key with its phone and address, and replays the whole journal against the tables. Exit status 1 where anything was found.',
    zh: '只读。不加 --full 时检查：文件结构、引用的记录是否存在、结构是否被人改动，以及账目自身的规律（号码不缺、时间有序、批次与单据相符、未修与批准、月结等）。--full 另外核对全部索引、按电话和地址的检索键，并把全部日志重放一遍与各表比对。发现问题时退出码为 1。',
  } as Text,
  full: { en: 'everything; takes several times as long', zh: '全面检查；耗时数倍' } as Text,
  restoreBackup: {
    en: 'keep a copy of the file, then `baoxiu restore` the latest good backup with --force',
    zh: '请先保留一份文件副本，再用 `baoxiu restore` 加 --force 恢复最近的完好备份',
  } as Text,
  orphans: (rows: number, table: string, parent: string): Text => ({
    en: `${rows} rows of ${table} name a ${parent} that does not exist`,
    zh: `${table} 中有 ${rows} 行指向不存在的 ${parent}`,
  }),
  nothingFound: { en: 'nothing found', zh: '没有发现问题' } as Text,
  booksUnread: {
    en: 'the books themselves are not judged: what a damaged file says of them is no evidence',
    zh: '未评判账目本身：文件已损坏，其中的内容不足为凭',
  } as Text,
  olderUnread: (version: number): Text => ({
    en: `the books themselves are not judged: the file is of the older version ${version}, and this command changes nothing; any other upgrades it, after a backup`,
    zh: `未评判账目本身：文件为旧版本 ${version}，而本命令不作任何改动；其他命令会先备份再升级`,
  }),
  unseen: {
    en: 'not seen by this check: a cell that was changed by hand within the laws of the books, what was taken away together with its journal, and what --full looks at besides',
    zh: '本次检查看不出：未违反账目规律的手工改动、连同日志一起被抹去的内容，以及 --full 另外检查的内容',
  } as Text,
  unseenByFull: {
    en: 'not seen by any check: what was changed by hand in an imported row, a record that was rewritten or taken away together with its journal, the order of journal entries and their who, when, how and why, and the marks of what a month close let go of; compare with a backup',
    zh: '任何检查都看不出：导入行中的手工改动、连同日志一起被改写或抹去的记录、日志条目的次序及其操作人、时间、命令与原因，以及月结核对标记；请与备份核对',
  } as Text,
}
