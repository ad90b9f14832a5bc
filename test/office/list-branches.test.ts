import { expect, test } from 'vitest'
import { openDesk } from '../desk.ts'

test('branch list: in the order of their codes', async () => {
  const desk = await openDesk()
  expect(await desk.list('branch', 'list')).toEqual([
    { code: 'CG', name: '城关分公司', area: 'urban', phone: null },
    { code: 'XZ', name: '新庄分公司', area: 'township', phone: '7654321' },
  ])
})

test('branch list: an office without any says so on stderr, and exits 0', async () => {
  const desk = await openDesk({ branches: false })
  expect(await desk.run('branch', 'list')).toMatchObject({ status: 0, out: '', err: 'no branches yet\n' })
  expect(await desk.ok('branch', 'list', '--json')).toBe('[]\n')
})
