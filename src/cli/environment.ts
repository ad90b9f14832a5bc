import type { Language } from '../kernel/text.ts'
import type { World } from './world.ts'

/** `--lang`, else `$BAOXIU_LANG`, else the office's, else the locale of the environment, else the system's. */
export function languageOf(flag: string | undefined, office: Language | undefined, world: World): Language {
  const { env } = world
  const named = nonEmpty(flag) ?? nonEmpty(env['BAOXIU_LANG']) ?? office
  const locale = nonEmpty(env['LC_ALL']) ?? nonEmpty(env['LC_MESSAGES']) ?? nonEmpty(env['LANG'])
  return /^zh/i.test(named ?? locale ?? world.systemLocale()) ? 'zh-CN' : 'en'
}

export function nonEmpty(value: string | undefined): string | undefined {
  return value === '' ? undefined : value
}
