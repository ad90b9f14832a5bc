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
  merge: { en: 'A branch goes on as another one', zh: '分公司并入另一分公司' } as Text,
  mergeNotes: {
    en: 'Its unrepaired tickets and its maintainers go on in the other branch; a ticket stays in the batch it went out with. What occurred before stays with the branch that was merged.',
    zh: '未修的单和维修员转到并入的分公司，单子仍在原交接批次里；以前发生的处罚仍归原分公司。',
  } as Text,
  mergeInto: { en: 'the branch that takes over', zh: '并入的分公司' } as Text,
  mergedAt: { en: 'when; default now', zh: '并入时间；默认现在' } as Text,
  sameMerge: { en: 'a branch cannot be merged into itself', zh: '分公司不能并入自己' } as Text,
  mergedAlready: (branch: string, into: string): Text => ({
    en: `${branch} was merged into ${into} already`,
    zh: `${branch} 此前已并入 ${into}`,
  }),
  namesakes: (names: readonly string[], into: string): Text => ({
    en: `${into} has another ${names.join(', ')}`,
    zh: `${into} 另有同名的 ${names.join('、')}`,
  }),
  tellApart: {
    en: 'two of one name are told apart in the name: `baoxiu staff add` (王伟2) and `baoxiu staff retire`; whoever is the same person and left there is moved first with `baoxiu staff move`',
    zh: '同名者在姓名上区分：先用 `baoxiu staff add` 另登一名（王伟2），原名用 `baoxiu staff retire` 登记离岗；如果是同一人、只是以前离开过，先用 `baoxiu staff move` 调过去',
  } as Text,
  mergeInClosed: (at: string, month: string): Text => ({
    en: `${at} lies in or before ${month}, which is closed, and there are unrepaired tickets of that time`,
    zh: `${at} 在已月结的 ${month} 之内或之前，而且有那时报修未修的单`,
  }),
  mergedTickets: { en: 'Tickets taken over', zh: '转来的单' } as Text,
  mergedStaff: { en: 'Maintainers taken over', zh: '转来的维修员' } as Text,
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
