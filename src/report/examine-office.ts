import { accessSync, constants, lstatSync, readdirSync, statSync, statfsSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { readableTime } from '../kernel/calendar.ts'
import type { Ctx } from '../kernel/ctx.ts'
import type { ReadDb } from '../kernel/db.ts'
import { Fault } from '../kernel/faults.ts'
import { doctorWords as t } from '../kernel/messages/doctor.ts'
import type { Office } from '../office/office.ts'
import { readOffice } from '../office/queries.ts'
import { isPrivate } from '../store/work-file.ts'
import { noteOn, ok, wrong } from './examination.ts'
import type { Examination } from './examination.ts'
import { examinePrinter } from './examine-machine.ts'

/** The office's file, what it says of itself, and the folder in which it lies; of one on a server what it says. */
export async function examineOffice(ctx: Ctx): Promise<Examination[]> {
  if (ctx.place.server !== undefined) return await examineContent(ctx, [])
  const found = statSync(ctx.dbFile, { throwIfNoEntry: false })
  if (found === undefined) return [wrong('database', ctx.dbFile, t.makeOffice), examinePrinter(ctx, undefined)]
  const file = [
    permissions(ctx.dbFile),
    folder(dirname(ctx.dbFile)),
    ...leftOver(dirname(ctx.dbFile)),
    space(ctx.dbFile),
  ]
  return await examineContent(ctx, file, found.size)
}

async function examineContent(ctx: Ctx, file: readonly Examination[], size?: number): Promise<Examination[]> {
  try {
    const { office, printer, last } = await ctx.reading(readFacts)
    const name = `${ctx.dbFile} (${office.office_code} ${office.office_name})`
    const said = ok('database', size === undefined ? name : t.officeIs(name, size))
    return [said, ...file, zone(ctx, office), ...clockBehind(ctx, office, last), examinePrinter(ctx, printer)]
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return [wrong('database', error.what, error.next), ...file, examinePrinter(ctx, undefined)]
  }
}

interface Facts {
  readonly office: Office
  readonly printer: string | undefined
  /** When the journal was last written to. */
  readonly last: number
}

const PRINTER = `select value from setting where key = 'printer'`
const LAST = `select at from journal order by entry desc limit 1`

async function readFacts(db: ReadDb): Promise<Facts> {
  const [office, printer, last] = [await readOffice(db), await db.get(PRINTER), await db.get(LAST)]
  return { office, printer: printer === undefined ? undefined : String(printer.value), last: Number(last?.at ?? 0) }
}

const OTHERS = 0o077

function permissions(file: string): Examination {
  const { mode, uid } = statSync(file)
  const said = t.modeIs((mode & 0o777).toString(8), String(uid))
  const isOpen = user() >= 0 && (mode & OTHERS) !== 0
  return isOpen ? noteOn('permissions', said, t.closeToOthers(file)) : ok('permissions', said)
}

function folder(place: string): Examination {
  try {
    accessSync(place, constants.W_OK)
  } catch {
    return wrong('folder', place, t.folderClosed)
  }
  return isPrivate(place, user()) ? ok('folder', place) : noteOn('folder', place, t.folderShared)
}

/** Below zero on Windows. */
function user(): number {
  try {
    return userInfo().uid
  } catch {
    // A uid without a name, as in containers.
    return 0
  }
}

const TEMPORARY = /^\.baoxiu-[\da-f-]{36}\.tmp/
const DAY_MS = 86_400_000

function leftOver(place: string): Examination[] {
  try {
    const names = readdirSync(place).filter((name) => TEMPORARY.test(name))
    // By the clock of the disk, not by ours.
    const newest = Math.max(...readdirSync(place).map((name) => lstatSync(join(place, name)).mtimeMs))
    const old = names.filter((name) => newest - lstatSync(join(place, name)).mtimeMs > DAY_MS)
    return old.length === 0 ? [] : [noteOn('temporary', t.leftOver(old.length), t.removeLeftOver)]
  } catch {
    // Somebody tidies up at this moment, or the folder may not be looked into.
    return []
  }
}

const LEAST_SPACE = 100 * 1_048_576

function space(file: string): Examination {
  const { bavail, bsize } = statfsSync(dirname(file))
  const free = bavail * bsize
  return free < LEAST_SPACE ? wrong('disk', t.space(free), t.makeSpace) : ok('disk', t.space(free))
}

function zone({ env }: Ctx, office: Office): Examination {
  const machine = env['TZ'] ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  return ok('time_zone', machine === office.zone.name ? machine : t.zonesDiffer(machine, office.zone.name))
}

function clockBehind({ now }: Ctx, office: Office, last: number): Examination[] {
  if (last <= now) return []
  return [wrong('clock', readableTime(office.zone, now), t.clockBehind(readableTime(office.zone, last)))]
}
