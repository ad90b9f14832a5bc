const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH = `(${MONTHS.join('|')})[a-z]*\\.?`
/** `Thu Mar 05 08:10:00 CST 2009`, as Java writes it: China's clock, of which the zone speaks for itself. */
const JAVA = new RegExp(`^${MONTH} (\\d{1,2}) (\\d\\d:\\d\\d:\\d\\d) (?:cst|gmt\\+0?8:?00) (\\d{4})$`)
/** `5-Mar-09`, `05 March 2009 08:10`. */
const DAY_FIRST = new RegExp(`^(\\d{1,2})[-\\s/.]?${MONTH}[-\\s/,.]*(\\d{4}|\\d{2})(?!\\d)`)
/** `Mar 5, 2009 8:10AM`. */
const MONTH_FIRST = new RegExp(`^${MONTH}\\s*(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)`)
const YEAR_FIRST = new RegExp(`^(\\d{4})[-\\s/]?${MONTH}[-\\s/]?(\\d{1,2})(?!\\d)`)
const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+/

/** A folded date with English words in the order year, month, day; any other text as it is. */
export function withoutWords(text: string): string {
  const bare = text.replace(WEEKDAY, '')
  return bare
    .replace(JAVA, (_, month: string, day: string, time: string, year: string) => `${ymd(year, month, day)} ${time}`)
    .replace(DAY_FIRST, (_, day: string, month: string, year: string) => ymd(year, month, day))
    .replace(MONTH_FIRST, (_, month: string, day: string, year: string) => ymd(year, month, day))
    .replace(YEAR_FIRST, (_, year: string, month: string, day: string) => ymd(year, month, day))
}

/** A year of two digits stands before 年, where nothing else is meant by it. */
function ymd(year: string, month: string, day: string): string {
  return `${year}年${MONTHS.indexOf(month) + 1}月${Number(day)}日`
}
