import type { Asker } from '../kernel/asker.ts'

/** An asker that gives the terminal back. */
export interface ClosingAsker extends Asker {
  close(): Promise<void>
}

/** Takes the terminal with the first question only: most calls ask nothing. */
export function askerOnDemand(open: () => Promise<ClosingAsker>): ClosingAsker {
  let opened: Promise<ClosingAsker> | undefined
  const asker = (): Promise<ClosingAsker> => (opened ??= open())
  return {
    tell: async (lines) => (await asker()).tell(lines),
    line: async (question, options) => (await asker()).line(question, options),
    key: async (question, choices) => (await asker()).key(question, choices),
    pressed: async (key) => (await asker()).pressed(key),
    async close() {
      await (await opened)?.close()
      opened = undefined
    },
  }
}
