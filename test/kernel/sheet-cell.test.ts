import { SSF } from '@e965/xlsx'
import { expect, test } from 'vitest'
import { CellReader } from '../../src/kernel/sheet-cell.ts'
import type { SheetCell } from '../../src/kernel/sheet-cell.ts'

const reader = new CellReader((format, value) => SSF.format(format, value), false)

test.each<[string, SheetCell, string]>([
  ['a phone that is a number', { t: 'n', v: 13812345678, z: 'General' }, '13812345678'],
  ['a phone shown with thousands', { t: 'n', v: 13812345678, z: '#,##0' }, '13812345678'],
  ['a phone shown with decimals', { t: 'n', v: 13812345678, z: '0.00_ ' }, '13812345678'],
  ['a phone shown as 1.38E+10', { t: 'n', v: 13812345678, z: '0.00E+00' }, '13812345678'],
  ['a number in a column of text', { t: 'n', v: 138123456789012, z: '@' }, '138123456789012'],
  ['a phone shown in groups', { t: 'n', v: 13812345678, z: '000-0000-0000' }, '138-1234-5678'],
  ['zeros that the format puts before', { t: 'n', v: 12, z: '00000' }, '00012'],
  ['words that the format puts behind', { t: 'n', v: 12, z: '0"号"' }, '12号'],
  ['more digits than a spreadsheet keeps', { t: 'n', v: 320106198001011200, z: 'General' }, '3.20106E+17'],
  ['a fraction', { t: 'n', v: 0.1 + 0.2, z: 'General' }, '0.3'],
  ['money', { t: 'n', v: 1234567.5, z: '#,##0.00' }, '1234567.50'],
  ['text of digits', { t: 's', v: '0012', z: '@' }, '0012'],
  ['yes or no', { t: 'b', v: true }, 'TRUE'],
  ['an error', { t: 'e', v: 0x2a }, '#N/A'],
  ['another error', { t: 'e', v: 0x17 }, '#REF!'],
  ['a format that is none', { t: 'n', v: 12.5, z: '[[[' }, '12.5'],
  ['nothing', { t: 'z' }, ''],
])('%s', (_, cell, text) => {
  expect(reader.text(cell)).toBe(text)
})
