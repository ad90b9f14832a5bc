import { Fault } from './faults.ts'
import { serverWords as t } from './messages/server.ts'

/** Where an office is: in a file, or on a server. */
export interface OfficePlace {
  /** What it is called: the file, or the URL without its password. */
  readonly file: string
  readonly server: ServerTarget | undefined
}

/** How far a connection is protected, with the words of libpq. */
export type SslMode = (typeof SSL_MODES)[number]
const SSL_MODES = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'] as const

/** An office on a PostgreSQL server: everything that is needed to connect, from the URL first, then the environment. */
export interface ServerTarget {
  /** The URL as anybody may see it: without its password. */
  readonly shown: string
  /** A name, an address, or the folder of a socket. */
  readonly host: string
  readonly port: number
  readonly user: string
  readonly database: string
  readonly password: string | undefined
  /** Where a password may stand that nobody named: libpq's own file. */
  readonly passwordFile: string | undefined
  readonly sslMode: SslMode
  readonly sslRootCert: string | undefined
  readonly sslCert: string | undefined
  readonly sslKey: string | undefined
  /** Settings for the server: `-c search_path=desk`. */
  readonly options: string | undefined
  readonly connectSeconds: number
  /** Where this machine looks for programs, as `pg_dump`. */
  readonly programs: string | undefined
}

type Environment = Readonly<Record<string, string | undefined>>

const URL_PARTS = /^postgres(?:ql)?:\/\/(?:([^@]*)@)?([^/?@]*)(?:\/([^?]*))?(?:\?(.*))?$/is

/** The URL without what is secret in it, however it is written. */
export function shownUrl(url: string): string {
  const end = url.lastIndexOf('@')
  const start = url.indexOf('//') + 2
  const user = end < 0 ? '' : (url.slice(start, end).split(':')[0] ?? '')
  const rest = end < 0 ? url.slice(start) : url.slice(end + 1)
  const shown = `${url.slice(0, start)}${user}${end < 0 ? '' : '@'}${rest}`
  return shown.replaceAll(/([?&](?:ssl)?password=)[^&]*/gi, '$1***')
}

/** Reads a URL as libpq does. Errors: `INVALID_VALUE`, without the password in it. */
export function serverTarget(url: string, env: Environment, login: string): ServerTarget {
  const [, userinfo = '', place = '', path = '', query = ''] = URL_PARTS.exec(url) ?? refuse(url)
  const given = queryOf(url, query)
  const set = (value: string | undefined): string | undefined => (value === '' ? undefined : value)
  const [name, ...secret] = userinfo.split(':')
  const [host, port] = hostAndPort(place)
  const user = set(decoded(url, name ?? '')) ?? set(given.get('user')) ?? set(env['PGUSER']) ?? login
  return {
    shown: shownUrl(url),
    host: set(given.get('host')) ?? set(decoded(url, host)) ?? set(env['PGHOST']) ?? 'localhost',
    port: portOf(url, set(given.get('port')) ?? set(port) ?? set(env['PGPORT']) ?? '5432'),
    user,
    database: set(decoded(url, path)) ?? set(given.get('dbname')) ?? set(env['PGDATABASE']) ?? user,
    password: set(decoded(url, secret.join(':'))) ?? set(given.get('password')) ?? set(env['PGPASSWORD']),
    passwordFile: set(given.get('passfile')) ?? set(env['PGPASSFILE']) ?? homeFile(env),
    sslMode: sslModeOf(url, set(given.get('sslmode')) ?? set(env['PGSSLMODE']) ?? 'prefer'),
    sslRootCert: set(given.get('sslrootcert')) ?? set(env['PGSSLROOTCERT']),
    sslCert: set(given.get('sslcert')) ?? set(env['PGSSLCERT']),
    sslKey: set(given.get('sslkey')) ?? set(env['PGSSLKEY']),
    options: set(given.get('options')) ?? set(env['PGOPTIONS']),
    connectSeconds: Number(set(given.get('connect_timeout')) ?? '10') || 10,
    programs: env['PATH'],
  }
}

const KNOWN = new Set([
  'host',
  'port',
  'user',
  'dbname',
  'password',
  'passfile',
  'sslmode',
  'sslrootcert',
  'sslcert',
  'sslkey',
  'options',
  'connect_timeout',
])

function queryOf(url: string, query: string): ReadonlyMap<string, string> {
  const given = new Map<string, string>()
  for (const pair of query.split('&').filter((one) => one !== '')) {
    const [name = '', ...value] = pair.split('=')
    if (!KNOWN.has(name)) throw new Fault('INVALID_VALUE', t.unknownParameter(shownUrl(url), name))
    given.set(name, decoded(url, value.join('=')))
  }
  return given
}

function hostAndPort(place: string): [host: string, port: string] {
  const [, bracketed, plain = '', port = ''] = /^(?:\[([^\]]*)\]|([^:]*))(?::(.*))?$/.exec(place) ?? []
  return [bracketed ?? plain, port]
}

function portOf(url: string, text: string): number {
  const port = Number(text)
  return /^\d{1,5}$/.test(text) && port > 0 && port < 65_536 ? port : refuse(url)
}

function sslModeOf(url: string, text: string): SslMode {
  return SSL_MODES.find((mode) => mode === text) ?? refuse(url)
}

function decoded(url: string, text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return refuse(url)
  }
}

function refuse(url: string): never {
  throw new Fault('INVALID_VALUE', t.badUrl(shownUrl(url)), t.urlForm)
}

function homeFile(env: Environment): string | undefined {
  if (env['APPDATA'] !== undefined) return `${env['APPDATA']}\\postgresql\\pgpass.conf`
  return env['HOME'] === undefined ? undefined : `${env['HOME']}/.pgpass`
}
