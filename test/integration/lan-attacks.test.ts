import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { phoneMessageLimit } from '../../desktop/contract/lan-wire.ts'
import { toldRunsProjection } from '../../desktop/domain/classroom/lan/runs.ts'
import { classroomProjection } from '../../desktop/domain/classroom/projection.ts'
import { progressProjection } from '../../desktop/domain/course/progress.ts'
import { call } from './learning-support.ts'
import { rightWay } from './lan-run.ts'
import { type LanSchool, openLan, TestPhone } from './lan-support.ts'

const course = 'b4-payment'
const scenario = 'show-payment-code'
const place = { course, scenario }

let school: LanSchool
let url: string
let host: string
let port: number
let pin: string
/** A learner who does nothing wrong; after each attack the class still answers him. */
let good: TestPhone
let goodSecret: string

const rate = { burst: 2000, perSecond: 500 }
const limits = { head: 250, answer: 2000, ping: 20_000, farewell: 50, waiting: 2 ** 16, ...rate }
const times = { wrongPin: 5, knocking: 60_000, telling: 5, grace: 100, firstWait: 1000 }

beforeAll(async () => {
  school = await openLan({ learners: 6, limits, times })
  const state = await school.start()
  ;({ pin, port } = state)
  url = state.addresses[0]?.url ?? ''
  host = new URL(url).host
  good = await new TestPhone(url).open()
  goodSecret = (await good.join(pin, 0)).secret
})
afterAll(() => school.close())

/** The class still serves who behaves. */
async function expectService(): Promise<void> {
  good.heard.length = 0
  good.say({ kind: 'open', ...place })
  expect((await good.take('scenario')).scenario.id).toBe(scenario)
}

/** What comes back for bytes on a bare connection, until it is closed; `left open` after a while. */
function raw(bytes: string | Buffer, patience = 1500, to = port): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(to, '127.0.0.1')
    let text = ''
    const late = setTimeout(() => finish(`${text}left open`), patience)
    const finish = (result: string) => {
      clearTimeout(late)
      socket.destroy()
      resolve(result)
    }
    socket.on('data', (data) => (text += data.toString('latin1')))
    socket.on('error', () => undefined)
    socket.on('close', () => finish(text))
    socket.write(bytes)
  })
}

const get = (path: string, ...headers: string[]) =>
  `GET ${path} HTTP/1.1\r\n${['Connection: close', ...headers].map((line) => `${line}\r\n`).join('')}\r\n`
const own = () => `Host: ${host}`
const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0)

const upgrade = (path: string, headers: readonly string[]) =>
  [
    ...[`GET ${path} HTTP/1.1`, 'Connection: Upgrade', 'Sec-WebSocket-Version: 13'],
    ...['Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==', ...headers, '', ''],
  ].join('\r\n')

