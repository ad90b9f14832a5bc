import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { csvWriter } from '../../src/kernel/csv-view.ts'
import type { WriteDb } from '../../src/kernel/db.ts'
import { zoneNamed } from '../../src/kernel/zone.ts'
import type { Zone } from '../../src/kernel/zone.ts'
import type { AsOf } from '../../src/fines/booking.ts'
import { standingLine } from '../../src/fines/decision.ts'
import { readDecided } from '../../src/fines/evidence.ts'
import type { Fine } from '../../src/fines/fine.ts'
import { confirmedWithGround } from '../../src/fines/invariants/confirmed-with-ground.ts'
import { readMonthReport } from '../../src/fines/month-report.ts'
import { contradicted, movedSince } from '../../src/fines/moved.ts'
import { readAsOf, readFineFiles, readFines } from '../../src/fines/read-fines.ts'
import type { SummaryRow } from '../../src/fines/summary.ts'
import { fineView, summaryView } from '../../src/fines/views.ts'
import type { Store } from '../../src/store/store.ts'
import { openStoreOf } from '../desk-store.ts'
import { openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'
import { byOccurrence } from './accounts.ts'
import type { Line, Stated } from './accounts.ts'
import { histories } from './history.ts'
import type { Step } from './history.ts'
import { Player } from './player.ts'

/** With and without summer time, east and west of China. */
const ZONES = ['Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Pacific/Auckland']
const offices = new Map<string, { desk: Desk; store: Store }>()
beforeAll(async () => {
  for (const zone of ZONES) {
    const desk = await openDesk({ now: '2026-01-20 08:00:00' })
    await desk.ok('office', 'set', 'timezone', zone)
    offices.set(zone, { desk, store: await openStoreOf(desk.file) })
  }
})
afterAll(() => {
  for (const { desk, store } of offices.values()) {
    store.close()
    desk.close()
  }
})

/** The files of `nightly` for a month, to the byte. */
async function bytesOf({ db, now }: Player, month: string, zone: Zone): Promise<string> {
  const { list, summary } = await readMonthReport(db, await readAsOf(db, now), month)
  const form = { encoding: 'utf-8-bom', lineEnd: '\r\n', headers: 'en' } as const
  const fines = csvWriter(fineView, zone, form)
  const sums = csvWriter(summaryView, zone, form)
  return Buffer.concat([fines.start(), fines.lines(list), sums.start(), sums.lines(summary)]).toString('hex')
}

const statedOf = (fine: Fine): Stated => ({
  id: fine.fine_id,
  ticket: fine.ticket_no,
  channel: fine.channel,
  occurred: fine.occurred_at,
  amount: fine.amount,
  branch: fine.branch,
  maintainer: fine.maintainer,
  status: fine.status,
  booked: fine.booked_month,
})

/** What a summary must come to, line by line and fine by fine. */
function sumsOf(lines: readonly Line[], pending: readonly Stated[]): Record<string, number> {
  const sums: Record<string, number> = {}
  const add = (key: string, amount: number): void => void (sums[key] = (sums[key] ?? 0) + amount)
  for (const { branch, maintainer, booked, month, kind, amount } of lines) {
    add(`${branch}/${maintainer}/${booked === month ? kind : 'adjustment'}`, amount)
    if (booked === month) add(`${branch}/${maintainer}/${kind}_count`, Math.sign(amount))
    add(`${branch}/${maintainer}/total`, amount)
  }
  for (const { branch, maintainer, amount } of pending) {
    add(`${branch}/${maintainer}/pending`, amount)
    add(`${branch}/${maintainer}/pending_count`, 1)
  }
  return Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0))
}

const WHO = ['month', 'branch', 'branch_name', 'maintainer']

function shownSums(rows: readonly SummaryRow[]): Record<string, number> {
  const sums = rows.flatMap((row) =>
    Object.entries(row)
      .filter(([column, sum]) => !WHO.includes(column) && sum !== 0)
      .map(([column, sum]) => [`${row.branch}/${row.maintainer}/${column}`, Number(sum)] as const),
  )
  return Object.fromEntries(sums)
}

