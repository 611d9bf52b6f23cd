import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sharingProcedures } from '../../desktop/contract/sharing.ts'
import { holidaysProjection } from '../../desktop/domain/sharing/holiday-edits.ts'
import { requestsProjection } from '../../desktop/domain/sharing/requests.ts'
import { createContent } from '../../desktop/host/content.ts'
import { openWorkspace } from '../../desktop/journal/workspace.ts'
import { createCatalogue } from '../../desktop/services/catalogue.ts'
import { checkFiles } from '../../desktop/services/check-files.ts'
import { createSharing } from '../../desktop/services/sharing/sharing.ts'
import { call } from './learning-support.ts'

const datasets = new URL('../../datasets/', import.meta.url).pathname
const folders: string[] = []
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))))

/** A desk over the census, once shared on conditions and once not at all, on a machine with this time. */
async function openDesk(start: string, files: Readonly<Record<string, string>> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'zhizhi-sharing-'))
  folders.push(folder)
  const root = join(folder, 'content')
  await mkdir(join(root, 'datasets'), { recursive: true })
  await cp(join(datasets, 'holidays.json'), join(root, 'datasets/holidays.json'))
  for (const [id, type] of [
    ['census-2020', 'conditional'],
    ['closed', 'none'],
  ] as const) {
    await cp(join(datasets, 'census-2020'), join(root, 'datasets', id), { recursive: true })
    const file = join(root, 'datasets', id, 'datapackage.json')
    const text = (await readFile(file, 'utf8')).replace('"census-2020"', `"${id}"`)
    await writeFile(file, text.replace('"type": "unconditional"', `"type": "${type}"`))
  }
  for (const [path, text] of Object.entries(files)) await writeFile(join(root, path), text)
  const time = { now: new Date(start) }
  const clock = { now: () => time.now }
  const workspace = join(folder, 'workspace')
  const content = createContent(root, join(folder, 'data'))
  const open = async () => {
    const opened = await openWorkspace(workspace, {
      projections: [requestsProjection, holidaysProjection],
      clock,
    })
    const { journal } = opened
    const handlers = await createSharing({
      content,
      catalogue: await createCatalogue(content),
      journal,
      clock,
    })
    return { opened, handlers }
  }
  let present = await open()
  return {
    root,
    get handlers() {
      return present.handlers
    },
    at(instant: string) {
      time.now = new Date(instant)
    },
    async reopen() {
      await present.opened.close()
      present = await open()
    },
    close: () => present.opened.close(),
    /** Everything that lies in the workspace, as text. */
    async written() {
      const names = await readdir(workspace, { recursive: true, withFileTypes: true })
      const files = names.filter((entry) => entry.isFile())
      const texts = files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'latin1'))
      return Buffer.from((await Promise.all(texts)).join('\n'), 'latin1').toString('utf8')
    },
  }
}

let desk: Awaited<ReturnType<typeof openDesk>>
beforeEach(async () => {
  desk = await openDesk('2026-09-25T02:00:00Z')
})
afterEach(() => desk.close())

const request = {
  dataset: 'census-2020',
  office: '区民政局',
  purpose: '核对探访名单',
  basis: '区民政局“三定”规定',
  fields: ['province'],
  until: '2026-12-31',
  learner: 'p1',
}
const correction = {
  dataset: 'census-2020',
  column: 'population',
  row: '广东省',
  wrong: '少了一位',
  evidence: '公报第三号',
  learner: null,
}
const share = (change: Partial<typeof request> = {}) =>
  desk.handlers['sharing.request']({ ...request, ...change }, call)
const correct = (change: Partial<typeof correction> = {}) =>
  desk.handlers['correction.request']({ ...correction, ...change }, call)
const list = async (dataset: string | null = null) => {
  const listed = await desk.handlers['requests.list']({ dataset }, call)
  return sharingProcedures['requests.list'].output.parse(listed)
}
const step = (
  id: number,
  action: 'accept' | 'refuse' | 'finish' | 'withdraw' | 'undo',
  text = '',
) => desk.handlers['requests.step']({ id, action, text, learner: 'p2' }, call)

