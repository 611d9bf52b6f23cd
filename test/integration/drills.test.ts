import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drillProcedures } from '../../desktop/contract/drills.ts'
import { assessmentProjection } from '../../desktop/domain/assessment/projection.ts'
import { progressProjection } from '../../desktop/domain/course/progress.ts'
import { createContent } from '../../desktop/host/content.ts'
import { openWorkspace } from '../../desktop/journal/workspace.ts'
import { createCatalogue } from '../../desktop/services/catalogue.ts'
import { createLearning } from '../../desktop/services/learning.ts'
import type { Content } from '../../desktop/services/ports.ts'
import { call } from './learning-support.ts'

/** The drills of a fixture course, from their files to the journal and back. */

const fixture = new URL('../fixtures/courses-drill', import.meta.url).pathname
const course = 'd1-fraud'
const start = new Date(2026, 10, 26, 10)
const days = (count: number) => new Date(2026, 10, 26 + count, 10)

let folder: string
let content: Content
let workspace: Awaited<ReturnType<typeof openWorkspace>>
let now = start

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhizhi-drills-'))
  content = createContent(fixture, join(folder, 'data'))
  workspace = await openWorkspace(join(folder, 'workspace'), {
    ...{ projections: [progressProjection, assessmentProjection], clock: { now: () => now } },
  })
})
afterAll(async () => {
  await workspace.close()
  await rm(folder, { recursive: true, force: true })
})

async function learningOn(changed: Readonly<Record<string, string>> = {}) {
  const text = async (path: string) => changed[path] ?? content.text(path)
  return createLearning({
    content: { ...content, list: content.list.bind(content), text },
    datasets: await createCatalogue(content),
    engine: { call: () => Promise.reject(new Error('no drill asks the engine')) },
    journal: workspace.journal,
    clock: { now: () => now },
  })
}

describe('check', () => {
  const drills = (name: string) => `courses/${course}/drills/${name}.yaml`
  async function checked(changes: Readonly<Record<string, (text: string) => string>>) {
    const changed: Record<string, string> = {}
    for (const [path, change] of Object.entries(changes)) {
      changed[path] = change((await content.text(path)) ?? '')
    }
    const report = await (await learningOn(changed)).checkContent()
    const told = report.errors.map(({ file, line, problem }) => {
      return `${file.replace(`courses/${course}/`, '')}:${line} ${problem}`
    })
    return { ...report, told }
  }

  it('finds nothing wrong with the fixture, and counts its messages', async () => {
    const { told, drills: counted, remarks } = await checked({})
    expect(told).toEqual([])
    expect(counted).toEqual({ messages: 18, genuine: 9, schemes: 3 })
    expect(remarks.filter(({ file }) => file.includes('drills'))).toEqual([])
  })

  it.each<[string, string, (text: string) => string, RegExp]>([
    [
      'a tell that does not stand there',
      'parcel',
      (text) => text.replace('words: 加我好友', 'words: 加他好友'),
      /^drills\/parcel.yaml:12 messages\[1\].tells\[2\].words：“加他好友”不在 text 里/,
    ],
    [
      'an objective that the course has not',
      'bank',
      (text) => text.replace('fraud.verify-first', 'fraud.other'),
      /^drills\/bank.yaml:3 目标 fraud.other 没有写在 course.yaml 的 objectives 里$/,
    ],
    [
      'another id than its name',
      'bank',
      (text) => text.replace('id: bank', 'id: banks'),
      /^drills\/bank.yaml:1 id 写的是“banks”，应与文件同名：“bank”$/,
    ],
    [
      'a scheme with one disguise',
      'police',
      (text) => text.replace(/ {2}- id: arrest-picture[\s\S]*(?= {2}- id: real-96110)/, ''),
      /^drills\/police.yaml:4 骗人的消息只有 1 条，至少 2 条/,
    ],
    [
      'a text used twice',
      'bank',
      (text) =>
        text.replace(/text: 奶奶.*/, 'text: 您的身份证办好了，请带旧证到派出所窗口领取，不收费。'),
      /^drills:1 消息 police\/id-card-ready 和前面的一条一字不差$/,
    ],
  ])('says: %s', async (_, name, change, problem) => {
    const { told } = await checked({ [drills(name)]: change })
    expect(told).toEqual([expect.stringMatching(problem)])
  })

  it('wants about half of a course’s messages genuine, and enough of each kind', async () => {
    const without = (text: string) =>
      text.slice(0, text.search(/(?<=\n) {2}- id: (?:pickup|real|balance)/))
    const uneven = await checked({ [drills('parcel')]: without })
    expect(uneven.told).toEqual([])
    const few = await checked({ [drills('parcel')]: without, [drills('bank')]: without })
    expect(few.told).toEqual(['drills:1 真的、假的各至少 4 条才够一轮，现在少的一种只有 3 条'])
    const half = (text: string) =>
      text.slice(0, text.search(/(?<=\n) {2}- id: (?:grandson|courier)/))
    const less = await checked({ [drills('parcel')]: half, [drills('bank')]: half })
    expect(less.told).toEqual(['drills:1 14 条里真的有 5 条（36%），应在 40% 到 60% 之间'])
  })

  it('remarks on a fraud whose source is not named', async () => {
    const { remarks } = await checked({
      [drills('police')]: (text) => text.replace(/ {4}source: .*\n/, ''),
    })
    expect(remarks.map(({ line, problem }) => `${line} ${problem}`)).toContain(
      '5 消息 safe-account：没有写 source，说不出手法出自哪里',
    )
  })

  it('knows the schemes that a lesson names', async () => {
    const { told } = await checked({
      [`courses/${course}/01-stop-and-check/lesson.md`]: (text) =>
        text.replace('police', 'dragons'),
    })
    expect(told).toEqual([
      `01-stop-and-check/lesson.md:10 没有 courses/${course}/drills/dragons.yaml 这一种演练`,
    ])
  })
})

