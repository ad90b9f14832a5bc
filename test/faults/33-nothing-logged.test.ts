import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { BINARY } from '../binary.ts'
import { Pty } from '../pty.ts'
import { needs } from './needs.ts'
import { call, openSeat } from './seat.ts'

test('fault 33: nothing is written but the office’s own files, and no other program is started', async (context) => {
  needs(context, 'strace')
  const seat = await openSeat()
  const through = ['strace', '-f', '-qq', '-e', 'trace=openat,execve,connect', '-o', seat.path('trace')]
  expect((await seat.run(call(1), { through })).status).toBe(0)
  const calls = readFileSync(seat.path('trace'), 'utf8').split('\n')
  const written = calls.filter((line) => /O_(WRONLY|RDWR)/.test(line) && !/ENOENT|\/dev\/(null|tty)/.test(line))
  expect(written.length).toBeGreaterThan(0)
  expect(written.filter((line) => !line.includes(`"${seat.file}`))).toEqual([])
  expect(calls.filter((line) => line.includes('execve(')).length).toBe(1)
  expect(calls.filter((line) => line.includes('connect('))).toEqual([])
})

/** What `ps` can show of each process that has this in its environment: its words, its environment, its title. */
function seenByPs(environment: string): { words: string[]; all: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const [words, surroundings, title] = ['cmdline', 'environ', 'comm'].map((file) =>
          readFileSync(`/proc/${pid}/${file}`, 'utf8'),
        )
        if (words === undefined || surroundings?.includes(environment) !== true) return []
        return [{ words: words.split('\0').slice(0, -1), all: `${words}${surroundings}${title}` }]
      } catch {
        // It has ended, or is somebody else's.
        return []
      }
    })
}

test('fault 33: whoever runs ps while a call is taken sees what was typed as flags, and no more', async (context) => {
  needs(context, 'script')
  const { desk, file } = await openSeat({ lang: 'zh-CN' })
  const typed = ['log', '--class', 'line', '--branch', 'CG', '--taken-by', '小刘']
  const form = new Pty(typed, { env: desk.env })
  await form.see('来电号码')
  // What is typed stands on the screen once the program has it.
  await form.type('13900005678欧阳雪梅').see('欧阳雪梅')
  const running = seenByPs(`BAOXIU_DB=${file}`)
  expect(running.map(({ words }) => words)).toContainEqual([process.execPath, BINARY, ...typed])
  for (const { all } of running) expect(all).not.toMatch(/13900005678|欧阳雪梅/)
  expect((await form.type('\r南街3号\r无信号\r').end()).status).toBe(0)
  expect(desk.rows('select customer_name, phone from ticket')).toEqual([
    { customer_name: '欧阳雪梅', phone: '13900005678' },
  ])
})
