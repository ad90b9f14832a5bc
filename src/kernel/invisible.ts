/**
 * Characters that take no room and make two names look alike: zero-width ones, soft hyphens, fillers (Unicode's
 * Default_Ignorable_Code_Point but for what Chinese signs and emoji are made of).
 */
export const INVISIBLE =
  '\\u00ad\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180e\\u200b-\\u200d\\u2060-\\u2064\\u3164\\ufeff\\uffa0'

const ALL = new RegExp(`[${INVISIBLE}]`, 'g')

/** Names and phones are kept without them; free text as it was typed. */
export function withoutInvisible(text: string): string {
  return text.replace(ALL, '')
}
