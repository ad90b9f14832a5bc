import { expect, test } from 'vitest'
import { momentShown, serialText } from '../../src/kernel/serial-moment.ts'

const read = (serial: number, format: string, from1904 = false): string => {
  const shown = momentShown(format)
  return shown === undefined ? 'a number' : serialText(serial, shown, from1904)
}

test.each([
  [39512.6388888889, 'yyyy-m-d h:mm', '2008-03-05 15:20'],
  [39512.6388888889, 'm/d/yy', '2008-03-05 15:20'],
  [39512.6388888889, 'h:mm', '2008-03-05 15:20'],
  [39512, 'yyyy"年"m"月"d"日"', '2008-03-05'],
  [39512, 'yyyy-mm-dd hh:mm:ss', '2008-03-05 00:00:00'],
  [39512.000347222, 'yyyy-m-d h:mm', '2008-03-05 00:00:30'],
  // One fifth of a second before midnight is midnight, of the next day.
  [39512.9999977, 'yyyy-m-d h:mm:ss', '2008-03-06 00:00:00'],
  [0.638888888, 'h:mm', '15:20'],
  [0.638888888, '上午/下午h"时"mm"分"', '15:20'],
  [0.638888888, 'yyyy-m-d h:mm', '15:20'],
  [1.638888888, 'yyyy-m-d h:mm', '15:20'],
  [0, 'h:mm', '00:00'],
  [1.104166667, '[h]:mm', '26:30'],
  [0, 'yyyy-m-d', '1900-01-00'],
  [59, 'yyyy-m-d', '1900-02-28'],
  [60, 'yyyy-m-d', '1900-02-29'],
  [61, 'yyyy-m-d', '1900-03-01'],
  [2_958_465, 'yyyy-m-d', '9999-12-31'],
  [2_958_466, 'yyyy-m-d', '########'],
  [-1, 'yyyy-m-d', '########'],
  [39512, 'General', 'a number'],
  [39512, '0.00E+00', 'a number'],
  [39512, '#,##0.00"元"', 'a number'],
  [39512, '@', 'a number'],
  [39512, '[$-804]m"月"d"日";@', '2008-03-05'],
])('%d shown as %s: %s', (serial, format, text) => {
  expect(read(serial, format)).toBe(text)
})

test('a book that counts from 1904 means days four years later, but the same times', () => {
  expect(read(38050.638888889, 'yyyy-m-d h:mm', true)).toBe('2008-03-05 15:20')
  expect(read(0.638888889, 'h:mm', true)).toBe('15:20')
})
