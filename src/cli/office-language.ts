import type { Language } from '../kernel/text.ts'
import { dbFileIn } from './db-file.ts'
import { languageOf } from './environment.ts'
import type { World } from './world.ts'

const LANGUAGE = "select value from setting where key = 'language'"

/** The language to talk in before a command is understood: for help, and for what is wrong with the call. */
export async function languageBefore(argv: readonly string[], world: World): Promise<Language> {
  const flag = valueIn(argv, '--lang')
  const named = flag ?? world.env['BAOXIU_LANG'] ?? ''
  return languageOf(flag, named === '' ? await ofOffice(argv, world) : undefined, world)
}

/** As the office has it; nothing where there is no office, or none that can be read. Nothing is changed. */
async function ofOffice(argv: readonly string[], world: World): Promise<Language | undefined> {
  const file = dbFileIn(valueIn(argv, '--db'), world)
  if (file === undefined) return undefined
  try {
    const { existsSync } = await import('node:fs')
    if (!existsSync(file)) return undefined
    const { openToRead } = await import('../store/read-connection.ts')
    const driver = openToRead(file)
    try {
      const row: unknown = driver.prepare(LANGUAGE).get()
      const value = typeof row === 'object' && row !== null && 'value' in row ? row.value : undefined
      return value === 'en' || value === 'zh-CN' ? value : undefined
    } finally {
      driver.close()
    }
  } catch {
    // Whatever is wrong with it is told by the command that needs it.
    return undefined
  }
}

/** The value of a general option, as far as it can be known before the command is. */
function valueIn(argv: readonly string[], option: string): string | undefined {
  const end = argv.indexOf('--')
  const words = end < 0 ? argv : argv.slice(0, end)
  const at = words.lastIndexOf(option)
  return at < 0 ? words.findLast((word) => word.startsWith(`${option}=`))?.slice(option.length + 1) : words[at + 1]
}
