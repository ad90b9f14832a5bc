import type { Breach, Invariant } from '../../kernel/invariant.ts'
import { invariantWords as t } from '../../kernel/messages/invariants.ts'
import { noticeNumber } from '../handover.ts'

const NOTICES = `select name, last from counter where name >= 'notice:' and name < 'notice;' order by name`
const CODE = `select value from setting where key = 'office_code'`
const KNOWN = `select handover_no from handover where handover_no = $1`

/** Art. 2.9: notices of a day and branch are numbered without a gap. */
export const noticesWithoutGaps: Invariant = {
  name: 'notices-without-gaps',
  remedy: t.restoreOrAsk,
  async *breaches(db) {
    const code = String((await db.get(CODE))?.value)
    for (const row of await db.all(NOTICES)) {
      const [, date = '', branch = ''] = String(row.name).split(':')
      for (let number = 1; number <= Number(row.last); number += 1) {
        const notice = noticeNumber(code, date, number, branch)
        if ((await db.get(KNOWN, [notice])) === undefined) {
          yield { subject: notice, what: t.noticeMissing(notice) } satisfies Breach
        }
      }
    }
  },
}
