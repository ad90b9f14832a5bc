import type { Asker } from '../kernel/asker.ts'
import type { Language } from '../kernel/text.ts'

/** An asker that gives the terminal back. */
export interface ClosingAsker extends Asker {
  close(): Promise<void>
  /** What is said of strokes is said in this language. */
  speak(language: Language): void
}

/** Takes the terminal with the first question only: most calls ask nothing. */
export function askerOnDemand(open: () => Promise<ClosingAsker>): ClosingAsker {
  let opened: Promise<ClosingAsker> | undefined
  let spoken: Language = 'en'
  const asker = async (): Promise<ClosingAsker> => {
    const found = await (opened ??= open())
    found.speak(spoken)
    return found
  }
  return {
    tell: async (lines) => (await asker()).tell(lines),
    line: async (question, options) => (await asker()).line(question, options),
    key: async (question, choices) => (await asker()).key(question, choices),
    command: async (question, options) => (await asker()).command(question, options),
    pressed: async (key) => (await asker()).pressed(key),
    speak(language) {
      spoken = language
    },
    async close() {
      await (await opened)?.close()
      opened = undefined
    },
  }
}
