import type { Encoding } from '../kernel/gb18030.ts'

/** What the tool `chcp` prints, in whatever language: `Active code page: 936`, `活动代码页: 936`. */
export function encodingOfCodePage(told: string): Encoding | undefined {
  const page = /(\d+)\.?\s*$/.exec(told)?.[1]
  return page === '936' || page === '54936' ? 'gb18030' : undefined
}

const CONTROL_Z = 0x1a

/** What is typed up to Ctrl-Z at the begin of a line, which ends it on Windows as Ctrl-D does elsewhere. */
export async function* untilControlZ(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let last = 0x0a
  for await (const piece of pieces) {
    const end = piece.findIndex((byte, index) => {
      const before = index === 0 ? last : piece[index - 1]
      return byte === CONTROL_Z && (before === 0x0a || before === 0x0d)
    })
    if (end >= 0) {
      if (end > 0) yield piece.subarray(0, end)
      return
    }
    last = piece.at(-1) ?? last
    yield piece
  }
}
