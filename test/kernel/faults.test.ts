import { describe, expect, test } from 'vitest'
import { Fault, faultTable } from '../../src/kernel/faults.ts'
import { asIs } from '../../src/kernel/text.ts'

/** What scripts depend on. */
const CONTRACT: Readonly<Record<number, string>> = {
  1: 'DB_DAMAGED DB_NEWER DISK_FULL CANNOT_WRITE BUG',
  2: 'USAGE INVALID_VALUE TIME_ORDER SIGNATURE_MISSING',
  4:
    'DB_MISSING DB_EXISTS TICKET_UNKNOWN BRANCH_UNKNOWN STAFF_UNKNOWN HANDOVER_UNKNOWN FINE_UNKNOWN COMPLAINT_UNKNOWN ' +
    'IMPORT_UNKNOWN IMPORT_IN_USE HANDOVER_NOT_DUE ALREADY_SIGNED ALREADY_CLOSED ALREADY_REPAIRED TICKET_VOID NOT_SEVERE NO_EXCUSES MONTH_NOT_OVER',
  5: 'DB_BUSY',
}

const statusOf = new Map<string, number>(faultTable().map(({ code, status }) => [code, status]))

describe('the table of faults', () => {
  test.each(Object.entries(CONTRACT))('exit status %s: %s', (status, codes) => {
    for (const code of codes.split(' ')) expect([code, statusOf.get(code)]).toEqual([code, Number(status)])
  })

  test('names an exit status of the contract for every code, and what to do next in both languages', () => {
    for (const { code, status, next } of faultTable()) {
      expect([1, 2, 3, 4, 5, 130]).toContain(status)
      expect(code).toMatch(/^[A-Z]+(_[A-Z]+)*$/)
      expect(next.en).not.toMatch(/\p{Script=Han}/u)
      expect(next.zh).toMatch(/\p{Script=Han}/u)
    }
  })
})

test('a fault carries its sentence, its status and the next step; a place may know a better one', () => {
  const fault = new Fault('TICKET_UNKNOWN', { en: 'no ticket 7', zh: '没有报修单 7' })
  expect(fault).toMatchObject({ status: 4, message: 'no ticket 7', what: { zh: '没有报修单 7' } })
  expect(fault.next.en).toContain('baoxiu list')
  expect(new Fault('USAGE', asIs('x'), asIs('read this')).next).toEqual(asIs('read this'))
})
