import type { Text } from '../text.ts'

/** Maintainers who move, and branches that close. */
export const peopleWords = {
  move: { en: 'A maintainer goes on in another branch', zh: '维修员调到另一分公司' } as Text,
  moveNotes: {
    en: 'What was before stays with the first branch, fines too. Open slips are listed and not changed: assign each anew.',
    zh: '以前的单和处罚仍归原分公司。未修的单会列出，不自动改派：请逐张重派。',
  } as Text,
  from: { en: 'the branch that is left', zh: '原分公司' } as Text,
  into: { en: 'the branch that is joined', zh: '新分公司' } as Text,
  movedAt: { en: 'when; default now', zh: '调动时间；默认现在' } as Text,
  retiredAt: { en: 'when; default now', zh: '离岗时间；默认现在' } as Text,
  sameBranch: { en: '--from and --to are the same branch', zh: '--from 与 --to 是同一分公司' } as Text,
  close: { en: 'A branch takes no more tickets', zh: '分公司停用' } as Text,
  closeNotes: {
    en: 'Refused while it has unrepaired tickets. Its old tickets and fines stay as they are.',
    zh: '还有未修的单时不能停用。以前的单和处罚不变。',
  } as Text,
  closedAt: { en: 'when; default now', zh: '停用时间；默认现在' } as Text,
  openSlips: (branch: string, numbers: readonly string[]): Text => ({
    en: `${branch} has unrepaired tickets: ${numbers.join(', ')}`,
    zh: `${branch} 还有未修的单：${numbers.join('、')}`,
  }),
  stillThere: (branch: string, names: readonly string[]): Text => ({
    en: `still of ${branch}: ${names.join(', ')}; move them with \`baoxiu staff move\`, or retire them`,
    zh: `还在 ${branch} 的：${names.join('、')}；请用 \`baoxiu staff move\` 调走，或登记离岗`,
  }),
  closedAlready: (branch: string): Text => ({ en: `${branch} was closed already`, zh: `${branch} 此前已停用` }),
  branchClosed: (branch: string): Text => ({ en: `branch ${branch} was closed`, zh: `分公司 ${branch} 已停用` }),
  otherBranch: { en: 'name a branch that is not closed', zh: '请写一个在用的分公司' } as Text,
  fromBranch: { en: 'From', zh: '原分公司' } as Text,
  toBranch: { en: 'To', zh: '新分公司' } as Text,
  when: { en: 'When', zh: '时间' } as Text,
  openTickets: { en: 'Open slips', zh: '未修的单' } as Text,
}
