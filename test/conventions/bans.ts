import type { Finding, Rule } from './rule.ts'
import type { Literal, Source, Use } from './source.ts'

/** The room that alone writes each table. */
export const OWNER: Readonly<Record<string, string>> = {
  journal: 'store',
  baoxiu_version: 'store',
  counter: 'office',
  setting: 'office',
  rule: 'office',
  branch: 'office',
  staff: 'office',
  ticket: 'ticket',
  ticket_phone: 'ticket',
  staged_ticket: 'ticket',
  staged_phone: 'ticket',
  chase: 'ticket',
  hold: 'ticket',
  approval: 'ticket',
  handover: 'handover',
  handover_slip: 'handover',
  complaint: 'fines',
  decision: 'fines',
  ledger_line: 'fines',
  month_close: 'fines',
  import: 'books',
  shift: 'duty',
  inspection: 'duty',
  inspection_failure: 'duty',
  handover_paper: 'handover',
  missing_slip: 'ticket',
  hold_again: 'ticket',
  branch_end: 'office',
  staff_move: 'office',
  cut_off: 'office',
  desk_note: 'duty',
}

const inSource = ({ path }: Source): boolean => path.startsWith('src/')
// A process of its own has a door of its own.
const DOORS = ['src/cli/main.ts', 'src/store/workbook-child.ts']
const isDoor = ({ path }: Source): boolean => DOORS.includes(path) || path.startsWith('bin/')

function uses(source: Source, wrong: (use: Use) => boolean): Finding[] {
  return source.uses.filter(wrong).map(({ name, line }) => ({ path: source.path, line, what: `uses ${name}` }))
}

function literals(source: Source, wrong: (text: string) => string | undefined): Finding[] {
  return source.literals.flatMap(({ text, line }: Literal) => {
    const what = wrong(text)
    return what === undefined ? [] : [{ path: source.path, line, what }]
  })
}

const importsNode = (source: Source, module: string): Finding[] =>
  source.imports
    .filter(({ from }) => from === module || from === `node:${module}`)
    .map(({ line }) => ({ path: source.path, line, what: `imports ${module}` }))

const oneDoor: Rule = {
  name: 'one door to the process',
  why: 'tests run the program in process with a world of their own; whoever reaches around it cannot be tested',
  find(source) {
    // Which driver runs on this Node has to be known before there is a world.
    if (!inSource(source) || isDoor(source) || source.path === 'src/store/driver.ts') return []
    return [
      ...uses(source, ({ name }) => /^(process|console|globalThis)$/.test(name)),
      ...importsNode(source, 'process'),
    ]
  },
}

const oneClock: Rule = {
  name: 'one clock',
  why: 'now is a fact that is handed in (`ctx.now`), else no test can stand at 07:59:59',
  find(source) {
    if (!inSource(source) || isDoor(source)) return []
    return uses(source, ({ name }) => name === 'new Date()' || name === 'Date()' || name === 'Date.now')
  },
}

const noExit: Rule = {
  name: 'no process.exit',
  why: 'it cuts a pipe at 64 KiB: `run` answers a number, and bin sets process.exitCode',
  find: (source) => (inSource(source) || isDoor(source) ? uses(source, ({ name }) => name === 'process.exit') : []),
}

const ENGINE = /\bpragma(_|\b)|\bbegin (immediate|exclusive)\b|\bvacuum\b|\bsqlite_|\browid\b|\bautoincrement\b/i

const oneEngine: Rule = {
  name: 'engine words in store alone',
  why: 'another engine must be able to stand behind the Db port without a change in any slice',
  find(source) {
    if (!inSource(source) || source.room === 'store') return []
    const said = literals(source, (text) => {
      const word = ENGINE.exec(text)?.[0]
      return word === undefined ? undefined : `says ${word.toUpperCase()}`
    })
    return [...said, ...uses(source, ({ name }) => name.endsWith('.pragma'))]
  },
}