describe('the page of a class', () => {
  it('serves its page and its own files, under a policy of its own', async () => {
    const page = await raw(get('/', own()))
    expect(statusOf(page)).toBe(200)
    expect(page).toMatch(/content-security-policy: default-src 'none'/i)
    expect(page).toContain(`connect-src ws://${host}/ws;`)
    expect(page).toContain("frame-ancestors 'none'")
    expect(page).toMatch(/cache-control: no-store/i)
    expect(page).not.toMatch(/access-control|set-cookie|unsafe-eval|__CSP_NONCE__/i)
    for (const name of ['learner-1.js', 'shared-2.js', 'learner-3.css']) {
      expect(statusOf(await raw(get(`/assets/${name}`, own())))).toBe(200)
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
    const answer = await raw(get(path, own()))
    expect(statusOf(answer)).toBe(404)
    expect(answer).not.toMatch(/the app itself|workbench|wang|王/)
    await expectService()
  })

  const requests: [string, () => string | Buffer, number | RegExp][] = [
    ['no Host', () => get('/'), 400],
    ['a name that DNS leads here', () => get('/', 'Host: evil.example'), 403],
    ['a rebound name with the port', () => get('/', `Host: evil.example:${port}`), 403],
    ['localhost', () => get('/', `Host: localhost:${port}`), 403],
    ['another port', () => get('/', 'Host: 127.0.0.1:1'), 403],
    ['no port', () => get('/', 'Host: 127.0.0.1'), 403],
    ['another way to write the address', () => get('/', `Host: 127.1:${port}`), 403],
    ['a dot behind the address', () => get('/', `Host: 127.0.0.1.:${port}`), 403],
    ['a user in the Host', () => get('/', `Host: x@${host}`), 403],
    ['two Hosts', () => get('/', own(), 'Host: evil.example'), /^HTTP\/1\.1 (400|403)/],
    ['the same Host twice', () => get('/', own(), own()), /^HTTP\/1\.1 (400|403)/],
    ['an absolute address', () => get(`http://evil.example/`, own()), 404],
    ['a foreign Origin', () => get('/', own(), 'Origin: http://evil.example'), 403],
    ['a null Origin', () => get('/', own(), 'Origin: null'), 403],
    ['https of the own address', () => get('/', own(), `Origin: https://${host}`), 403],
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
    ['a space before the colon', () => get('/', `Host : ${host}`), 400],
    ['a bare line feed', () => `GET / HTTP/1.1\nHost: ${host}\n\n`, /^HTTP\/1\.1 400|left open/],
    ['no HTTP at all', () => Buffer.from([22, 3, 1, 2, 0, 1, 0, 1, 252, 3, 3]), 400],
    ['zeros', () => Buffer.alloc(3000), 400],
  ]
  it.each(requests)('refuses %s', async (_name, bytes, expected) => {
    const answer = await raw(bytes(), 700)
    if (typeof expected === 'number') expect(statusOf(answer)).toBe(expected)
    else expect(answer).toMatch(expected)
    expect(answer).not.toContain('the app itself')
    await expectService()
  })

  it('cuts off who sends his request letter by letter, or never to its end', async () => {
    const answers = await Promise.all([
      raw('GET / HT', 1500),
      raw(`GET / HTTP/1.1\r\nHost: ${host}\r\nX-a: `, 1500),
      raw('', 1500),
    ])
    // Node closes what has not even begun, and answers 408 to what has
    for (const answer of answers.slice(0, 2)) expect(answer).toMatch(/^(HTTP\/1\.1 4\d\d|$)/)
    await expectService()
  })

  it('does not let one address take every place', async () => {
    const many = Array.from({ length: 130 }, () => connect(port, '127.0.0.1'))
    await Promise.all(
      many.map((socket) => new Promise((resolve) => socket.once('connect', resolve))),
    )
    await new Promise((resolve) => setTimeout(resolve, 50))
    for (const socket of many) socket.on('error', () => undefined)
    await expectService()
    for (const socket of many) socket.destroy()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(statusOf(await raw(get('/', own())))).toBe(200)
  })
})

describe('the connection of a phone', () => {
  const doors: [string, string, () => string[]][] = [
    ['without Origin', '/ws', () => [own(), 'Upgrade: websocket']],
    [
      'with a foreign Origin',
      '/ws',
      () => [own(), 'Upgrade: websocket', 'Origin: http://evil.example'],
    ],
    ['with a null Origin', '/ws', () => [own(), 'Upgrade: websocket', 'Origin: null']],
    [
      'from localhost',
      '/ws',
      () => [own(), 'Upgrade: websocket', `Origin: http://localhost:${port}`],
    ],
    [
      'with a longer Origin',
      '/ws',
      () => [own(), 'Upgrade: websocket', `Origin: http://${host}.evil.example`],
    ],
    [
      'with an Origin in capitals',
      '/ws',
      () => [own(), 'Upgrade: websocket', `Origin: HTTP://${host}`],
    ],
    [
      'of a rebound name',
      '/ws',
      () => [
        `Host: evil.example:${port}`,
        'Upgrade: websocket',
        `Origin: http://evil.example:${port}`,
      ],
    ],
    ['to /rpc', '/rpc', () => [own(), 'Upgrade: websocket', `Origin: http://${host}`]],
    ['to the page', '/', () => [own(), 'Upgrade: websocket', `Origin: http://${host}`]],
    ['with a question', '/ws?x=1', () => [own(), 'Upgrade: websocket', `Origin: http://${host}`]],
    [
      'to something else than a WebSocket',
      '/ws',
      () => [own(), 'Upgrade: tcp', `Origin: http://${host}`],
    ],
    [
      'of another site',
      '/ws',
      () => [own(), 'Upgrade: websocket', `Origin: http://${host}`, 'Sec-Fetch-Site: cross-site'],
    ],
    [
      'with a body',
      '/ws',
      () => [own(), 'Upgrade: websocket', `Origin: http://${host}`, 'Content-Length: 4'],
    ],
  ]
  it.each(doors)('is not opened %s', async (_name, path, headers) => {
    const answer = await raw(upgrade(path, headers()), 700)
    expect(statusOf(answer)).toBeGreaterThanOrEqual(400)
    await expectService()
  })

  /** Sends frames as they are to a connection of its own; resolves when it is cut. */
  async function cutBy(send: (socket: WebSocket) => void): Promise<string> {
    const phone = await new TestPhone(url).open()
    send(phone.socket)
    const late = new Promise<string>((resolve) => setTimeout(() => resolve('left open'), 2000))
    return Promise.race([phone.closed.then(() => 'cut'), late]).finally(() => phone.cut())
  }

  const frames: [string, (socket: WebSocket) => void][] = [
    ['a binary frame', (socket) => socket.send(Buffer.from('{"kind":"pin","pin":"1"}'))],
    ['a message that is too long', (socket) => socket.send('x'.repeat(phoneMessageLimit + 1))],
    [
      'a long message in pieces',
      (socket) => {
        for (let n = 0; n < 70; n += 1) socket.send('x'.repeat(1024), { fin: false })
      },
    ],
    [
      'letters that are no UTF-8',
      (socket) => socket.send(Buffer.from([0xff, 0xfe]), { binary: false }),
    ],
    [
      'too many messages at once',
      (socket) => {
        for (let n = 0; n < 9000; n += 1) socket.send('{}')
      },
    ],
    [
      'too many pings',
      (socket) => {
        for (let n = 0; n < 9000; n += 1) socket.ping()
      },
    ],
  ]
  it.each(frames)('is cut after %s', async (_name, send) => {
    expect(await cutBy(send)).toBe('cut')
    await expectService()
  })

  it('is cut where the phone gives no sign of life, or knocks without the PIN', async () => {
    const quick = { limits: { ping: 100 }, times: { knocking: 200 } }
    const impatient = await openLan({ learners: 1, ...quick })
    const { addresses } = await impatient.start()
    const address = addresses[0]?.url ?? ''
    const knocking = await new TestPhone(address).open()
    expect(await knocking.closed).toBe(1000)
    const { host: other, port: otherPort } = new URL(address)
    const headers = [`Host: ${other}`, 'Upgrade: websocket', `Origin: http://${other}`]
    const answer = await raw(upgrade('/ws', headers), 3000, Number(otherPort))
    expect(statusOf(answer)).toBe(101)
    expect(answer).not.toContain('left open')
    await impatient.close()
  })

  it('is cut where the phone asks on and on and reads nothing', async () => {
    const phone = await new TestPhone(url).open()
    phone.say({ kind: 'back', secret: goodSecret })
    await phone.take('welcome')
    phone.socket.pause()
    for (let n = 0; n < 1800; n += 1) phone.say({ kind: 'open', ...place })
    await new Promise((resolve) => setTimeout(resolve, 500))
    phone.socket.resume()
    await phone.closed
    good = await new TestPhone(url).open()
    good.say({ kind: 'back', secret: goodSecret })
    await good.take('welcome')
    await expectService()
  })
})

describe('a message', () => {
  const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`
  const at = { kind: 'at', ...place, screen: 'home', mistakes: 0, help: 'alone', lost: false }
  const tap = { kind: 'tap', control: null }
  const bad: [string, string | object][] = [
    ['no JSON', 'pin 123456'],
    ['nothing', ''],
    ['a zero byte', '\u0000'],
    ['null', 'null'],
    ['a number', '1e400'],
    ['a list', '[]'],
    ['a deep list', deep],
    ['a deep thing in a field', `{"kind":"pin","pin":${deep}}`],
    ['no kind', {}],
    ['a kind that there is not', { kind: 'eval', code: '1' }],
    ['a procedure of the app', { kind: 'call', id: 1, name: 'people.list', input: {} }],
    ['a kind of the prototype', { kind: 'constructor' }],
    ['a key too many', { kind: 'open', ...place, file: '../../people' }],
    ['a key of the prototype', `{"kind":"leave","__proto__":{"isIn":true},"x":1}`],
    ['open without a course', { kind: 'open', scenario }],
    ['open with an endless name', { kind: 'open', course, scenario: 'x'.repeat(65) }],
    ['open with a list', { kind: 'open', course: [course], scenario }],
    ['at a screen that there is not', { ...at, screen: 'admin' }],
    ['at a screen of the prototype', { ...at, screen: 'constructor' }],
    ['at with 1e400 mistakes', JSON.stringify({ ...at, mistakes: 7 }).replace('7', '1e400')],
    ['at with fewer than no mistakes', { ...at, mistakes: -1 }],
    ['at with half a mistake', { ...at, mistakes: 0.5 }],
    ['at with another help', { ...at, help: 'cheated' }],
    ['played without touches', { kind: 'played', run: 'a', ...place, actions: [] }],
    ['played with 501', { kind: 'played', run: 'b', ...place, actions: Array(501).fill(tap) }],
    ['played beside all controls only', { kind: 'played', run: 'c', ...place, actions: [tap] }],
    [
      'played on a foreign control',
      { kind: 'played', run: 'd', ...place, actions: [{ ...tap, control: 'pay-for-me' }] },
    ],
    [
      'played with another touch',
      { kind: 'played', run: 'e', ...place, actions: [{ ...tap, gesture: 'pinch' }] },
    ],
    [
      'played and says it got there',
      { kind: 'played', run: 'f', ...place, actions: [tap], reached: true },
    ],
    [
      'played for somebody else',
      { kind: 'played', run: 'g', ...place, actions: [tap], person: 'p-1' },
    ],
    ['played a run of no name', { kind: 'played', run: '', ...place, actions: [tap] }],
    ['a face that there is not', { kind: 'face', face: 'angry' }],
    ['a face twenty times', { kind: 'face', face: Array(20).fill('good') }],
    ['a wish of nothing', { kind: 'suggest', text: '  \n ' }],
    ['a wish of a novel', { kind: 'suggest', text: '好'.repeat(301) }],
    ['join a second time', { kind: 'join', seat: null, name: '张三' }],
    ['the PIN from inside', { kind: 'pin', pin: '000000' }],
    ['back from inside', { kind: 'back', secret: 'x' }],
  ]
  it.each(bad)('is not understood: %s', async (_name, message) => {
    good.heard.length = 0
    good.socket.send(typeof message === 'string' ? message : JSON.stringify(message))
    expect((await good.take('refused')).why).toBe('message')
    await expectService()
  })

  const elsewhere: [string, object][] = [
    ['open a practice of another course', { kind: 'open', course: 'b8-fraud', scenario }],
    ['open a file', { kind: 'open', course: '../../people', scenario: 'p-1' }],
    ['open the prototype', { kind: 'open', course: '__proto__', scenario: 'constructor' }],
    ['be at a practice of another course', { ...at, course: 'b8-fraud' }],
    [
      'have played in another course',
      { kind: 'played', run: 'h', course: 'a1', scenario, actions: [tap] },
    ],
    ['choose a face before it is asked for', { kind: 'face', face: 'good' }],
    ['wish where there is no box', { kind: 'suggest', text: '<script>alert(1)</script>' }],
  ]
  it.each(elsewhere)('is refused: %s', async (_name, message) => {
    good.heard.length = 0
    good.socket.send(JSON.stringify(message))
    expect((await good.take('refused')).why).toBe('missing')
    await expectService()
  })

  const strangers: [string, object][] = [
    ['open', { kind: 'open', ...place }],
    ['at', at],
    ['played', { kind: 'played', run: 'i', ...place, actions: [tap] }],
    ['face', { kind: 'face', face: 'poor' }],
    ['suggest', { kind: 'suggest', text: '我' }],
    ['leave', { kind: 'leave' }],
    ['join', { kind: 'join', seat: null, name: '张三' }],
    ['a forged secret', { kind: 'back', secret: 'A'.repeat(43) }],
    ['an empty secret', { kind: 'back', secret: '' }],
  ]
  it.each(strangers)(
    'of a stranger who has not said the PIN is refused: %s',
    async (_n, message) => {
      const stranger = await new TestPhone(url).open()
      stranger.socket.send(JSON.stringify(message))
      expect((await stranger.take('refused')).why).toBe('unknown')
      expect(stranger.heard).toEqual([])
      stranger.cut()
      await expectService()
    },
  )
})

describe('results', () => {
  it('cannot be claimed, nor anybody else’s run be stopped', async () => {
    const [one, two] = await Promise.all([new TestPhone(url).open(), new TestPhone(url).open()])
    await one.join(pin, 1)
    await two.join(pin, 2)
    const person = (at: number) =>
      (school.lan.state.on ? school.lan.state.devices[at]?.person : '') ?? ''
    const found = good.take('scenario')
    good.say({ kind: 'open', ...place })
    const right = rightWay((await found).scenario)
    // the goal is not reached by saying so: half the way is half the way
    one.say({ kind: 'played', run: 'same', ...place, actions: right.slice(0, 1) })
    await one.take('kept')
    // the name of a run is the phone's own: another phone's does not stand in its way
    two.say({ kind: 'played', run: 'same', ...place, actions: right })
    await two.take('kept')
    const best = (at: number) =>
      school.journal.state(progressProjection)[person(at)]?.scenarios[`${course}/${scenario}`]?.best
    expect([best(1), best(2)]).toEqual([null, 'alone'])
    expect(Object.keys(school.journal.state(toldRunsProjection))).toHaveLength(2)
    one.cut()
    two.cut()
    await expectService()
  })

  it('a learner has one face, whatever he sends', async () => {
    school.lan.ask(true)
    for (const face of ['poor', 'poor', 'fair', 'good'] as const) {
      good.say({ kind: 'face', face })
      await good.take('heard')
    }
    const faces = school.journal.state(classroomProjection).sessions[school.session]?.faces
    expect(faces).toEqual({ good: 1, fair: 0, poor: 0 })
    school.lan.ask(false)
  })
})

describe('the PIN', () => {
  it('is not found by guessing, one after the other or many at once', async () => {
    const wrong = pin === '111111' ? '222222' : '111111'
    const phones = await Promise.all(Array.from({ length: 12 }, () => new TestPhone(url).open()))
    for (const phone of phones) phone.say({ kind: 'pin', pin: wrong })
    const answers = await Promise.all(phones.map((phone) => phone.take('refused')))
    expect(answers.filter(({ why }) => why === 'pin').map(({ left }) => left)).toEqual([4, 3, 2, 1])
    expect(answers.filter(({ why }) => why === 'wait')).toHaveLength(8)
    // the right one is refused as well, and says no more than a wrong one
    phones[0]?.say({ kind: 'pin', pin })
    expect(await phones[0]?.take('refused')).toMatchObject({ why: 'wait' })
    for (const phone of phones) phone.cut()
    await expectService()
  })

  it('lets nobody in after fifty wrong ones, until there is a new one', async () => {
    const guesser = await new TestPhone(url).open()
    for (let round = 0; school.lan.state.on && !school.lan.state.paused; round += 1) {
      school.time.ahead += 10_000_000
      guesser.say({ kind: 'pin', pin: '000000' })
      await guesser.take('refused')
      expect(round).toBeLessThan(60)
    }
    expect(school.lan.state).toMatchObject({ paused: true, wrongPins: 50 })
    school.time.ahead += 10_000_000_000
    guesser.say({ kind: 'pin', pin })
    expect((await guesser.take('refused')).why).toBe('wait')
    await expectService()
    const state = await school.handlers['lan.pin']({}, call)
    expect(state).toMatchObject({ paused: false, wrongPins: 0 })
    if (state.on) guesser.say({ kind: 'pin', pin: state.pin })
    await guesser.take('seats')
    guesser.cut()
  })
})

describe('after the end', () => {
  it('a phone that was sent away is nobody any more', async () => {
    const devices = school.lan.state.on ? school.lan.state.devices : []
    const sent = devices.find(({ online }) => online)
    await school.handlers['lan.remove']({ device: sent?.id ?? '' }, call)
    expect((await good.take('over')).why).toBe('removed')
    await good.closed
    const again = await new TestPhone(url).open()
    again.say({ kind: 'back', secret: goodSecret })
    expect((await again.take('refused')).why).toBe('unknown')
    again.cut()
  })

  it('nothing listens, and the secrets of the last class open nothing in the next', async () => {
    await school.handlers['lan.stop']({}, call)
    expect(school.lan.state).toEqual({ on: false })
    expect(await raw(get('/', own()), 500)).toBe('')
    const next = await school.start()
    const phone = await new TestPhone(next.addresses[0]?.url ?? '').open()
    phone.say({ kind: 'back', secret: goodSecret })
    expect((await phone.take('refused')).why).toBe('unknown')
    if (next.pin !== pin) {
      phone.say({ kind: 'pin', pin })
      expect((await phone.take('refused')).why).toBe('pin')
    }
    phone.cut()
  })
})
