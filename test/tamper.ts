import { tamperOnServer } from './pg-desk.ts'
import { Database } from './sqlite.ts'

/** What nobody can do through the program, done to the file by hand: not even the laws against changing it are there. */
export function tamper(file: string, sql: string): void {
  if (file.startsWith('postgres:')) return tamperOnServer(file, sql)
  const db = new Database(file)
  const guards = db.prepare(`select name, sql from sqlite_schema where type = 'trigger'`).all() as {
    name: string
    sql: string
  }[]
  for (const { name } of guards) db.exec(`drop trigger ${name}`)
  db.exec(sql)
  for (const guard of guards) db.exec(guard.sql)
  db.close()
}
