import { asIs } from '../text.ts'
import type { Text } from '../text.ts'

const near = (names: readonly string[]): Text =>
  names.length === 0 ? asIs('') : { en: `; nearest: ${names.join(', ')}`, zh: `；相近的有：${names.join('、')}` }

/** The office, its branches and maintainers. */
export const officeWords = {
  branchUnknown: (typed: string, names: readonly string[]): Text => ({
    en: `no branch "${typed}"${near(names).en}`,
    zh: `没有分公司“${typed}”${near(names).zh}`,
  }),
  staffUnknown: (typed: string, branch: string, names: readonly string[]): Text => ({
    en: `no maintainer "${typed}" in branch ${branch} or elsewhere${near(names).en}`,
    zh: `分公司 ${branch} 及别处都没有维护人“${typed}”${near(names).zh}`,
  }),
  staffAmbiguous: (typed: string, branch: string, branches: readonly string[]): Text => ({
    en: `branch ${branch} has no maintainer "${typed}", and several elsewhere have that name (${branches.join(', ')})`,
    zh: `分公司 ${branch} 没有维护人“${typed}”，而别处有多人同名（${branches.join('、')}）`,
  }),
  staffLeft: (name: string, branch: string, day: string): Text => ({
    en: `${name} of ${branch} left on ${day}`,
    zh: `${branch} 的 ${name} 已于 ${day} 离岗`,
  }),
  staffNotHere: (typed: string, branch: string, names: readonly string[]): Text => ({
    en: `branch ${branch} has no maintainer "${typed}"${near(names).en}`,
    zh: `分公司 ${branch} 没有维护人“${typed}”${near(names).zh}`,
  }),
  ruleTooHigh: (key: string, typed: string, most: number): Text => ({
    en: `${key} "${typed}" is more than ${most}`,
    zh: `${key} “${typed}”超过 ${most}`,
  }),
  branchTaken: (what: string): Text => ({ en: `a branch ${what} exists already`, zh: `分公司 ${what} 已存在` }),
  staffTaken: (name: string, branch: string): Text => ({
    en: `${name} is a maintainer of ${branch} already; two of one name are told apart in the name (${name}2)`,
    zh: `${branch} 已有维护人 ${name}；同名者在姓名上区分（${name}2）`,
  }),
  badCode: (label: string, typed: string): Text => ({
    en: `${label} "${typed}" is not a code: 1 to 8 letters or digits`,
    zh: `${label} “${typed}”不是代码：1 到 8 个字母或数字`,
  }),
  zoneUnknown: (typed: string): Text => ({
    en: `no time zone "${typed}"; for example Asia/Shanghai`,
    zh: `没有时区“${typed}”；例如 Asia/Shanghai`,
  }),
  notACutOff: (label: string, typed: string): Text => ({
    en: `${label} "${typed}" is not a time of day; type 08:00`,
    zh: `${label} “${typed}”不是钟点；请写成 08:00`,
  }),
  cutOffOrder: (morning: string, afternoon: string): Text => ({
    en: `the morning cut-off ${morning} must be before the afternoon one, ${afternoon}`,
    zh: `上午交接 ${morning} 必须早于下午交接 ${afternoon}`,
  }),
  settingUnknown: (typed: string, names: readonly string[]): Text => ({
    en: `no setting "${typed}"${near(names).en}`,
    zh: `没有设置项“${typed}”${near(names).zh}`,
  }),
  notDated: (key: string): Text => ({
    en: `${key} has no date: --from is for hours, days, yuan and cut-offs`,
    zh: `${key} 不按日期生效：--from 只用于小时、天数、金额和交接时刻`,
  }),
  zoneFixed: (zone: string): Text => ({
    en: `the time zone stays ${zone}: tickets exist already`,
    zh: `时区只能是 ${zone}：已有报修单`,
  }),
  monthClosed: (day: string, month: string): Text => ({
    en: `${day} lies in or before ${month}, which is closed`,
    zh: `${day} 在已月结的 ${month} 之内或之前`,
  }),
  noBranches: { en: 'no branches yet', zh: '还没有分公司' } as Text,
  noStaff: { en: 'no maintainers yet', zh: '还没有维护人' } as Text,
  nothingToChange: { en: 'nothing to change was given', zh: '没有给出要改的内容' } as Text,
  alreadyRetired: (name: string): Text => ({ en: `${name} was retired already`, zh: `${name} 此前已离岗` }),

  init: { en: 'Create the office and its database', zh: '建立单位和数据库' } as Text,
  show: { en: 'Show the settings and dated rules', zh: '显示设置和各规则' } as Text,
  set: { en: 'Change a setting, or a rule from a date on', zh: '修改设置，或自某日起修改规则' } as Text,
  setNotes: {
    en: 'Hours, days, yuan and the two cut-offs are dated: a ticket keeps the rule in force when it was reported, a fine the one in force when the case occurred, and a batch that is frozen keeps its cut-off. Without --from: from today. Keys: office_name timezone morning afternoon language fines_from line_hours network_hours repeat_days fine_overdue fine_repeat fine_telecom_10000 fine_mayor_hotline fine_bureau_leader fine_company_leader.',
    zh: '小时、天数、金额和上下午交接时刻按日期生效：报修单按接报时的规则，处罚按发生时的规则，已生成的交接批次不变。不写 --from 即从今天起。设置项：office_name timezone morning afternoon language fines_from line_hours network_hours repeat_days fine_overdue fine_repeat fine_telecom_10000 fine_mayor_hotline fine_bureau_leader fine_company_leader。',
  } as Text,
  branchAdd: { en: 'Add a branch', zh: '新增分公司' } as Text,
  branchList: { en: 'List the branches', zh: '列出分公司' } as Text,
  branchEdit: { en: 'Change a branch', zh: '修改分公司' } as Text,
  staffAdd: { en: 'Add a maintainer', zh: '新增维护人' } as Text,
  staffList: { en: 'List the maintainers', zh: '列出维护人' } as Text,
  staffRetire: { en: 'Retire a maintainer; old repairs stay theirs', zh: '维护人离岗；原有修复记录不变' } as Text,
  codeOfOffice: { en: 'short code, the start of every ticket number', zh: '单位代码，报修单号的开头' } as Text,
  nameOfOffice: { en: 'name of the office, as printed on papers', zh: '单位名称，印在单据上' } as Text,
  zone: { en: 'time zone of the office', zh: '单位时区' } as Text,
  morning: { en: 'morning cut-off (art. 1.4)', zh: '上午交接时刻（1.4）' } as Text,
  afternoon: { en: 'afternoon cut-off (art. 1.4)', zh: '下午交接时刻（1.4）' } as Text,
  finesFrom: { en: 'nothing before this day is a finding; default today', zh: '此日之前不考核；默认今天' } as Text,
  language: { en: 'language of the office', zh: '单位语言' } as Text,
  key: { en: 'the setting', zh: '设置项' } as Text,
  value: { en: 'its value', zh: '值' } as Text,
  from: { en: 'the day from which the rule holds; default today', zh: '规则生效日；默认今天' } as Text,
  branchCode: { en: 'code of the branch', zh: '分公司代码' } as Text,
  branchName: { en: 'name of the branch', zh: '分公司名称' } as Text,
  area: {
    en: 'urban: paper slips; township: phone list (art. 2.7–2.9)',
    zh: 'urban 城区纸单；township 乡镇电话通知（2.7–2.9）',
  } as Text,
  branchPhone: { en: 'phone of the branch', zh: '分公司电话' } as Text,
  staffName: { en: 'name of the maintainer', zh: '维护人姓名' } as Text,
  ofBranch: { en: 'branch, by code or name', zh: '分公司代码或名称' } as Text,
}
