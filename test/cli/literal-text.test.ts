import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parseSource } from '../conventions/source.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** What people write, and we read: these tables are no text of ours. */
const READS =
  /^src\/(books\/|duty\/roster\.ts|ticket\/signature\.ts|cli\/desk\/desk\.ts|kernel\/(book-\w+|chinese-numerals|english-dates|moment|unseen|word-folding)\.ts)/
/** The same in English: words of other systems, and what the driver says. */
const READS_ENGLISH = /^src\/(books\/(closed-words|headings\/whole-words)|ticket\/signature|store\/driver)\.ts/
/** What we say: a missing translation does not compile there. */
const SAYS = /^src\/kernel\/(messages\/|fault-table\.ts|\w+-faults\.ts)/
/** What other programs read: shells, browsers, database servers. */
const FOR_PROGRAMS =
  /^src\/(cli\/completion-scripts|kernel\/paper-html|report\/page\/page-style|store\/postgres\/\w[\w-]*)\.ts/

const SQL = /\b(select|insert|update|delete|where|order by|join|from|null|case when|coalesce|temporary table)\b/i
const SENTENCE = /\p{Script=Han}|[a-z]{2,} [a-z]{2,} [a-z]{2,}/iu

/** Text for a user that is written down in this file, as `line: text`. */
function textIn(path: string, code: string): string[] {
  if (SAYS.test(path) || FOR_PROGRAMS.test(path)) return []
  const lines = code.split('\n')
  return parseSource(path, code)
    .literals.filter(({ text, line }) => {
      const isExample = text.startsWith('baoxiu ')
      // Our own mistakes are told in the words of whoever mends them.
      const isBug = /Error\(|super\(/.test(lines.slice(Math.max(0, line - 3), line).join('\n'))
      const isRead = (READS.test(path) && /\p{Script=Han}/u.test(text)) || READS_ENGLISH.test(path)
      return SENTENCE.test(text) && !SQL.test(text) && !isExample && !isBug && !isRead
    })
    .map(({ text, line }) => `${line}: ${text}`)
}

describe('every word that a user reads is in both languages', () => {
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length))

  test('verbs, renderers, prompts and papers hold no text of their own', () => {
    expect(files.length).toBeGreaterThan(100)
    const found = files.flatMap((path) =>
      textIn(path, readFileSync(join(ROOT, path), 'utf8')).map((line) => `${path}:${line}`),
    )
    expect(found).toEqual([])
  })

  test.each([
    ['src/intake/log-form.ts', "await asker.line('电话')"],
    ['src/intake/log-form.ts', 'await asker.tell([`there is no such ${what}`])'],
    ['src/repair/close-ticket.ts', "const summary = 'the slip is back'"],
    ['src/report/board-screen.ts', "const title = '待办'"],
  ])('found in %s: %s', (path, code) => {
    expect(textIn(path, code)).toHaveLength(1)
  })

  test.each([
    ['src/repair/slip.ts', "const examples = ['baoxiu slip 7 --format html']"],
    ['src/ticket/queries.ts', "throw new Error('the ticket changed while it was being changed')"],
    ['src/ticket/queries.ts', 'const FIND = `select a from ticket where b is null`'],
    ['src/books/header-words.ts', "const words = ['报修时间']"],
  ])('nothing is wrong with %s: %s', (path, code) => {
    expect(textIn(path, code)).toEqual([])
  })
})
