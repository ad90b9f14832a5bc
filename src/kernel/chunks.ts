/** How many keys one statement looks up: `in ${KEYS}` takes that many parameters, from `$1` on. */
const SIZE = 100
export const KEYS = `(${Array.from({ length: SIZE }, (_, i) => `$${i + 1}`).join(', ')})`

/** The keys in chunks for `in ${KEYS}`; the last chunk is filled up with its own last member. */
export function* chunksOf(keys: readonly string[]): Iterable<string[]> {
  for (let from = 0; from < keys.length; from += SIZE) {
    const chunk = keys.slice(from, from + SIZE)
    yield [...chunk, ...Array.from({ length: SIZE - chunk.length }, () => chunk.at(-1) ?? '')]
  }
}
