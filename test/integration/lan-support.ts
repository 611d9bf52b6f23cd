import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocket } from 'ws'
import type { FromPhone, ToPhone } from '../../desktop/contract/lan-wire.ts'
import type { LanState } from '../../desktop/contract/lan.ts'
import { pictures } from '../../desktop/domain/classroom/pictures.ts'
import { toldRunsProjection } from '../../desktop/domain/classroom/lan/runs.ts'
import { classroomProjection } from '../../desktop/domain/classroom/projection.ts'
import { progressProjection } from '../../desktop/domain/course/progress.ts'
import { createContent } from '../../desktop/host/content.ts'
import { createDoors } from '../../desktop/host/lan/doors.ts'
import { type LanLimits, usualLimits } from '../../desktop/host/lan/limits.ts'
import { systemSecrets } from '../../desktop/host/lan/secrets.ts'
import { openWorkspace } from '../../desktop/journal/workspace.ts'
import { createClassroom } from '../../desktop/services/classroom/classroom.ts'
import { createLan } from '../../desktop/services/classroom/lan/handlers.ts'
import { type LanTimes, usualTimes } from '../../desktop/services/classroom/lan/times.ts'
import { tellingJournal } from '../../desktop/services/classroom/telling.ts'
import { Records } from '../../desktop/services/learning/learner.ts'
import { Library } from '../../desktop/services/learning/library.ts'
import { arrivalsProjection, createPeople } from '../../desktop/services/people.ts'
import { createSettings, settingsProjection } from '../../desktop/services/settings.ts'
import { call } from './learning-support.ts'

const project = new URL('../..', import.meta.url).pathname

interface Options {
  readonly limits?: Partial<LanLimits>
  readonly times?: Partial<LanTimes>
  /** How many learners the class has. */
  readonly learners?: number
  readonly usualPort?: number
  /** The folder of the built renderer; without it, a page of the test's own. */
  readonly renderer?: string
  readonly suggest?: (text: string) => void
}

const projections = [
  ...[classroomProjection, toldRunsProjection, progressProjection],
  ...[arrivalsProjection, settingsProjection],
]

