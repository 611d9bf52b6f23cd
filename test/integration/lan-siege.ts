import { connect } from 'node:net'
import { afterAll, beforeAll, expect } from 'vitest'
import { type LanSchool, openLan, TestPhone } from './lan-support.ts'

export const course = 'b4-payment'
export const scenario = 'show-payment-code'
export const place = { course, scenario }

const rate = { burst: 2000, perSecond: 500 }
const limits = { head: 250, answer: 2000, ping: 20_000, farewell: 50, waiting: 2 ** 16, ...rate }
const times = { wrongPin: 5, knocking: 60_000, telling: 5, grace: 100, firstWait: 1000 }

/** An open class under attack, and in it a learner who does nothing wrong. */
export class Siege {
  school!: LanSchool
  url = ''
  host = ''
  port = 0
  pin = ''
  good!: TestPhone
  goodSecret = ''

  constructor() {
    beforeAll(() => this.#open())
    afterAll(() => this.school.close())
  }

  /** The class still serves who behaves. */
  async expectService(): Promise<void> {
    this.good.heard.length = 0
    this.good.say({ kind: 'open', ...place })
    expect((await this.good.take('scenario')).scenario.id).toBe(scenario)
  }

  /** The good learner's phone comes back. */
  async goodReturns(): Promise<void> {
    this.good = await new TestPhone(this.url).open()
    this.good.say({ kind: 'back', secret: this.goodSecret })
    await this.good.take('welcome')
  }

  /** What comes back for bytes on a bare connection, until it is closed; `left open` after a while. */
  raw(bytes: string | Buffer, patience = 1500, to = this.port): Promise<string> {
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

  async #open(): Promise<void> {
    this.school = await openLan({ learners: 6, limits, times })
    const { pin, port, addresses } = await this.school.start()
    Object.assign(this, { pin, port, url: addresses[0]?.url ?? '' })
    this.host = new URL(this.url).host
    this.good = await new TestPhone(this.url).open()
    this.goodSecret = (await this.good.join(pin, 0)).secret
  }
}

export const get = (path: string, ...headers: string[]) =>
  `GET ${path} HTTP/1.1\r\n${['Connection: close', ...headers].map((line) => `${line}\r\n`).join('')}\r\n`
export const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0)

export const upgrade = (path: string, headers: readonly string[]) =>
  [
    ...[`GET ${path} HTTP/1.1`, 'Connection: Upgrade', 'Sec-WebSocket-Version: 13'],
    ...['Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==', ...headers, '', ''],
  ].join('\r\n')
