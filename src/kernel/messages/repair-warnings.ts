import type { Text } from '../text.ts'

/** What is worth a word about a repair, an assignment or an appointment. */
export const repairWarningWords = {
  otherBranch: (name: string, of: string, branch: string): Text => ({
    en: `${name} belongs to branch ${of}, the ticket to ${branch}`,
    zh: `${name} 是 ${of} 的维修员，这张单属 ${branch}`,
  }),
  lateByDefault: (no: string, at: string, deadline: string): Text => ({
    en: `no time was given, so ${no} counts as repaired at ${at}, after its deadline ${deadline}; if it was repaired earlier: \`baoxiu amend ${no} --repaired-at TIME --reason TEXT\``,
    zh: `没写修复时间，${no} 按 ${at} 修复计，已超时（时限 ${deadline}）；若早已修好，请改：\`baoxiu amend ${no} --repaired-at 时间 --reason 原因\``,
  }),
  lateIfNow: (no: string, deadline: string): Text => ({
    en: `${no} was due by ${deadline}: repaired now would be late`,
    zh: `${no} 时限 ${deadline} 已过：按现在修复就是超时`,
  }),
  afterDeadline: (no: string, at: string, deadline: string): Text => ({
    en: `the appointment ${at} is after the deadline of ${no}, ${deadline}, which an appointment does not move`,
    zh: `${no} 预约 ${at} 晚于时限 ${deadline}；预约不改变时限`,
  }),
}
