import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { get, Siege, statusOf } from './lan-siege.ts'

const siege = new Siege()
const own = () => `Host: ${siege.host}`

describe('the page of a class', () => {
  it('serves its page and its own files, under a policy of its own', async () => {
    const page = await siege.raw(get('/', own()))
    expect(statusOf(page)).toBe(200)
    expect(page).toMatch(/content-security-policy: default-src 'none'/i)
    expect(page).toContain(`connect-src ws://${siege.host}/ws;`)
    expect(page).toContain("frame-ancestors 'none'")
    expect(page).toMatch(/cache-control: no-store/i)
    expect(page).not.toMatch(/access-control|set-cookie|unsafe-eval|__CSP_NONCE__/i)
    for (const name of ['learner-1.js', 'shared-2.js', 'learner-3.css']) {
      expect(statusOf(await siege.raw(get(`/assets/${name}`, own())))).toBe(200)
    }
  })

  const paths = [
    ...['/index.html', '/learner.html', '/rpc', '/ws', '/?token=1', '//', '/assets', '/assets/'],
    ...['/assets/main-4.js', '/assets/../index.html', '/assets/..%2findex.html', '/assets/%2e%2e/'],
    ...['/assets/%2e%2e%2f%2e%2e%2fworkspace/journal', '/assets/..\\index.html', '/assets/.vite'],
    ...['/.vite/manifest.json', '/assets/learner-1.js%00.css', '/assets/learner-1.js?x'],
    ...[
      '/assets//learner-1.js',
      '/people',
      '/journal',
      '/etc/passwd',
      '/%00',
      '/assets/constructor',
    ],
    ...['/assets/__proto__', '/favicon.ico', '/modules.json'],
  ]
  it.each(paths)('does not serve %s', async (path) => {
    const answer = await siege.raw(get(path, own()))
    expect(statusOf(answer)).toBe(404)
    expect(answer).not.toMatch(/the app itself|workbench|wang|王/)
    await siege.expectService()
  })

  const requests: [string, () => string | Buffer, number | RegExp][] = [
    ['no Host', () => get('/'), 400],
    ['a name that DNS leads here', () => get('/', 'Host: evil.example'), 403],
    ['a rebound name with the port', () => get('/', `Host: evil.example:${siege.port}`), 403],
    ['localhost', () => get('/', `Host: localhost:${siege.port}`), 403],
    ['another port', () => get('/', 'Host: 127.0.0.1:1'), 403],
    ['no port', () => get('/', 'Host: 127.0.0.1'), 403],
    ['another way to write the address', () => get('/', `Host: 127.1:${siege.port}`), 403],
    ['a dot behind the address', () => get('/', `Host: 127.0.0.1.:${siege.port}`), 403],
    ['a user in the Host', () => get('/', `Host: x@${siege.host}`), 403],
    ['two Hosts', () => get('/', own(), 'Host: evil.example'), /^HTTP\/1\.1 (400|403)/],
    ['the same Host twice', () => get('/', own(), own()), /^HTTP\/1\.1 (400|403)/],
    ['an absolute address', () => get(`http://evil.example/`, own()), 404],
    ['a foreign Origin', () => get('/', own(), 'Origin: http://evil.example'), 403],
    ['a null Origin', () => get('/', own(), 'Origin: null'), 403],
    ['https of the own address', () => get('/', own(), `Origin: https://${siege.host}`), 403],
    [
      'a file for a foreign page',
      () => get('/assets/learner-1.js', own(), 'Sec-Fetch-Site: cross-site'),
      403,
    ],
    [
      'a file for a page of another port',
      () => get('/assets/learner-1.js', own(), 'Sec-Fetch-Site: same-site'),
      403,
    ],
    ...['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'HEAD', 'PATCH', 'PROPFIND'].map(
      (method): [string, () => string, number] => [
        method,
        () => get('/', own()).replace('GET', method),
        405,
      ],
    ),
    ['CONNECT', () => `CONNECT evil.example:80 HTTP/1.1\r\n${own()}\r\n\r\n`, /^(?!HTTP\/1\.1 2)/],
    ['a method that there is not', () => get('/', own()).replace('GET', 'STEAL'), 400],
    ['HTTP/1.0', () => get('/', own()).replace('HTTP/1.1', 'HTTP/1.0'), 505],
    ['HTTP/2 in the open', () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', /^HTTP\/1\.1 (400|505)/],
    [
      'an upgrade to h2c',
      () => get('/', own(), 'Upgrade: h2c', 'HTTP2-Settings: AAMAAABk').replace('close', 'Upgrade'),
      404,
    ],
    ['a body', () => `${get('/', own(), 'Content-Length: 5')}hello`, 413],
    ['a body in pieces', () => `${get('/', own(), 'Transfer-Encoding: chunked')}0\r\n\r\n`, 413],
    ['a body of many gigabytes', () => get('/', own(), 'Content-Length: 99999999999'), 413],
    ['two lengths', () => `${get('/', own(), 'Content-Length: 0', 'Content-Length: 5')}hello`, 400],
    [
      'length and pieces',
      () => `${get('/', own(), 'Content-Length: 3', 'Transfer-Encoding: chunked')}0\r\n\r\n`,
      /^HTTP\/1\.1 (400|413)/,
    ],
    [
      'pieces written oddly',
      () => `${get('/', own(), 'Transfer-Encoding: xchunked')}0\r\n\r\n`,
      /^HTTP\/1\.1 (400|413)/,
    ],
    ['a length that is none', () => get('/', own(), 'Content-Length: -1'), 400],
    ['“may I send?”', () => get('/', own(), 'Expect: 100-continue', 'Content-Length: 5'), 417],
    ['an address of 300 characters', () => get(`/${'a'.repeat(300)}`, own()), 414],
    ['an address of 20,000', () => get(`/${'a'.repeat(20_000)}`, own()), /^HTTP\/1\.1 4/],
    ['a head of 20,000 bytes', () => get('/', own(), `X: ${'a'.repeat(20_000)}`), /^HTTP\/1\.1 4/],
    [
      'a thousand headers',
      () => get('/', own(), ...Array<string>(1000).fill('X: aaaaaaaaaa')),
      /^HTTP\/1\.1 4/,
    ],
    [
      'a header that goes on in the next line',
      () => get('/', own(), 'X: a\r\n b: c'),
      /^HTTP\/1\.1 (200|400)/,
    ],
    ['a space before the colon', () => get('/', `Host : ${siege.host}`), 400],
    [
      'a bare line feed',
      () => `GET / HTTP/1.1\nHost: ${siege.host}\n\n`,
      /^HTTP\/1\.1 400|left open/,
    ],
    ['no HTTP at all', () => Buffer.from([22, 3, 1, 2, 0, 1, 0, 1, 252, 3, 3]), 400],
    ['zeros', () => Buffer.alloc(3000), 400],
  ]
  it.each(requests)('refuses %s', async (_name, bytes, expected) => {
    const answer = await siege.raw(bytes(), 700)
    if (typeof expected === 'number') expect(statusOf(answer)).toBe(expected)
    else expect(answer).toMatch(expected)
    expect(answer).not.toContain('the app itself')
    await siege.expectService()
  })

  it('cuts off who sends his request letter by letter, or never to its end', async () => {
    const answers = await Promise.all([
      siege.raw('GET / HT', 1500),
      siege.raw(`GET / HTTP/1.1\r\nHost: ${siege.host}\r\nX-a: `, 1500),
      siege.raw('', 1500),
    ])
    // Node closes what has not even begun, and answers 408 to what has
    for (const answer of answers.slice(0, 2)) expect(answer).toMatch(/^(HTTP\/1\.1 4\d\d|$)/)
    await siege.expectService()
  })

  it('does not let one address take every place', async () => {
    const many = Array.from({ length: 130 }, () => connect(siege.port, '127.0.0.1'))
    await Promise.all(
      many.map((socket) => new Promise((resolve) => socket.once('connect', resolve))),
    )
    await new Promise((resolve) => setTimeout(resolve, 50))
    for (const socket of many) socket.on('error', () => undefined)
    await siege.expectService()
    for (const socket of many) socket.destroy()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(statusOf(await siege.raw(get('/', own())))).toBe(200)
  })
})