describe('a request for data', () => {
  it('has its terms by the calendar, is answered, provided, and any step is taken back', async () => {
    const terms = await desk.handlers['sharing.terms']({ dataset: 'census-2020' }, call)
    // ten working days over 国庆 and the Saturday worked for it
    expect(terms.clocks?.reply).toEqual({ date: '2026-10-15', beyond: false })
    expect(await share()).toEqual({ kept: true, id: 1 })
    expect((await list()).cases[0]).toMatchObject({
      state: 'open',
      due: { date: '2026-10-15', days: 10, overdue: false },
      case: { by: 'p1', type: 'conditional', asked: { fields: ['province'] } },
    })
    desk.at('2026-10-09T02:00:00Z')
    expect(await step(1, 'accept', '按最小必要提供')).toEqual({ kept: true, id: 2 })
    expect((await list()).cases[0]).toMatchObject({ state: 'accepted', due: { days: 20 } })
    await step(1, 'finish')
    expect((await list()).cases[0]).toMatchObject({ state: 'finished', due: null })
    await step(1, 'undo')
    await step(1, 'undo')
    await desk.reopen()
    const { state, case: kept } = (await list()).cases[0]!
    expect([state, kept.steps.map(({ by, undone }) => [by, undone?.by])]).toEqual([
      'open',
      [
        ['p2', 'p2'],
        ['p2', 'p2'],
      ],
    ])
  })

  it('is refused with a reason, once', async () => {
    await share()
    await expect(step(1, 'refuse')).rejects.toMatchObject({ code: 'bad_request' })
    expect(await step(1, 'refuse', '用途与职责不符')).toMatchObject({ kept: true })
    expect(await step(1, 'accept')).toEqual({ kept: false, reason: 'state' })
    await expect(step(9, 'accept')).rejects.toMatchObject({ code: 'not_found' })
  })

  it('of two answers at one moment, one counts', async () => {
    await share()
    const both = await Promise.all([step(1, 'accept'), step(1, 'refuse', '不符')])
    expect(both.map(({ kept }) => kept)).toEqual([true, false])
    expect((await list()).cases[0]?.state).toBe('accepted')
  })

  it('is not kept where it cannot be', async () => {
    expect(await share({ dataset: 'closed' })).toEqual({ kept: false, reason: 'not_shared' })
    expect(await share({ fields: ['salary'] })).toEqual({ kept: false, reason: 'column' })
    expect(await share({ until: '2026-09-24' })).toEqual({ kept: false, reason: 'term' })
    const purpose = '见附件（机密★10年）'
    expect(await share({ purpose })).toEqual({ kept: false, reason: 'secret' })
    await expect(share({ dataset: 'moon' })).rejects.toMatchObject({ code: 'unknown_dataset' })
    expect((await list()).cases).toEqual([])
    expect(await desk.written()).not.toContain('见附件')
    const terms = await desk.handlers['sharing.terms']({ dataset: 'closed' }, call)
    expect(terms.clocks).toBeNull()
  })

  it('outlives its dataset', async () => {
    await share()
    await rm(join(desk.root, 'datasets/census-2020'), { recursive: true })
    await desk.reopen()
    const [view] = (await list()).cases
    expect(view).toMatchObject({ gone: true, state: 'open' })
    expect(view?.case.title).toContain('人口普查')
    expect(await step(1, 'refuse', '数据已撤下')).toMatchObject({ kept: true })
  })

  it('tells no term when the clock was set back', async () => {
    await share()
    desk.at('2026-09-20T02:00:00Z')
    expect((await list()).cases[0]).toMatchObject({ clockBack: true, due: null })
  })
})

