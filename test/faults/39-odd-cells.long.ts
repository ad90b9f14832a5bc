import { expect, test } from 'vitest'
import { walkedDesk } from '../walked-desk.ts'
import { columnsOf, fuzzCells } from './odd-cells.ts'

test('fault 39: every odd value in every column, for every command that reads', async () => {
  const { file } = await walkedDesk()
  expect(await fuzzCells(columnsOf(file), (odd) => odd)).toEqual([])
})
