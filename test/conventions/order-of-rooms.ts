import type { Finding, Rule } from './rule.ts'
import type { Import, Source } from './source.ts'

/** From left to right: a room imports only from its left. */
export const ROOMS = [
  'kernel',
  'store',
  'office',
  'ticket',
  'duty',
  'intake',
  'handover',
  'repair',
  'fines',
  'books',
  'report',
  'cli',
] as const

/** Folders below a room; besides, each may have its `invariants`. */
const INNER = [
  'src/kernel/messages',
  'src/books/cells',
  'src/books/headings',
  'src/store/migrations',
  'src/repair/people',
  'src/report/period',
  'src/report/page',
  'src/store/postgres',
  'src/cli/desk',
  'src/cli/forms',
  ...ROOMS.map((room) => `src/${room}/invariants`),
]

/** Packages that take no time to load, so that even the start of the program may hold them. */
const LIGHT = ['get-east-asian-width']

const place = (room: string): number => ROOMS.findIndex((known) => known === room)

const inSource = (source: Source): boolean => source.path.startsWith('src/')

/** Findings for the imports of a file of `src` that a test picks out. */
function imports(source: Source, wrong: (one: Import) => string | undefined): Finding[] {
  if (!inSource(source)) return []
  return source.imports.flatMap((one) => {
    const what = wrong(one)
    return what === undefined ? [] : [{ path: source.path, line: one.line, what }]
  })
}

const order: Rule = {
  name: 'order of rooms',
  why: 'a room knows only what stands left of it, so that every slice can be read and changed without those after it',
  find: (source) =>
    imports(source, ({ file }) => {
      if (file === undefined || file === 'package.json') return undefined
      const target = place(file.split('/')[1] ?? '')
      if (!file.startsWith('src/') || target < 0) return `imports ${file}, which is in no room`
      return target > place(source.room) ? `${source.room} imports ${file} from its right` : undefined
    }),
}

const literalImports: Rule = {
  name: 'literal imports',
  why: 'an import whose path is computed can be checked by nobody, and the bundle leaves it out',
  find: (source) => imports(source, ({ from }) => (from === undefined ? 'imports a computed path' : undefined)),
}

const namedFolders: Rule = {
  name: 'named folders',
  why: 'the path tells what a file is about; a folder that house and README do not name tells nothing',
  find(source) {
    if (!inSource(source)) return []
    const folder = source.path.slice(0, source.path.lastIndexOf('/'))
    const named = ROOMS.some((room) => folder === `src/${room}`) || INNER.includes(folder)
    return named ? [] : [{ path: source.path, line: 1, what: `${folder} is no room` }]
  },
}

const NAMELESS = /^(index|utils?|helpers?|common|misc|shared|lib|types|constants)\.ts$/

const realNames: Rule = {
  name: 'real names',
  why: 'a file named after nothing collects everything; a barrel hides who needs what and loads all of it',
  find(source) {
    const name = source.path.slice(source.path.lastIndexOf('/') + 1)
    if (NAMELESS.test(name)) return [{ path: source.path, line: 1, what: `${name} says nothing about its content` }]
    return source.barrel ? [{ path: source.path, line: 1, what: 'holds nothing of its own but re-exports' }] : []
  },
}

const pureKernel: Rule = {
  name: 'kernel without I/O',
  why: 'words that everyone shares must give the same answers everywhere, so they touch no file and no system',
  find: (source) =>
    imports(source, ({ from }) =>
      source.room === 'kernel' && from?.startsWith('node:') === true ? `imports ${from}` : undefined,
    ),
}

const SERVER = 'src/store/postgres/'

const serverOnDemand: Rule = {
  name: 'a server on demand',
  why: 'an office in a file loads nothing of what one on a server needs: engine.ts alone imports it, when it is asked for',
  find: (source) =>
    imports(source, ({ from, file, kind }) => {
      const isOfServer = from === 'pg' || file?.startsWith(SERVER) === true
      if (!isOfServer || kind === 'type' || source.path.startsWith(SERVER)) return undefined
      const isAsked = source.path === 'src/store/engine.ts' && kind === 'dynamic' && from !== 'pg'
      return isAsked ? undefined : `imports ${from}`
    }),
}

const barrelOfDates: Rule = {
  name: 'date-fns by its parts',
  why: 'its barrel takes 100 ms of a start-up that has 50; import `date-fns/addDays` and the like',
  find: (source) =>
    imports(source, ({ from }) =>
      from === 'date-fns' || from === 'date-fns/locale' ? `imports the barrel ${from}` : undefined,
    ),
}

const lightStart: Rule = {
  name: 'light start',
  why: 'what main.ts imports statically is paid for by every call; load packages by import() where they are needed',
  find(source, all) {
    if (source.path !== 'src/cli/main.ts') return []
    return startOf(source, all).flatMap((loaded) =>
      loaded.imports
        .filter(({ from, file, kind }) => kind === 'static' && file === undefined && !isLight(from ?? ''))
        .map(({ from, line }) => ({ path: loaded.path, line, what: `loads ${from} at every start` })),
    )
  },
}

function isLight(from: string): boolean {
  return from.startsWith('node:') || LIGHT.includes(from)
}

/** The files that are loaded before anything is done. */
function startOf(source: Source, all: ReadonlyMap<string, Source>): Source[] {
  const loaded = new Set([source])
  for (const one of loaded) {
    for (const { kind, file } of one.imports) {
      const next = kind === 'static' && file !== undefined ? all.get(file) : undefined
      if (next !== undefined) loaded.add(next)
    }
  }
  return [...loaded]
}

export const orderRules: readonly Rule[] = [
  order,
  literalImports,
  namedFolders,
  realNames,
  pureKernel,
  serverOnDemand,
  barrelOfDates,
  lightStart,
]
