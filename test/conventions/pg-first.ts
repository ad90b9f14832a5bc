import { startServer } from '../pg-server.ts'

/** One server for all tests of a run; it is gone afterwards. */
export function setup(): () => void {
  const server = startServer()
  if ('url' in server) process.env['BAOXIU_PG_URL'] = server.url
  else {
    process.env['BAOXIU_PG_REASON'] = server.reason
    process.stdout.write(`\n no PostgreSQL: ${server.reason}\n`)
  }
  return () => server.stop()
}
