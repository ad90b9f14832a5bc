/** What parts two people in one cell; a word only where both sides are whole names. */
const MARKS = /[、，,;；/／&＆+＋\n\r]+/
const WORDS = /(?<=\p{Script=Han}{2})[和与及跟](?=\p{Script=Han}{2})|(?<=\p{Script=Han}{2})\s+(?=\p{Script=Han}{2})/u

/** The people that a cell names, in its order: `王伟、李强`, `王伟和李强`, `王伟 李强`; 王 伟 is one. */
export function peopleIn(cell: string): string[] {
  const names = cell
    .split(MARKS)
    .flatMap((part) => part.trim().split(WORDS))
    .map((name) => name.trim())
    .filter((name) => name !== '')
  return names.length === 0 ? [cell] : names
}

/** Could somebody be called that? `王伟2` tells two of one name apart. */
const PERSON = /^(?:\p{Script=Han}{2,4}(?:·\p{Script=Han}{1,6})*\d?|\p{Script=Latin}[\p{Script=Latin}.' -]{1,40}\d?)$/u
/** Words in a name's place that name nobody. */
const NOBODY =
  /[未没不已无某]|自[行修己]|用户|客户|住户|同上|派|修[好复理]|维修|维护|[班组队站部室所局]$|人员|师傅|公司|正常|完成|待定|备用|null|true|false|error/iu

/** Nobody is invented from a mark, a number, a word of the trade or a team. */
export function canBeAPerson(name: string): boolean {
  return PERSON.test(name) && !NOBODY.test(name)
}
