const DIGITS: ReadonlyMap<string, string> = new Map([
  ...[...'〇一二三四五六七八九'].map((c, i) => [c, String(i)] as const),
  ...[...'零壹贰叁肆伍陆柒捌玖'].map((c, i) => [c, String(i)] as const),
  ['○', '0'],
  ['Ｏ', '0'],
  ['O', '0'],
  ['o', '0'],
  ['两', '2'],
  ['元', '1'],
])

const RUN = /(?:[〇零○ＯOo一二两三四五六七八九十廿卅壹贰叁肆伍陆柒捌玖拾]|元(?=月))+/g
const SURE = /[〇零○一二两三四五六七八九十廿卅壹贰叁肆伍陆柒捌玖拾元]/

/** Chinese numerals of dates and times as digits: `二〇〇八年十二月廿五日` → `2008年12月25日`, `元月` → `1月`. */
export function digitsOf(text: string): string {
  return text.replace(RUN, (run) => (SURE.test(run) ? digitsOfRun(run) : run))
}

function digitsOfRun(run: string): string {
  const tens = /^(.?)([十拾])(.?)$/.exec(run)
  if (tens !== null)
    return `${digit(tens[1] === '' ? '一' : (tens[1] ?? ''))}${digit(tens[3] === '' ? '〇' : (tens[3] ?? ''))}`
  const contracted = /^([廿卅])(?:十|拾)?(.?)$/.exec(run)
  if (contracted !== null)
    return `${contracted[1] === '廿' ? '2' : '3'}${contracted[2] === '' ? '0' : digit(contracted[2] ?? '')}`
  return [...run].map(digit).join('')
}

/** What has no place here stays, so that the date is refused and not guessed. */
function digit(character: string): string {
  return DIGITS.get(character) ?? character
}
