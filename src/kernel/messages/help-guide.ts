import type { Text } from '../text.ts'

const p = (en: string, zh: string): Text => ({ en, zh })

/** Part of a page of help: words, or something to type with what it does. */
export type HelpPart =
  | { readonly kind: 'heading' | 'words'; readonly text: Text }
  | { readonly kind: 'entry'; readonly word: string; readonly text: Text }

export const heading = (en: string, zh: string): HelpPart => ({ kind: 'heading', text: p(en, zh) })
export const words = (en: string, zh: string): HelpPart => ({ kind: 'words', text: p(en, zh) })
/** A command or a variable, and what it is for. */
export const entry = (word: string, en: string, zh: string): HelpPart => ({ kind: 'entry', word, text: p(en, zh) })

/** A day at the desk, a month, and the first day of all. */
export const guidePage: readonly HelpPart[] = [
  heading('A day at the desk', '前台的一天'),
  words(
    'Type `baoxiu` alone at any time: it shows what needs attention now, most urgent first. A ticket of today is its number without the date: `7`; of the 22nd: `22-7`. Whatever is missing is asked for.',
    '随时单独输入 `baoxiu`：显示眼下要办的事，急的在前。当天的单号只写序号，如 `7`；22 日的写 `22-7`。缺什么程序会问。',
  ),
  entry('baoxiu duty on --name 小刘', 'sign on: from now on calls are in your name', '签到上班：之后的接报都记你的名'),
  entry(
    'baoxiu log',
    'someone calls: the phone first; read out the number and the deadline',
    '有人来电：先问电话；最后念出单号和修复时限',
  ),
  entry('baoxiu chase 7', 'the same customer asks again: no new slip', '同一用户来催：记催修，不开新单'),
  entry(
    'baoxiu handover print',
    'at 08:00 and in the afternoon: one batch for each branch',
    '8 点和下午各一次：每个分公司一份交接单',
  ),
  entry(
    'baoxiu handover sign KF-20261122-AM-CG --by 王伟',
    'who took the slips, or the phone notice',
    '谁取走了单子，或谁接的电话通知',
  ),
  entry('baoxiu notify 7 --to 赵敏', 'a township report that cannot wait', '乡镇急单，随时电话通知'),
  entry('baoxiu assign 7 --to 王伟', 'who goes there', '派谁去修'),
  entry(
    'baoxiu hold 7 --reason absent --appointment "明天 18:00"',
    'nobody at home: the appointment',
    '家里没人：记下约好的时间',
  ),
  entry('baoxiu repair 7 --by 王伟 --resolution 换接头', 'it works again: the clock stops', '修好了：时限到此为止'),
  entry(
    'baoxiu close 7 --customer-signed 张三 --maintainer-signed 王伟',
    'the slip is back with both signatures',
    '回单，双方已签名',
  ),
  entry(
    'baoxiu search 建设路',
    'find a slip by any part of name, phone or address',
    '按姓名、电话、地址的任一部分找单',
  ),
  entry('baoxiu duty off --name 小刘', 'sign off, when the next one is there', '接班的人到了再签退'),
  heading('A month', '每个月'),
  entry('baoxiu fines list --status pending', 'what waits to be verified', '待核实的处罚'),
  entry(
    'baoxiu fines explain overdue:KF-20261122-0007',
    'why, why this much, why this person',
    '为什么罚、罚多少、罚谁',
  ),
  entry(
    'baoxiu fines confirm overdue:KF-20261122-0007 --by 刘总',
    'verified; or `fines dismiss`',
    '属实；不罚用 `fines dismiss`',
  ),
  entry('baoxiu fines close-month 2026-11', 'on the first or later: frozen for ever', '次月 1 日起：月结，之后不再变'),
  entry(
    'baoxiu report month --format html -o 11月.html',
    'the month in charts, for the wall and the phone',
    '月报图表，可打印、可在手机上看',
  ),
  heading('The first day', '第一天'),
  entry(
    'baoxiu init --office-code KF --office-name 客户部',
    'makes the office and its database, once',
    '建库，只做一次',
  ),
  entry(
    'baoxiu branch add CG 城关分公司 --area urban',
    'each branch; townships: --area township --phone',
    '每个分公司；乡镇用 --area township --phone',
  ),
  entry('baoxiu staff add 王伟 --branch CG', 'each maintainer', '每个维修员'),
  entry(
    'baoxiu import tickets 2025.csv --dry-run',
    'the old registration book: first look what would come in',
    '旧登记本：先看会读入什么',
  ),
  entry(
    'baoxiu backup --dir D:\\备份 --keep 60',
    'onto another disk; never copy the file by hand',
    '备份到另一块盘；不要手工复制数据库文件',
  ),
]
