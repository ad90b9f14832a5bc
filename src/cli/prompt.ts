import { createInterface } from 'node:readline/promises'
import type { Asker } from '../kernel/ctx.ts'

/** Asks on a terminal. The line editor of Node places the cursor right for Chinese. */
export function askerOn(input: NodeJS.ReadStream, output: NodeJS.WriteStream): Asker {
  return {
    async line(question, suggestion) {
      const editor = createInterface({ input, output, terminal: true })
      const gone = new Promise<undefined>((resolve) => {
        editor.once('close', () => resolve(undefined))
        editor.once('SIGINT', () => editor.close())
      })
      try {
        const answer = editor.question(question)
        if (suggestion !== undefined) editor.write(suggestion)
        return await Promise.race([answer, gone])
      } finally {
        editor.close()
      }
    },
  }
}