/** A class on a real workspace with the shipped courses, ready to be opened on this very computer. */
export async function openLan(options: Options = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'zhizhi-lan-'))
  const renderer = options.renderer ?? (await writePage(folder))
  const time = { ahead: 0 }
  const clock = { now: () => new Date(Date.now() + time.ahead) }
  const workspace = await openWorkspace(join(folder, 'workspace'), { projections, clock })
  const journal = tellingJournal(workspace.journal, (id) => lan.classChanged(id))
  const settings = createSettings(journal, () => undefined)
  const learners = createPeople(workspace.people, journal, settings, () => undefined)
  const classroom = createClassroom({ journal, people: workspace.people, learners, clock })
  const loopback = { card: 'test', address: '127.0.0.1', netmask: '255.0.0.0', internal: false }
  const { lan, handlers } = createLan({
    ...{ journal, people: workspace.people, learners, clock, secrets: systemSecrets },
    ...{ records: new Records(journal), library: new Library(createContent(project, folder)) },
    ...{ times: { ...usualTimes, ...options.times }, pictures: pictures.map(({ id }) => id) },
    suggestions: options.suggest && {
      add: (_session, text) => Promise.resolve(options.suggest?.(text)),
    },
    doors: createDoors({
      ...{ renderer, cards: () => [loopback], limits: { ...usualLimits, ...options.limits } },
      usualPort: options.usualPort ?? 0,
    }),
  })
  const { id } = await classroom['class.make']({ title: '周二上午班' }, call)
  const added = Array.from({ length: options.learners ?? 3 }, (_, at) => ({
    ...{ name: `王秀${'兰英芳梅琴珍'[at % 6]}${at}`, picture: pictures[at % 12]?.id ?? 'plum' },
  }))
  await classroom['class.enrol']({ class: id, known: [], added }, call)
  const wanted = { class: id, course: 'b4-payment', lesson: '02-show-your-code' }
  const session = (await classroom['session.begin'](wanted, call)).id
  return {
    ...{ lan, handlers, classroom, journal, learners, class: id, session, time },
    async start(port = 0): Promise<Extract<LanState, { on: true }>> {
      const state = await handlers['lan.start']({ session, port }, call)
      if (!state.on) throw new Error('the class did not open')
      return state
    },
    async close() {
      await lan.stop(0)
      await workspace.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export type LanSchool = Awaited<ReturnType<typeof openLan>>

/** A page as small as can be, beside files that are none of it. */
async function writePage(folder: string): Promise<string> {
  const renderer = join(folder, 'renderer')
  const files: Record<string, string> = {
    'learner.html': '<meta name="csp-nonce" content="__CSP_NONCE__"><title>practice</title>',
    'index.html': 'the app itself',
    'assets/learner-1.js': 'export const page = 1',
    'assets/shared-2.js': 'export const shared = 2',
    'assets/learner-3.css': 'p { margin: 0 }',
    'assets/main-4.js': 'export const workbench = 4',
    '.vite/manifest.json': JSON.stringify({
      'index.html': { file: 'assets/main-4.js', imports: ['_shared'] },
      'learner.html': {
        ...{ file: 'assets/learner-1.js', imports: ['_shared'], css: ['assets/learner-3.css'] },
      },
      _shared: { file: 'assets/shared-2.js' },
    }),
  }
  await mkdir(join(renderer, 'assets'), { recursive: true })
  await mkdir(join(renderer, '.vite'))
  for (const [path, text] of Object.entries(files)) await writeFile(join(renderer, path), text)
  return renderer
}

type Of<K extends ToPhone['kind']> = Extract<ToPhone, { kind: K }>

/** A learner's phone: what came is kept until somebody waits for it. */
export class TestPhone {
  readonly socket: WebSocket
  readonly heard: ToPhone[] = []
  readonly closed: Promise<number>
  #waiting: (() => void) | undefined

  constructor(url: string, headers: Readonly<Record<string, string>> = {}) {
    const { host, origin } = new URL(url)
    this.socket = new WebSocket(`ws://${host}/ws`, { origin, headers })
    this.socket.on('message', (data: Buffer) => {
      this.heard.push(JSON.parse(data.toString()) as ToPhone)
      this.#waiting?.()
    })
    this.socket.on('error', () => undefined)
    this.closed = new Promise((resolve) => this.socket.once('close', resolve))
  }

  async open(): Promise<this> {
    await new Promise<void>((resolve, reject) => {
      this.socket.once('open', resolve)
      this.socket.once('error', reject)
    })
    return this
  }

  say(message: FromPhone): void {
    this.socket.send(JSON.stringify(message))
  }

  /** Takes the next message of this kind; fails where none comes. */
  async take<K extends ToPhone['kind']>(kind: K): Promise<Of<K>> {
    const late = Date.now() + 20_000
    for (;;) {
      const at = this.heard.findIndex((message) => message.kind === kind)
      const [found] = at < 0 ? [] : this.heard.splice(at, 1)
      if (found) return found as Of<K>
      if (Date.now() > late) throw new Error(`no ${kind}; heard ${JSON.stringify(this.heard)}`)
      await Promise.race([
        new Promise<void>((resolve) => (this.#waiting = resolve)),
        new Promise((resolve) => setTimeout(resolve, 50)),
      ])
    }
  }

  /** Says the PIN, and takes the picture that is asked for. */
  async join(pin: string, at: number): Promise<Of<'welcome'>> {
    this.say({ kind: 'pin', pin })
    const { seats } = await this.take('seats')
    this.say({ kind: 'join', seat: seats[at]?.seat ?? null, name: null })
    return this.take('welcome')
  }

  cut(): void {
    this.socket.terminate()
  }
}