describe('a correction', () => {
  it('keeps no personal information, in the journal and anywhere else', async () => {
    const secret = ['13812345678', '11010519491231002X', '6222021234567890128', 'a.b@example.com']
    const [mobile, id, card, mail] = secret
    const kept = await correct({
      row: `身份证 ${id}`,
      wrong: `电话写成 ${mobile}，应为 138-1234-5679`,
      evidence: `卡 ${card}，邮箱 ${mail}`,
    })
    expect(kept).toEqual({ kept: true, id: 1 })
    await step(1, 'refuse', `请他打 ${mobile}`)
    const [view] = (await list('census-2020')).cases
    expect(view?.case).toMatchObject({
      asked: {
        row: '身份证 ［身份证号］',
        wrong: '电话写成 ［手机号］，应为 ［手机号］',
        evidence: '卡 ［银行卡号］，邮箱 ［邮箱］',
      },
      masked: { resident_id: 1, mobile: 2, bank_card: 1, email: 1 },
    })
    expect(view?.case.steps[0]?.text).toBe('请他打 ［手机号］')
    await desk.reopen()
    const written = await desk.written()
    expect(written).toContain('［手机号］')
    for (const raw of [...secret, '1234-5679']) expect(written).not.toContain(raw)
  })

  it('is listed for its dataset, without a term', async () => {
    await correct()
    expect((await list('closed')).cases).toEqual([])
    expect((await list('census-2020')).cases[0]).toMatchObject({ due: null, state: 'open' })
    expect(await correct({ column: 'moon' })).toEqual({ kept: false, reason: 'column' })
    expect(await correct({ evidence: '秘密★5年' })).toEqual({ kept: false, reason: 'secret' })
  })
})

const year = (of: number, from = `${of}-01-01`, to = `${of}-01-03`) => ({
  year: of,
  source: { title: `国务院办公厅关于${of}年部分节假日安排的通知`, date: `${of - 1}-11-05` },
  holidays: [{ name: '元旦', from, to }],
  makeUp: [],
})
const change = (of: ReturnType<typeof year>) =>
  desk.handlers['holidays.change']({ year: of, learner: null }, call)
const restore = (of: number | null) =>
  desk.handlers['holidays.restore']({ year: of, learner: null }, call)
const read = async () =>
  sharingProcedures['holidays.read'].output.parse(await desk.handlers['holidays.read']({}, call))

describe('the calendar', () => {
  it('ends, says so, and goes on with a year that is added', async () => {
    desk.at('2026-12-30T02:00:00Z')
    const reply = async () =>
      (await desk.handlers['sharing.terms']({ dataset: 'census-2020' }, call)).clocks?.reply
    expect(await reply()).toEqual({ date: '2027-01-13', beyond: true })
    expect(await change(year(2027))).toEqual({ problems: [] })
    await desk.reopen()
    expect(await reply()).toEqual({ date: '2027-01-14', beyond: false })
    expect((await read()).years.map(({ origin }) => origin)).toEqual([
      'shipped',
      'shipped',
      'shipped',
      'shipped',
      'added',
    ])
    await restore(null)
    expect(await reply()).toMatchObject({ beyond: true })
  })

  it('is not kept with days that make no sense', async () => {
    const overlapping = year(2027, '2026-12-31', '2027-01-03')
    expect((await change(overlapping)).problems).toEqual([])
    const clash = { ...year(2026, '2026-12-30', '2026-12-31') }
    expect((await change(clash)).problems).toMatchObject([{ code: 'overlap' }])
    expect((await change(year(2029))).problems).toMatchObject([{ code: 'year_missing' }])
    expect((await read()).years.map(({ year: each }) => each).at(-1)).toBe(2027)
    await change(year(2028))
    expect((await restore(2027)).problems).toMatchObject([{ code: 'year_missing', what: '2027' }])
  })

  it('that cannot be read leaves the weekends, and is told of', async () => {
    await desk.close()
    desk = await openDesk('2026-09-25T02:00:00Z', { 'datasets/holidays.json': '{"years":' })
    expect(await read()).toMatchObject({ shippedBroken: true, years: [], covered: null })
    const terms = await desk.handlers['sharing.terms']({ dataset: 'census-2020' }, call)
    expect(terms.clocks?.reply).toEqual({ date: '2026-10-09', beyond: true })
    expect((await change(year(2026))).problems).toEqual([])
    const content = createContent(desk.root, desk.root)
    const catalogue = await createCatalogue(content)
    const problems = await checkFiles({ content, catalogue, profileProblems: () => [] }, [])
    expect(problems.map(({ file }) => file)).toEqual(['datasets/holidays.json'])
  })
})
