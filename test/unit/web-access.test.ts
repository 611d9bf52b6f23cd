import { beforeEach, describe, expect, test } from 'vitest'
import { Access, type RequestFacts } from '../../desktop/host/web/access.ts'

const port = 4321
const plain: RequestFacts = {
  method: 'GET',
  path: '/assets/a.js',
  host: '127.0.0.1:4321',
  origin: undefined,
  fetchSite: 'same-origin',
  cookie: undefined,
  upgrade: false,
}

let access: Access
let cookie: string

beforeEach(() => {
  access = new Access(port)
  cookie = access.exchange(access.token!)!.split(';')[0]!
})

test('the token is 32 random bytes and works once', () => {
  const fresh = new Access(port)
  const token = fresh.token!
  expect(Buffer.from(token, 'base64url')).toHaveLength(32)
  expect(fresh.exchange('x'.repeat(token.length))).toBeUndefined()
  expect(fresh.exchange(token)).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/)
  expect(fresh.exchange(token)).toBeUndefined()
  expect(fresh.token).toBeUndefined()
})

test('the browser that traded the token is let in', () => {
  expect(access.refuse({ ...plain, cookie })).toBeUndefined()
  expect(access.refuse({ ...plain, cookie: `a=b; ${cookie}` })).toBeUndefined()
  const upgrade = { ...plain, cookie, upgrade: true, origin: 'http://localhost:4321' }
  expect(access.refuse(upgrade)).toBeUndefined()
})

describe('refused', () => {
  const refusals: [string, Partial<RequestFacts>, string][] = [
    ['no Host', { host: undefined }, 'host'],
    ['a rebound name', { host: 'evil.example:4321' }, 'host'],
    ['our name on another port', { host: '127.0.0.1:80' }, 'host'],
    ['a name that starts like ours', { host: '127.0.0.1:4321.evil.example' }, 'host'],
    ['another address of this machine', { host: '0.0.0.0:4321' }, 'host'],
    ['another origin', { origin: 'http://evil.example' }, 'origin'],
    ['our origin over https', { origin: 'https://127.0.0.1:4321' }, 'origin'],
    ['another port as origin', { origin: 'http://127.0.0.1:9999' }, 'origin'],
    ['a null origin', { origin: 'null' }, 'origin'],
    ['a WebSocket without an origin', { upgrade: true }, 'origin'],
    ['a POST', { method: 'POST' }, 'method'],
    ['an OPTIONS preflight', { method: 'OPTIONS' }, 'method'],
    ['a part loaded by another site', { fetchSite: 'cross-site' }, 'site'],
    ['a part loaded from another port', { fetchSite: 'same-site' }, 'site'],
  ]
  test.each(refusals)('%s, even with the cookie', (_name, change, refusal) => {
    expect(access.refuse({ ...plain, cookie, ...change })).toBe(refusal)
  })

  const sessions: [string, string | undefined][] = [
    ['no cookie', undefined],
    ['a guess', `zhizhi-4321=${'A'.repeat(43)}`],
    ["another port's cookie", 'zhizhi-4322=abc'],
    ['an empty one', 'zhizhi-4321='],
  ]
  test.each(sessions)('%s', (_name, given) => {
    expect(access.refuse({ ...plain, cookie: given })).toBe('session')
  })
})