/** Where tables and what keeps them are defined, of either engine. */
const DEFINITIONS = /^src\/store\/(?:migrations\/|postgres\/(?:schema|tables)[-.])/

const WRITE = /\b(?:insert\s+(?:or\s+\w+\s+)?into|replace\s+into|update|delete\s+from)\s+(?!set\b)(\w+)/gi
const STATEMENT = /^\s*(?:select|insert|update|delete|replace|with)\s/i

const oneWriter: Rule = {
  name: 'one writer for each table',
  why: 'what holds for a table is kept in one place, which also writes the journal',
  find(source) {
    if (!inSource(source) || DEFINITIONS.test(source.path)) return []
    return literals(source, (text) => {
      if (!STATEMENT.test(text)) return undefined
      const wrong = [...text.matchAll(WRITE)].find(([, table = '']) => OWNER[table] !== source.room)
      return wrong === undefined
        ? undefined
        : `writes ${wrong[1]}, which belongs to ${OWNER[wrong[1] ?? ''] ?? 'nobody'}`
    })
  },
}

const TABLE = /\bcreate (?:temp |temporary )?table (?:if not exists )?(\w+)/gi

const everyTableOwned: Rule = {
  name: 'every table has an owner',
  why: 'a table that no room owns is written by all of them',
  find: (source) =>
    literals(source, (text) => {
      const wrong = inSource(source)
        ? [...text.matchAll(TABLE)].find(([, table = '']) => OWNER[table] === undefined)
        : undefined
      return wrong === undefined ? undefined : `creates ${wrong[1]}; name its owner in test/conventions/bans.ts`
    }),
}

const LIKE = /\b(like|glob)\s+(\$\d|'|\?|lower\s*\(|upper\s*\()/i

const noLike: Rule = {
  name: 'no LIKE',
  why: '% and _ in what a user types would match anything, and its case rules differ between engines',
  find: (source) =>
    inSource(source) ? literals(source, (text) => (LIKE.test(text) ? 'compares by LIKE' : undefined)) : [],
}

const CLOCK = /\b(strftime|datetime|julianday|unixepoch)\s*\(|\bcurrent_(timestamp|date|time)\b/i
const CLOCK_IN_STATEMENT = /\b(date|time)\s*\(/i

const noDatesInSql: Rule = {
  name: 'no dates in SQL',
  why: 'days and months are the office’s: their edges are computed in TypeScript, never by an engine that knows UTC only',
  find(source) {
    if (!inSource(source)) return []
    return literals(source, (text) => {
      const word = CLOCK.exec(text)?.[0] ?? (STATEMENT.test(text) ? CLOCK_IN_STATEMENT.exec(text)?.[0] : undefined)
      return word === undefined ? undefined : `says ${word} in SQL`
    })
  },
}

const SENTENCE = /\p{Script=Han}|[a-z]{2,}[,.:]? [a-z]{2,}/iu

const noTextInRenderers: Rule = {
  name: 'no text in renderers',
  why: 'every word that a user reads exists in both languages, in kernel/messages, where a missing one does not compile',
  find(source) {
    if (!/^src\/cli\/(render|prompt|help|report)[\w-]*\.ts$/.test(source.path)) return []
    return literals(source, (text) => (SENTENCE.test(text) ? `says "${text.trim()}" itself` : undefined))
  },
}

const textsInMessages: Rule = {
  name: 'texts in kernel/messages',
  why: 'a clerk who reads through the Chinese finds all of it in one folder',
  find(source) {
    if (!inSource(source) || source.room === 'kernel') return []
    return source.texts.map((line) => ({ path: source.path, line, what: 'writes down a text in two languages' }))
  },
}

export const bans: readonly Rule[] = [
  oneDoor,
  oneClock,
  noExit,
  oneEngine,
  oneWriter,
  everyTableOwned,
  noLike,
  noDatesInSql,
  noTextInRenderers,
  textsInMessages,
]
