import { describe, expect, test } from 'vitest'
import { serverTarget, shownUrl } from '../../src/kernel/server-target.ts'

const at = (url: string, env: Record<string, string> = {}) => serverTarget(url, env, 'login')

describe('the URL of a server', () => {
  test.each([
    ['postgres://li@db.example/office', { host: 'db.example', port: 5432, user: 'li', database: 'office' }],
    ['postgresql://li:p%40ss%2Fword@db:6543/office', { port: 6543, password: 'p@ss/word' }],
    ['postgres://li@[::1]:5433/office', { host: '::1', port: 5433 }],
    ['postgres:///office?host=/run/pg', { host: '/run/pg', user: 'login', database: 'office' }],
    ['postgres://db', { host: 'db', user: 'login', database: 'login', password: undefined, sslMode: 'prefer' }],
    ['postgres://li@db/o?sslmode=verify-full&sslrootcert=/ca.pem', { sslMode: 'verify-full', sslRootCert: '/ca.pem' }],
    ['postgres://li@db/o?options=-c%20search_path%3Dkf', { options: '-c search_path=kf' }],
    ['postgres://li:x:y@db/报修', { password: 'x:y', database: '报修' }],
  ])('%s', (url, parts) => {
    expect(at(url)).toMatchObject(parts)
  })

  test('what it leaves out comes from the environment, as with psql', () => {
    const env = {
      PGUSER: 'li',
      PGPASSWORD: 'geheim',
      PGHOST: 'db',
      PGPORT: '6000',
      PGDATABASE: 'kf',
      PGSSLMODE: 'require',
    }
    expect(at('postgres://', env)).toMatchObject({
      user: 'li',
      host: 'db',
      port: 6000,
      database: 'kf',
      sslMode: 'require',
    })
    expect(at('postgres://', env).password).toBe('geheim')
    expect(at('postgres://wang:other@h/d', env)).toMatchObject({
      user: 'wang',
      password: 'other',
      host: 'h',
      database: 'd',
    })
    expect(at('postgres://db', { HOME: '/home/li' }).passwordFile).toBe('/home/li/.pgpass')
  })

  test.each([
    'postgres://li:geheim@db:abc/office',
    'postgres://li:geheim@db:70000/office',
    'postgres://li:%zz-geheim@db/office',
    'postgres://li:geheim@db/office?sslmode=maybe',
    'postgres://li:geheim@db/office?target=any',
    'postgres://li:geheim@a@b/office',
  ])('%s is refused, and its password is not shown', (url) => {
    let fault: unknown
    try {
      at(url)
    } catch (error) {
      fault = error
    }
    expect(fault).toMatchObject({ code: 'INVALID_VALUE', status: 2 })
    expect(JSON.stringify(fault)).not.toContain('geheim')
    expect(String(fault)).not.toContain('geheim')
  })

  test.each([
    ['postgres://li:geheim@db/office', 'postgres://li@db/office'],
    ['postgres://li:ge@heim@db/office', 'postgres://li@db/office'],
    ['postgres://db/office?password=geheim&sslmode=require', 'postgres://db/office?password=***&sslmode=require'],
    ['postgres://db/office', 'postgres://db/office'],
  ])('%s is shown as %s', (url, shown) => {
    expect(shownUrl(url)).toBe(shown)
  })
})
