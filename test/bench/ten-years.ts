import { dayAt } from '../../src/kernel/calendar.ts'
import { SHANGHAI, instantAt } from '../../src/kernel/zone.ts'
import type { Instant } from '../../src/kernel/zone.ts'
import { nextNumber } from '../../src/office/numbering.ts'
import { openStore } from '../../src/store/store.ts'
import { insertTicket } from '../../src/ticket/queries.ts'
import { ticketNumber, ticketOfCall, ticketSeries } from '../../src/ticket/ticket.ts'
import type { Ticket } from '../../src/ticket/ticket.ts'

const BEGIN = instantAt(SHANGHAI, { year: 2016, month: 12, day: 1, hour: 0, minute: 0, second: 0 })
const END = instantAt(SHANGHAI, { year: 2026, month: 11, day: 22, hour: 9, minute: 0, second: 0 })
const MAINTAINERS = [
  ['CG', '王伟'],
  ['CG', '李强'],
  ['XZ', '赵敏'],
] as const
const AT_ONCE = 20_000

/**
 * Fills an office with tickets spread evenly over ten years up to 2026-11-22 09:00: 3 % late, 5 % of customers reporting
 * again within the repeat window. Each has its number and its entry in the journal, as if it had been logged repaired.
 */
export async function fillTenYears(file: string, count: number): Promise<void> {
  const store = await openStore(file, new AbortController().signal)
  const left = tickets(count)
  for (let done = 0; done < count; done += AT_ONCE) {
    await store.writing({ actor: 'bench', verb: 'log', at: BEGIN }, async (db) => {
      for (let i = 0; i < AT_ONCE; i += 1) {
        const { value: ticket } = left.next()
        if (ticket === undefined) return
        await nextNumber(db, ticketSeries(dayAt(SHANGHAI, ticket.reported_at)))
        await insertTicket(db, ticket)
      }
    })
  }
  store.close()
}

function* tickets(count: number): Generator<Ticket, undefined> {
  const random = randomFrom(42)
  const phones: string[] = []
  const step = (END - BEGIN) / count
  // As many calls as come in ten days: the earlier one was repaired well before the end of the repeat window.
  const back = Math.max(1, Math.floor((10 * 86_400) / step))
  let [day, number] = ['', 0]
  for (let i = 0; i < count; i += 1) {
    const reported_at = Math.floor(BEGIN + i * step)
    const today = dayAt(SHANGHAI, reported_at)
    number = today === day ? number + 1 : 1
    day = today
    const again = random() < 0.05 ? phones[i - 1 - Math.floor(random() * back)] : undefined
    const phone = again ?? `13${String(Math.floor(random() * 1e9)).padStart(9, '0')}`
    phones.push(phone)
    yield ticketAt(i, ticketNumber('KF', day, number), reported_at, phone, random)
  }
}

function ticketAt(i: number, no: string, reported_at: Instant, phone: string, random: () => number): Ticket {
  const [branch, maintainer] = MAINTAINERS[i % MAINTAINERS.length] ?? MAINTAINERS[0]
  const ticket = ticketOfCall(
    no,
    {
      fault_class: 'line',
      service: 'tv',
      account_no: null,
      customer_name: '张三',
      address: `建设路${phone.slice(-6)}号`,
      phone,
      symptom: '无信号',
      intake: 'desk',
      branch,
      reported_at,
      taken_by: '小刘',
      note: null,
    },
    reported_at,
  )
  const repaired_at = reported_at + (random() < 0.03 ? 30 : 1 + Math.floor(random() * 20)) * 3600
  if (repaired_at >= END) return ticket
  return {
    ...ticket,
    repaired_at,
    repaired_by: maintainer,
    resolution: '换接头',
    customer_signed_by: '张三',
    maintainer_signed_by: maintainer,
    returned_at: repaired_at,
    closed_at: repaired_at,
  }
}

/** The same numbers between 0 and 1 in every run. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}
