const LOST = '\uFFFD'

/** The bytes of words that are no UTF-8, by what Node made of them, and of the files that they were read as. */
const typed = new Map<string, Uint8Array>()
const files = new Map<string, Uint8Array>()

/** Remembers how the words of the call were typed: Node hands out U+FFFD for what is no UTF-8. */
export function rememberTyped(words: readonly Uint8Array[]): void {
  for (const word of words) {
    const seen = new TextDecoder('utf-8', { ignoreBOM: true }).decode(word)
    if (seen.includes(LOST)) typed.set(seen, word)
  }
}

/**
 * The name of a file to be read, as a person reads it: old books have names in GBK. From then on `pathOf` answers its bytes.
 * Absent where it is no text in GBK either.
 */
export function nameOfTyped(word: string): string | undefined {
  const bytes = typed.get(word)
  if (bytes === undefined) return word.includes(LOST) ? undefined : word
  const name = new TextDecoder('gb18030').decode(bytes)
  if (name.includes(LOST)) return undefined
  files.set(name, bytes)
  return name
}

/** What the system knows a file by: its name, or the bytes that were typed. */
export function pathOf(file: string): string | Buffer {
  const bytes = files.get(file)
  return bytes === undefined ? file : Buffer.from(bytes)
}
