import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { startWebHost, type WebHost } from '../../desktop/host/web/server.ts'

let folder: string
let host: WebHost
let origin: string
let port: number
let cookie: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhizhi-web-'))
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__">')
  await writeFile(join(folder, 'assets/a.js'), 'export {}')
  await writeFile(join(folder, 'secret.txt'), 'secret')
  host = await startWebHost({ port: 0, renderer: folder, accept: (socket) => socket.send('hello') })
  const url = new URL(host.url)
  origin = url.origin
  port = Number(url.port)
})

afterAll(async () => {
  await host.close()
  await rm(folder, { recursive: true })
})

interface Answer {
  status: number
  headers: IncomingMessage['headers']
  body: string
}

function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let body = ''
      response.on('data', (chunk: Buffer) => (body += chunk.toString()))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      )
    })
    sent.on('error', reject)
    sent.end()
  })
}

function knock(path: string, headers: Record<string, string>): Promise<string> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers })
    socket.on('message', (data: Buffer) => {
      resolve(data.toString())
      socket.close()
    })
    socket.on('unexpected-response', (_request, response) =>
      resolve(`refused ${response.statusCode}`),
    )
    socket.on('error', () => undefined)
  })
}

test('before the token is used nothing is served', async () => {
  expect((await get('/')).status).toBe(401)
  expect((await get('/assets/a.js')).status).toBe(401)
  expect((await get('/?token=wrong')).status).toBe(401)
})

test('the address is traded once for a cookie and the token is gone from it', async () => {
  const { pathname, search } = new URL(host.url)
  const first = await get(pathname + search)
  expect(first.status).toBe(303)
  expect(first.headers.location).toBe('/')
  const set = first.headers['set-cookie']?.[0] ?? ''
  expect(set).toMatch(/HttpOnly; SameSite=Strict/)
  cookie = set.split(';')[0] ?? ''
  expect((await get(pathname + search)).status).toBe(401)
})

describe('with the cookie', () => {
  test('the page comes with a policy of its own', async () => {
    const one = await get('/', { cookie })
    const two = await get('/', { cookie })
    expect(one.status).toBe(200)
    const policy = String(one.headers['content-security-policy'])
    const nonce = /content="(.+)"/.exec(one.body)?.[1] ?? ''
    expect(policy).toContain(`'nonce-${nonce}'`)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).not.toMatch(/script-src[^;]*unsafe/)
    expect(two.headers['content-security-policy']).not.toBe(policy)
    expect(one.headers['access-control-allow-origin']).toBeUndefined()
    expect(one.headers['x-content-type-options']).toBe('nosniff')
  })

  test('assets are served, other files and paths outside are not', async () => {
    expect((await get('/assets/a.js', { cookie })).body).toBe('export {}')
    for (const path of [
      '/secret.txt',
      '/assets/../secret.txt',
      '/assets/%2e%2e/secret.txt',
      '/nowhere',
    ]) {
      const answer = await get(path, { cookie })
      expect(answer.status).toBe(404)
      expect(answer.body).not.toContain('secret')
    }
  })

  const refused: [string, Record<string, string>, string][] = [
    ['another Host', { host: 'evil.example' }, 'GET'],
    ['another Origin', { origin: 'http://evil.example' }, 'GET'],
    ['a POST', {}, 'POST'],
    ['a PUT', {}, 'PUT'],
    ['a cross-site part', { 'sec-fetch-site': 'cross-site' }, 'GET'],
  ]
  test.each(refused)('%s is refused', async (_name, headers, method) => {
    expect((await get('/assets/a.js', { cookie, ...headers }, method)).status).toBe(403)
  })
})

describe('the WebSocket', () => {
  test('opens for our own page', async () => {
    expect(await knock('/rpc', { cookie, origin })).toBe('hello')
  })

  const refused: [string, string, () => Record<string, string>][] = [
    ['without a cookie', '/rpc', () => ({ origin })],
    ['without an origin', '/rpc', () => ({ cookie })],
    ['from another origin', '/rpc', () => ({ cookie, origin: 'http://evil.example' })],
    ['with another Host', '/rpc', () => ({ cookie, origin, host: 'evil.example' })],
    ['on another path', '/other', () => ({ cookie, origin })],
  ]
  test.each(refused)('%s is refused', async (_name, path, headers) => {
    expect(await knock(path, headers())).toBe('refused 403')
  })
})

test('a port in use is said as such', async () => {
  const second = startWebHost({ port, renderer: folder, accept: () => undefined })
  await expect(second).rejects.toMatchObject({ code: 'port_in_use', params: { port } })
})

test('it listens on this machine only', async () => {
  const { networkInterfaces } = await import('node:os')
  const others = Object.values(networkInterfaces())
    .flat()
    .filter((address) => address && !address.internal && address.family === 'IPv4')
  for (const address of others) {
    const reached = await new Promise((resolve) => {
      const sent = httpRequest({ host: address!.address, port, timeout: 1000 }, () => resolve(true))
      sent.on('error', () => resolve(false))
      sent.on('timeout', () => sent.destroy(new Error('timeout')))
      sent.end()
    })
    expect(reached).toBe(false)
  }
})
