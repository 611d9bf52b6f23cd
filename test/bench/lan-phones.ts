import { WebSocket } from 'ws'
import type { FromPhone, ToPhone } from '../../desktop/contract/lan-wire.ts'
import { rightWay } from '../integration/lan-run.ts'

/** Forty learners' phones in a process of their own: they join, play, lose the network and come back. */

export interface PhonesOrder {
  readonly url: string
  readonly pin: string
  readonly phones: number
  readonly seconds: number
  /** A bare server that sends each message back. */
  readonly echo: string
}

export interface PhonesReport {
  readonly join: readonly number[]
  readonly answer: readonly number[]
  readonly kept: readonly number[]
  readonly echo: readonly number[]
  /** Names of the runs that the phones told of, and how often they told. */
  readonly runs: readonly string[]
  readonly told: number
  readonly cut: number
}

type Of<K extends ToPhone['kind']> = Extract<ToPhone, { kind: K }>

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
const between = (low: number, high: number) => low + Math.random() * (high - low)

const report = {
  ...{ join: [] as number[], answer: [] as number[], kept: [] as number[], echo: [] as number[] },
  ...{ runs: [] as string[], told: 0, cut: 0 },
}

class Phone {
  readonly #order: PhonesOrder
  #socket: WebSocket | undefined
  #secret = ''
  #heard: ((message: ToPhone) => void) | undefined
  #broken = false

  constructor(order: PhonesOrder) {
    this.#order = order
  }

  async join(at: number): Promise<Of<'welcome'>> {
    const start = performance.now()
    await this.#connect()
    const { seats } = await this.#ask({ kind: 'pin', pin: this.#order.pin }, 'seats')
    const seat = seats[at]?.seat ?? null
    const welcome = await this.#ask({ kind: 'join', seat, name: null }, 'welcome')
    this.#secret = welcome.secret
    const { course = '', scenario = '' } = welcome.practices[0] ?? {}
    await this.#ask({ kind: 'open', course, scenario }, 'scenario')
    report.join.push(performance.now() - start)
    return welcome
  }

  async play({ course, scenario }: Of<'welcome'>['practices'][number], nth: string): Promise<void> {
    const opened = await this.#timed({ kind: 'open', course, scenario }, 'scenario', report.answer)
    if (!opened) return
    const actions = rightWay(opened.scenario)
    for (let mistakes = 0; mistakes < actions.length; mistakes += 1) {
      const at = { screen: opened.scenario.start, mistakes, help: 'alone', lost: false } as const
      this.#say({ kind: 'at', course, scenario, ...at })
      await sleep(between(500, 1500))
    }
    report.runs.push(nth)
    // told until it is kept, as a phone does
    for (;;) {
      report.told += 1
      const played = { kind: 'played', run: nth, course, scenario, actions } as const
      // every tenth time the line breaks while the run is on its way, or its answer is
      if (Math.random() < 0.1) setTimeout(() => this.cut(), between(0, 20))
      if (await this.#timed(played, 'kept', report.kept)) return
      await this.#return()
    }
  }

  /** The network is gone, in the middle of whatever it is. */
  cut(): void {
    report.cut += 1
    this.#broken = true
    this.#socket?.terminate()
  }

  async #return(): Promise<void> {
    await sleep(between(500, 2500))
    await this.#connect()
    await this.#ask({ kind: 'back', secret: this.#secret }, 'welcome')
  }

  async #connect(): Promise<void> {
    const { host, origin } = new URL(this.#order.url)
    const socket = new WebSocket(`ws://${host}/ws`, { origin })
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
    socket.on('message', (data: Buffer) => this.#heard?.(JSON.parse(data.toString()) as ToPhone))
    socket.on('error', () => undefined)
    socket.on('close', () => (this.#broken = true))
    socket.setMaxListeners(0)
    this.#socket = socket
    this.#broken = false
  }

  #say(message: FromPhone): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message))
  }

  async #ask<K extends ToPhone['kind']>(message: FromPhone, kind: K): Promise<Of<K>> {
    const answer = await this.#await(message, kind)
    if (!answer) throw new Error(`no ${kind}`)
    return answer
  }

  async #timed<K extends ToPhone['kind']>(message: FromPhone, kind: K, times: number[]) {
    if (this.#broken) await this.#return()
    const start = performance.now()
    const answer = await this.#await(message, kind)
    if (answer) times.push(performance.now() - start)
    return answer
  }

  /** The answer of this kind; nothing where the line broke. */
  #await<K extends ToPhone['kind']>(message: FromPhone, kind: K): Promise<Of<K> | undefined> {
    return new Promise((resolve, reject) => {
      this.#heard = (said) => {
        if (said.kind === kind) resolve(said as Of<K>)
        else if (said.kind === 'refused') reject(new Error(`${message.kind}: ${said.why}`))
      }
      this.#socket?.once('close', () => resolve(undefined))
      this.#say(message)
    })
  }
}

async function run(order: PhonesOrder): Promise<PhonesReport> {
  const phones = Array.from({ length: order.phones }, () => new Phone(order))
  const welcomes = await Promise.all(phones.map((phone, at) => phone.join(at)))
  const end = Date.now() + order.seconds * 1000
  const cut = setTimeout(() => {
    for (const phone of phones) phone.cut()
  }, order.seconds * 500)
  await Promise.all(
    phones.map(async (phone, at) => {
      await sleep(between(0, 1000))
      for (let nth = 0; Date.now() < end; nth += 1) {
        const practices = welcomes[at]?.practices ?? []
        const practice = practices[(at + nth) % practices.length]
        if (practice) await phone.play(practice, `${at}-${nth}`)
      }
    }),
  )
  clearTimeout(cut)
  await echo(order)
  return report
}

/** As many messages as were answered, each of a scenario's size, through the bare server. */
async function echo({ echo: address, phones }: PhonesOrder): Promise<void> {
  const message = 'x'.repeat(6000)
  await Promise.all(
    Array.from({ length: phones }, async () => {
      const socket = new WebSocket(address)
      await new Promise((resolve) => socket.once('open', resolve))
      for (let n = 0; n < 10; n += 1) {
        await sleep(between(500, 1500))
        const start = performance.now()
        socket.send(message)
        await new Promise((resolve) => socket.once('message', resolve))
        report.echo.push(performance.now() - start)
      }
      socket.close()
    }),
  )
}

process.on('message', (order: PhonesOrder) => {
  run(order).then(
    (done) => process.send?.(done),
    (error: unknown) => {
      console.error(error)
      process.exit(1)
    },
  )
})
process.on('disconnect', () => process.exit())
