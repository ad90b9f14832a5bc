import { gapless } from '../../office/gapless.ts'
import { noticeNumber } from '../handover.ts'

/** Art. 2.9: notices of a day and branch are numbered without a gap. */
export const noticesWithoutGaps = gapless({
  name: 'notices-without-gaps',
  kind: 'notice',
  sql: `select handover_no as no from handover where slot = 'notice'`,
  read(no) {
    const [, year, month, day, number, branch] = /-(\d{4})(\d\d)(\d\d)-N(\d+)-(.+)$/.exec(no) ?? []
    return branch === undefined ? undefined : [`notice:${year}-${month}-${day}:${branch}`, Number(number)]
  },
  write(code, counter, number) {
    const [, date = '', branch = ''] = counter.split(':')
    return noticeNumber(code, date, number, branch)
  },
})