describe('a learner’s rounds', () => {
  const learner = 'p-1'
  const handlers = async () => (await learningOn()).handlers

  async function round(schemes: string[] = []) {
    const found = await (await handlers())['learner.drill']({ course, learner, schemes }, call)
    return drillProcedures['learner.drill'].output.parse(found).messages
  }

  async function keep(right: boolean, finished = true) {
    const answers = (await round()).map(({ scheme, message }) => {
      const answer = message.genuine === right ? ('genuine' as const) : ('fraud' as const)
      return { scheme, message: message.id, answer, changed: false }
    })
    const input = { course, learner, finished, answers }
    return (await handlers())['progress.drill'](input, call)
  }

  const standing = async () => {
    const [found] = await (await handlers())['learner.drills']({ learner }, call)
    return found?.standing
  }

  it('are new, then come back the next day once, then after months, and always with other messages', async () => {
    expect(await standing()).toMatchObject({ state: 'new', rounds: 0, last: null })
    const first = await round()
    expect(await round()).toEqual(first)
    const progress = await keep(false)
    expect(progress.drills[course]?.rounds).toHaveLength(1)
    expect(await standing()).toMatchObject({ state: 'later', rounds: 1, followUp: true })
    now = days(1)
    expect(await standing()).toMatchObject({ state: 'due', followUp: true })
    const second = await round()
    const keys = first.map(({ scheme, message }) => `${scheme}/${message.id}`)
    const again = second.filter(({ scheme, message }) => keys.includes(`${scheme}/${message.id}`))
    expect(again.length).toBeLessThan(second.length)
    await keep(false)
    expect(await standing()).toMatchObject({ state: 'later', rounds: 2, followUp: false })
    now = days(200)
    expect(await standing()).toMatchObject({ state: 'due' })
    const view = await (await handlers())['learner.course']({ course, learner }, call)
    expect(view.drill).toMatchObject({ state: 'due', rounds: 2 })
  })

  it('that are left are remembered as seen, and scored nowhere', async () => {
    const before = await standing()
    const { drills } = await keep(true, false)
    expect(drills[course]?.rounds).toHaveLength(2)
    expect(await standing()).toEqual(before)
  })

  it('are in the report and its exports', async () => {
    const { 'learner.report': report, 'learner.export': exported } = await handlers()
    const { courses } = await report({ learner }, call)
    expect(courses[0]?.drills.map(({ followUp }) => followUp)).toEqual([false, true])
    const csv = await exported({ learner, format: 'csv', name: null }, call)
    expect(csv.text).toMatch(/防骗演练,第 2 轮,次日再练,假的：认出 0，先核实 0，信了/)
    const xapi = await exported({ learner, format: 'xapi', name: null }, call)
    expect(xapi.text).toContain('app://zhizhi/xapi/drill/d-prime-accuse')
  })

  it('keep to a lesson’s schemes', async () => {
    const named = (await round(['parcel'])).filter(({ message }) => !message.genuine)
    expect(new Set(named.map(({ scheme }) => scheme))).toEqual(new Set(['parcel']))
  })

  it.each([
    ['a course without drills', 'nowhere'],
    ['a path', '../d1-fraud'],
  ])('are not there for %s', async (_, name) => {
    const asked = (await handlers())['learner.drill']({ course: name, learner, schemes: [] }, call)
    await expect(asked).rejects.toMatchObject({ code: 'not_found' })
  })

  it('take no message that the course has not', async () => {
    const answers = [{ scheme: 'parcel', message: 'x', answer: 'fraud' as const, changed: false }]
    const kept = (await handlers())['progress.drill'](
      { course, learner, finished: true, answers },
      call,
    )
    await expect(kept).rejects.toMatchObject({ code: 'not_found' })
  })

  it('are there for a guest too, each time others', async () => {
    const guest = async () =>
      (await handlers())['learner.drill']({ course, learner: null, schemes: [] }, call)
    const one = await guest()
    now = days(201)
    expect(await guest()).not.toEqual(one)
  })
})
