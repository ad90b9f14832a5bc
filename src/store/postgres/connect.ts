import { readFileSync } from 'node:fs'
import type { Client, ClientConfig } from 'pg'
import { Fault } from '../../kernel/faults.ts'
import { serverWords as t } from '../../kernel/messages/server.ts'
import { asReadFault, codeOf } from '../driver-faults.ts'
import { Interrupted, unlessInterrupted } from '../interrupted.ts'
import type { ServerTarget, SslMode } from '../../kernel/server-target.ts'
import { filedPassword } from './password-file.ts'
import { asConnectFault, isPassing } from './sql-faults.ts'

const PATIENCE_MS = 10_000
const PAUSE_MS = 250
/** Either way of loading a package says so in its own words. */
const MISSING = ['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND']

/** A connection; a server that is starting or has no room is asked again for ten seconds. */
export async function connectToServer(target: ServerTarget, signal: AbortSignal): Promise<Client> {
  const Driver = await driverClass()
  const configs = configsOf(target)
  const until = performance.now() + PATIENCE_MS
  for (;;) {
    try {
      return await unlessInterrupted(firstOf(Driver, configs), signal)
    } catch (error) {
      if (error instanceof Interrupted) throw error
      if (!isPassing(error) || performance.now() > until) throw asConnectFault(error, target.shown)
    }
    await unlessInterrupted(new Promise((resolve) => setTimeout(resolve, PAUSE_MS)), signal)
  }
}

async function driverClass(): Promise<typeof Client> {
  try {
    return (await import('pg')).default.Client
  } catch (error) {
    if (!MISSING.includes(codeOf(error) ?? '')) throw error
    throw new Fault('DRIVER_MISSING', t.driverMissing, t.installDriver)
  }
}

async function firstOf(Driver: typeof Client, configs: readonly ClientConfig[]): Promise<Client> {
  for (const [index, config] of configs.entries()) {
    const client = new Driver(config)
    // A connection that is lost between two statements is noticed by the next one.
    client.on('error', () => undefined)
    try {
      await client.connect()
      return client
    } catch (error) {
      client.end().catch(() => undefined)
      const isLast = index === configs.length - 1
      if (isLast || !isAboutTls(error)) throw error
    }
  }
  throw new Error('no way to connect was tried')
}

/** The server does not speak TLS, or insists on it. */
function isAboutTls(error: unknown): boolean {
  return error instanceof Error && (/SSL|TLS/i.test(error.message) || /no encryption/.test(error.message))
}

/** What is tried one after the other. */
function configsOf(target: ServerTarget): ClientConfig[] {
  const password = target.password ?? filedPassword(target)
  const common: ClientConfig = {
    host: target.host,
    port: target.port,
    user: target.user,
    database: target.database,
    // A function keeps the driver from looking for one itself.
    password: () => password ?? '',
    application_name: 'baoxiu',
    ...(target.options !== undefined && { options: target.options }),
    connectionTimeoutMillis: target.connectSeconds * 1000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    pipeline: true,
  }
  // A socket does not leave the machine.
  const mode = target.host.startsWith('/') ? 'disable' : target.sslMode
  return TLS_ORDER[mode].map((encrypted) => ({ ...common, ssl: encrypted ? tlsOf(target) : false }))
}

const TLS_ORDER: Readonly<Record<SslMode, readonly boolean[]>> = {
  disable: [false],
  allow: [false, true],
  prefer: [true, false],
  require: [true],
  'verify-ca': [true],
  'verify-full': [true],
}

/** As libpq: below `verify-ca` nobody is verified, unless a root certificate is given. */
function tlsOf(target: ServerTarget): Exclude<ClientConfig['ssl'], boolean | undefined> {
  const { sslMode, sslRootCert, sslCert, sslKey } = target
  const verifies =
    sslMode === 'verify-ca' || sslMode === 'verify-full' || (sslMode === 'require' && sslRootCert !== undefined)
  return {
    rejectUnauthorized: verifies,
    ...(sslMode !== 'verify-full' && { checkServerIdentity: () => undefined }),
    ...(sslRootCert !== undefined && sslRootCert !== 'system' && { ca: certificate(sslRootCert) }),
    ...(sslCert !== undefined && { cert: certificate(sslCert) }),
    ...(sslKey !== undefined && { key: certificate(sslKey) }),
  }
}

function certificate(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw asReadFault(error, file)
  }
}
