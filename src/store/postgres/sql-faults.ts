import { Fault } from '../../kernel/faults.ts'
import { serverWords as t } from '../../kernel/messages/server.ts'
import { codeOf } from '../driver-faults.ts'

type Sentence = (server: string, detail: string) => Fault

const wentAway: Sentence = (server, detail) => new Fault('DB_UNREACHABLE', t.wentAway(server, detail))
const refusedLogin: Sentence = (server, detail) => new Fault('NOT_ALLOWED', t.refusedLogin(server, detail), t.loginNext)
const mayNot: Sentence = (server, detail) => new Fault('NOT_ALLOWED', t.mayNot(server, detail))
const readOnlyServer: Sentence = (server) => new Fault('NOT_ALLOWED', t.readOnlyServer(server))
const busy: Sentence = (server) => new Fault('DB_BUSY', t.busy(server))
const tooMany: Sentence = (server) => new Fault('DB_UNREACHABLE', t.tooMany(server))
const noDatabase: Sentence = (server) => new Fault('DB_MISSING', t.noDatabase(server), t.createDatabase)
const serverFull: Sentence = (server) => new Fault('DISK_FULL', t.serverFull(server))
const exhausted: Sentence = (server, detail) => new Fault('EXHAUSTED', t.serverExhausted(server, detail))
const cancelled: Sentence = (server, detail) => new Fault('EXHAUSTED', t.cancelled(server, detail))
const damaged: Sentence = (server, detail) => new Fault('DB_DAMAGED', t.damaged(server, detail), t.damagedNext)

/** By the beginning of the SQLSTATE; the first that fits counts. */
const SENTENCES: readonly (readonly [state: string, sentence: Sentence])[] = [
  ['53300', tooMany],
  ['57P03', (server, detail) => new Fault('DB_UNREACHABLE', t.unreachable(server, detail))],
  ['08', wentAway],
  ['57P', wentAway],
  ['25P0', wentAway],
  ['28', refusedLogin],
  ['3D000', noDatabase],
  ['3F000', (server) => new Fault('DB_MISSING', t.noSchema(server), t.createDatabase)],
  ['42501', mayNot],
  ['25006', readOnlyServer],
  ['55P03', busy],
  ['40', busy],
  ['53100', serverFull],
  ['53', exhausted],
  ['54000', exhausted],
  ['57014', cancelled],
  ['58', damaged],
  ['XX00', damaged],
]

/** An error of the server or of the way to it, as a sentence for the user; anything unknown stays what it is: our bug. */
export function asServerFault(error: unknown, server: string): unknown {
  if (!(error instanceof Error) || error instanceof Fault) return error
  const state = stateOf(error)
  if (state !== undefined) {
    const sentence = SENTENCES.find(([start]) => state.startsWith(start))?.[1]
    return sentence?.(server, error.message) ?? error
  }
  return isLost(error) ? wentAway(server, codeOf(error) ?? error.message) : error
}

/** The same before there was a connection. */
export function asConnectFault(error: unknown, server: string): unknown {
  if (!(error instanceof Error) || error instanceof Fault) return error
  if (stateOf(error) !== undefined) return asServerFault(error, server)
  // The driver's own words where the server wants a password and there is none.
  if (error.message.startsWith('SASL')) return new Fault('NOT_ALLOWED', t.noPassword(server), t.loginNext)
  const reason = codeOf(error) ?? firstReason(error) ?? error.message
  return new Fault('DB_UNREACHABLE', t.unreachable(server, reason))
}

/** Several addresses of one name were tried. */
function firstReason(error: Error): string | undefined {
  return error instanceof AggregateError ? codeOf(error.errors[0]) : undefined
}

/** Was the connection lost, so that the server's answer will never come? */
export function isLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const state = stateOf(error)
  if (state !== undefined) return state.startsWith('08') || state.startsWith('57P')
  return LOST.test(`${codeOf(error) ?? ''} ${error.message}`)
}

const LOST =
  /^E(?:CONN|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH|NETDOWN)|Connection terminated|not queryable|connection error|timeout expired|after end|socket/i

/** The server answered with a SQLSTATE. */
export function stateOf(error: unknown): string | undefined {
  const code = codeOf(error)
  return code !== undefined && /^[0-9A-Z]{5}$/.test(code) && !/^E[A-Z]{4}$/.test(code) ? code : undefined
}

/** A server that is starting, or full, is asked again: it will be there in a moment. */
export function isPassing(error: unknown): boolean {
  return ['57P03', '53300', '57P01', '57P02'].includes(stateOf(error) ?? '')
}