/** What the rows of a list that were booked in the month come to for each person and branch. */
function totalsOfRows(month: string, rows: readonly Fine[]): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const { branch, maintainer, amount, booked_month } of rows)
    if (booked_month === month) sums[`${branch}/${maintainer}`] = (sums[`${branch}/${maintainer}`] ?? 0) + amount
  return Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0))
}

function totalsOfSums(rows: readonly SummaryRow[]): Record<string, number> {
  const owed = rows.filter(({ total }) => total !== 0)
  return Object.fromEntries(owed.map(({ branch, maintainer, total }) => [`${branch}/${maintainer}`, total]))
}

async function mustHold(player: Player): Promise<void> {
  const { db, accounts, now } = player
  const asOf = await readAsOf(db, now)
  const found = player.found()
  // A change tells exactly the findings that it makes and unmakes, and the confirmed fines that it contradicts.
  for (const { told, expected } of player.warned.splice(0)) expect(told).toEqual(expected)
  const stated = accounts.stated(found)
  const confirmed = stated.filter(({ status }) => status === 'confirmed')

  expect((await readFines(db, asOf)).map(statedOf)).toEqual(stated)
  const booked = Number((await db.get('select coalesce(sum(amount), 0) as sum from ledger_line'))?.['sum'])
  expect(booked).toBe(confirmed.reduce((sum, { amount }) => sum + amount, 0))

  await mustBeTold(db, asOf, confirmed)

  const months = player.monthsSoFar()
  for (const month of months) {
    const own = stated.filter(({ occurred }) => player.months.monthOf(occurred) === month)
    const surfaced = month === months.at(-1) ? accounts.surfaced(found) : []
    const { list, summary } = await readMonthReport(db, asOf, month)
    expect(totalsOfRows(month, list), month).toEqual(totalsOfSums(summary))
    const closed = accounts.closed.get(month)
    if (closed !== undefined) expect(await bytesOf(player, month, asOf.office.zone), month).toBe(closed.bytes)
    else {
      expect(list.map(statedOf), month).toEqual([...surfaced, ...accounts.listed(month, found)].sort(byOccurrence))
      const pending = [...surfaced, ...own].filter(({ status }) => status === 'pending')
      const lines = accounts.lines.filter((line) => line.booked === month)
      expect(shownSums(summary), month).toEqual(sumsOf(lines, pending))
    }
  }
}

/** Each booked fine follows from the facts it was decided on, and `check` names exactly those that no longer follow. */
async function mustBeTold(db: WriteDb, asOf: AsOf, confirmed: readonly Stated[]): Promise<void> {
  const moved: string[] = []
  for (const file of await readFineFiles(
    db,
    asOf,
    confirmed.map(({ id }) => id),
  )) {
    const line = standingLine(file.history)
    const decided = await readDecided(db, asOf, file)
    if (line === undefined || decided?.finding === undefined) throw new Error(`${file.fineId} is not told`)
    expect(movedSince(line, decided.finding, file.history), file.fineId).toBe(false)
    if (file.finding === undefined || contradicted(line, file.finding, file.history)) moved.push(file.fineId)
  }
  const named: string[] = []
  for await (const { subject } of confirmedWithGround.breaches(db, { now: asOf.now, zone: asOf.office.zone }))
    named.push(subject)
  expect(named).toEqual(moved.toSorted())
}

class Over extends Error {}

/** One history in one transaction that is never committed, so that the next one finds the office as it was. */
async function played(zoneName: string, steps: readonly Step[]): Promise<void> {
  const [zone, office] = [zoneNamed(zoneName), offices.get(zoneName)]
  if (zone === undefined || office === undefined) throw new Error(zoneName)
  const work = async (db: WriteDb): Promise<void> => {
    const player = new Player(db, zone)
    for (const step of steps) {
      await player.play(step, (month) => bytesOf(player, month, zone))
      await mustHold(player)
    }
    throw new Over()
  }
  await office.store.writing({ actor: 'test', verb: 'amend', at: 0 }, work).catch((error: unknown) => {
    if (!(error instanceof Over)) throw error
  })
}

test.each(ZONES)('whatever happens in %s: findings, sums, lists and warnings are those of the rules', async (zone) => {
  const property = fc.asyncProperty(histories, (steps) => played(zone, steps))
  await fc.assert(property, { numRuns: zone === 'Asia/Shanghai' ? 20 : 6, endOnFailure: false })
})
