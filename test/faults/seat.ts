import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { createHash } from 'node:crypto'
import { lstatSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { expect } from 'vitest'
import { binary, started } from '../binary.ts'
import type { Ended } from '../binary.ts'
import { openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'

interface How {
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly stdin?: string | Uint8Array | null
  readonly through?: readonly string[]
}

/** An office of its own, made in process, on which the real program works. */
export class Seat {
  readonly desk: Desk

  constructor(desk: Desk) {
    this.desk = desk
  }

  get file(): string {
    return this.desk.file
  }

  get folder(): string {
    return this.desk.folder
  }

  path(name: string): string {
    return this.desk.path(name)
  }

  /** Runs the real program to its end. */
  async run(argv: readonly string[], how: How = {}): Promise<Ended> {
    return binary(argv, { ...how, env: { ...this.desk.env, ...how.env } })
  }

  /** Starts it and leaves it running. */
  start(argv: readonly string[], how: How = {}): ChildProcessWithoutNullStreams {
    return started(argv, { ...how, env: { ...this.desk.env, ...how.env } })
  }

  /** What lies in the folder, beside the logs of the database. */
  names(): string[] {
    return readdirSync(this.folder)
      .filter((name) => !/\.db-(wal|shm)$/.test(name))
      .sort()
  }

  /** How many rows a table has. */
  count(table: string): number {
    return Number(this.desk.rows(`select count(*) as n from ${table}`)[0]?.n)
  }

  /** File, books and journal are what they must be. */
  async sound(): Promise<void> {
    expect(await this.desk.run('check', '--full')).toMatchObject({ status: 0, out: '' })
  }
}

/** `rows`: it starts with a book of so many old reports. */
export async function openSeat({
  rows = 0,
  ...options
}: Parameters<typeof openDesk>[0] & { rows?: number } = {}): Promise<Seat> {
  const desk = await openDesk(options)
  if (rows > 0) {
    writeFileSync(desk.path('old.csv'), bookOf(rows))
    await desk.ok('import', 'tickets', desk.path('old.csv'))
    rmSync(desk.path('old.csv'))
  }
  return new Seat(desk)
}

/** The words of `log` for caller number `index`. */
export function call(index: number, ...more: string[]): string[] {
  const who = ['--name', `用户${index}`, '--address', `建设路${index}号`, '--phone', `138${String(10_000_000 + index)}`]
  return ['log', ...who, '--symptom', '无信号', '--class', 'line', '--branch', 'CG', '--taken-by', '小刘', ...more]
}

/** A registration book of so many repaired reports. */
export function bookOf(rows: number, perDay = 50): string {
  const lines = ['报修时间,姓名,电话,地址,故障现象,分公司,修复时间,维护人,处理结果']
  for (let i = 0; i < rows; i += 1) {
    const day = new Date(Date.UTC(2008, 0, 1 + Math.floor(i / perDay))).toISOString().slice(0, 10)
    const minute = String(i % 60).padStart(2, '0')
    lines.push(
      `${day} 08:${minute},用户${i},138${10_000_000 + (i % 70_000)},建设路${i}号,无信号,CG,${day} 18:00,王伟,更换接头`,
    )
  }
  return `${lines.join('\n')}\n`
}

export function sha256(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}

export function modeOf(file: string): string {
  return (lstatSync(file).mode & 0o777).toString(8)
}

export async function sleep(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms))
}

/** A whole number from `least` up to and without `below`. */
export function randomBetween(least: number, below: number): number {
  return least + Math.floor(Math.random() * (below - least))
}

/** So many at once, each with its number. */
export async function together<T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: count }, (_, index) => work(index)))
}
