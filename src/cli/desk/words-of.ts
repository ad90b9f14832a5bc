const QUOTES: Readonly<Record<string, string>> = { '"': '"', "'": "'", '“': '”', '‘': '’', '「': '」' }

/** The words of a line, as a shell would split it; Chinese quotes and spaces too. Absent where a quote is not closed. */
export function wordsOf(line: string): string[] | undefined {
  const words: string[] = []
  let word: string | undefined
  let end: string | undefined
  for (const sign of line) {
    if (end !== undefined) {
      if (sign === end) end = undefined
      else word = `${word ?? ''}${sign}`
    } else if (QUOTES[sign] !== undefined) {
      end = QUOTES[sign]
      word ??= ''
    } else if (/\s/u.test(sign)) {
      if (word !== undefined) words.push(word)
      word = undefined
    } else word = `${word ?? ''}${sign}`
  }
  if (end !== undefined) return undefined
  return word === undefined ? words : [...words, word]
}

/** A word as it may be typed: in quotes where it needs them. */
export function quoted(word: string): string {
  return /[\s"'“‘「]/u.test(word) ? `"${word.replaceAll('"', '')}"` : word
}
