import { describe, expect, it } from 'vitest'
import type { WebSocket } from 'ws'
import { phoneMessageLimit } from '../../desktop/contract/lan-wire.ts'
import { place, Siege, statusOf, upgrade } from './lan-siege.ts'
import { openLan, TestPhone } from './lan-support.ts'

const siege = new Siege()
const own = () => `Host: ${siege.host}`

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
      () => [own(), 'Upgrade: websocket', `Origin: http://localhost:${siege.port}`],
    ],
    [
      'with a longer Origin',
      '/ws',
      () => [own(), 'Upgrade: websocket', `Origin: http://${siege.host}.evil.example`],
    ],
    [
      'with an Origin in capitals',
      '/ws',
      () => [own(), 'Upgrade: websocket', `Origin: HTTP://${siege.host}`],
    ],
    [
      'of a rebound name',
      '/ws',
      () => [
        `Host: evil.example:${siege.port}`,
        'Upgrade: websocket',
        `Origin: http://evil.example:${siege.port}`,
      ],
    ],
    ['to /rpc', '/rpc', () => [own(), 'Upgrade: websocket', `Origin: http://${siege.host}`]],
    ['to the page', '/', () => [own(), 'Upgrade: websocket', `Origin: http://${siege.host}`]],
    [
      'with a question',
      '/ws?x=1',
      () => [own(), 'Upgrade: websocket', `Origin: http://${siege.host}`],
    ],
    [
      'to something else than a WebSocket',
      '/ws',
      () => [own(), 'Upgrade: tcp', `Origin: http://${siege.host}`],
    ],
    [
      'of another site',
      '/ws',
      () => [
        own(),
        'Upgrade: websocket',
        `Origin: http://${siege.host}`,
        'Sec-Fetch-Site: cross-site',
      ],
    ],
    [
      'with a body',
      '/ws',
      () => [own(), 'Upgrade: websocket', `Origin: http://${siege.host}`, 'Content-Length: 4'],
    ],
  ]
  it.each(doors)('is not opened %s', async (_name, path, headers) => {
    const answer = await siege.raw(upgrade(path, headers()), 700)
    expect(statusOf(answer)).toBeGreaterThanOrEqual(400)
    await siege.expectService()
  })

  /** Sends frames as they are to a connection of its own; resolves when it is cut. */
  async function cutBy(send: (socket: WebSocket) => void): Promise<string> {
    const phone = await new TestPhone(siege.url).open()
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
    await siege.expectService()
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
    const answer = await siege.raw(upgrade('/ws', headers), 3000, Number(otherPort))
    expect(statusOf(answer)).toBe(101)
    expect(answer).not.toContain('left open')
    await impatient.close()
  })

  it('is cut where the phone asks on and on and reads nothing', async () => {
    const phone = await new TestPhone(siege.url).open()
    phone.say({ kind: 'back', secret: siege.goodSecret })
    await phone.take('welcome')
    phone.socket.pause()
    for (let n = 0; n < 1800; n += 1) phone.say({ kind: 'open', ...place })
    await new Promise((resolve) => setTimeout(resolve, 500))
    phone.socket.resume()
    await phone.closed
    siege.good = await new TestPhone(siege.url).open()
    siege.good.say({ kind: 'back', secret: siege.goodSecret })
    await siege.good.take('welcome')
    await siege.expectService()
  })
})
