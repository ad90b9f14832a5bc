import type { Verb } from '../kernel/verb.ts'

/** Every command and the file that holds it; loaded when it is called, so that start-up stays short. */
export const verbs: Readonly<Record<string, () => Promise<Verb>>> = {
  init: async () => (await import('../office/init-office.ts')).initOffice,
  'office show': async () => (await import('../office/show-office.ts')).showOffice,
  'office set': async () => (await import('../office/set-setting.ts')).setSetting,
  'branch add': async () => (await import('../office/add-branch.ts')).addBranch,
  'branch list': async () => (await import('../office/list-branches.ts')).listBranches,
  'branch edit': async () => (await import('../office/edit-branch.ts')).editBranch,
  'staff add': async () => (await import('../office/add-staff.ts')).addStaff,
  'staff list': async () => (await import('../office/list-staff.ts')).listStaff,
  'staff retire': async () => (await import('../office/retire-staff.ts')).retireStaff,
}

/** What bare `baoxiu` does. */
export const BARE = 'board'

/** First words that stand before others: `handover` of `handover print`. */
export function isGroup(word: string): boolean {
  return Object.keys(verbs).some((path) => path.startsWith(`${word} `))
}
