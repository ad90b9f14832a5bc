import { expect, test } from 'vitest'
import { openDesk } from '../desk.ts'
import { lateCase } from './case.ts'

test('an unknown maintainer is refused with the nearest names; whoever has left, or has a fine, is known', async () => {
  const desk = await openDesk({ now: '2026-11-02 08:00:00' })
  const fine = await lateCase(desk)
  const list = (name: string): string[] => ['fines', 'list', '--maintainer', name]
  expect(await desk.refused(...list('王韦'))).toMatchObject({
    status: 4,
    code: 'STAFF_UNKNOWN',
    message: 'no maintainer "王韦"; nearest: 王伟',
  })
  await desk.ok('staff', 'retire', '王伟', '--branch', 'CG')
  expect(await desk.list(...list('王伟'))).toMatchObject([{ fine_id: fine }])
  expect(await desk.list(...list('李强'))).toEqual([])

  const rows = [
    '报修时间,姓名,地址,电话,故障现象,分公司,修复时间,修复人',
    '2026-10-20 08:00,李四,东街1号,,无信号,CG,2026-10-25 09:00,孙老',
  ]
  desk.stdin = rows.join('\n')
  await desk.ok('import', 'tickets', '-', '--create-missing')
  expect(await desk.list(...list('孙老'))).toHaveLength(1)
})
