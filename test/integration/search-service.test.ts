import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appTable } from '../../desktop/contract/procedures.ts'
import { createContent } from '../../desktop/host/content.ts'
import { openWorkspace, type Workspace } from '../../desktop/journal/workspace.ts'
import {
  buildContentIndex,
  createSearch,
  type SearchService,
} from '../../desktop/services/search.ts'

const project = new URL('../..', import.meta.url).pathname

const course = `id: street-data
track: A
title: { zh: 街道数据入门, en: Street data }
summary: { zh: 从一张表开始, en: Start with one table }
minutes: 12
`
const lesson = `---
title: { zh: 按街道数工单, en: Count by street }
minutes: 12
---
先看**重复投诉率**：同一位来电人，同一件事。
`
const notebook = (title: string, prose: string) => `---
title: ${title}
question: 哪里的老人多？
datasets: [census-2020]
---
${prose}
`

let folder: string
let workspace: Workspace
let search: SearchService

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhizhi-search-'))
  await cp(join(project, 'datasets'), join(folder, 'datasets'), { recursive: true })
  await mkdir(join(folder, 'courses/street-data/01-count'), { recursive: true })
  await writeFile(join(folder, 'courses/street-data/course.yaml'), course)
  await writeFile(join(folder, 'courses/street-data/01-count/lesson.md'), lesson)
  await mkdir(join(folder, 'courses/broken'))
  await writeFile(join(folder, 'courses/broken/course.yaml'), 'id: [')
  await mkdir(join(folder, 'notebooks'))
  await writeFile(join(folder, 'notebooks/ageing.md'), notebook('老龄化与数字鸿沟', '深度老龄化。'))
  await writeFile(join(folder, 'notebooks/README.txt'), '深度老龄化')
  workspace = await openWorkspace(join(folder, 'workspace'))
  const content = createContent(folder, join(folder, 'copies'))
  const shipped = JSON.stringify(await buildContentIndex(content))
  search = createSearch({
    shipped: () =>
      Promise.resolve(JSON.parse(shipped) as Awaited<ReturnType<typeof buildContentIndex>>),
    notebooks: workspace.notebooks,
  })
})
afterAll(async () => {
  await workspace.close()
  await rm(folder, { recursive: true, force: true })
})

const found = async (text: string) =>
  (await search.search(text, 50)).map(({ type, id }) => `${type} ${id}`)

describe('search over the content', () => {
  it.each([
    ['老龄化与数字鸿沟', 'notebook ageing'],
    ['数字鸿沟', 'notebook ageing'],
    ['街道数据', 'course street-data'],
    ['Street', 'course street-data'],
    ['重复投诉率', 'lesson street-data/01-count'],
    ['常住人口', 'dataset census-2020'],
    ['census', 'dataset census-2020'],
    ['人口普查', 'dataset census-2020'],
    ['非网民', 'dataset cnnic-2020-nonusers'],
    ['上网', 'dataset cnnic-2020-nonusers'],
    ['热线', 'dataset hotline-tickets'],
    ['12345', 'dataset hotline-tickets'],
    ['share_65_plus', 'dataset census-2020'],
  ])('%s → %s first', async (text, first) => expect((await found(text))[0]).toBe(first))

  it('finds 投诉率 by 投诉, in a lesson and in a dataset', async () => {
    expect(await found('投诉')).toEqual(
      expect.arrayContaining(['lesson street-data/01-count', 'dataset hotline-tickets']),
    )
  })

  it('finds simplified text by traditional words', async () => {
    expect((await found('數字鴻溝'))[0]).toBe('notebook ageing')
    expect(await found('熱線工單')).toEqual(await found('热线工单'))
  })

  it('answers the contract’s call, best first, and at most as many as asked', async () => {
    const handler = search.handlers.search as (input: object, call?: unknown) => unknown
    const hits = await handler({ text: '人口', limit: 1 })
    expect(appTable.search.output.parse(hits)).toHaveLength(1)
    const scores = (await search.search('人口', 50)).map(({ score }) => score)
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
    expect(await search.search('   ', 50)).toEqual([])
  })
})

describe('search over the workspace', () => {
  it('finds a notebook once it is written, in traditional characters too', async () => {
    expect(await found('停車難')).toEqual([])
    await workspace.notebooks.write('parking', notebook('停車難怎麼辦', '車位。'), undefined)
    search.notebooksChanged()
    expect(await found('停车难')).toEqual(['notebook parking'])
    const [hit] = await search.search('停車難', 50)
    expect(hit).toMatchObject({ type: 'notebook', id: 'parking', title: '停車難怎麼辦' })
  })

  it('puts the edited notebook in the place of the shipped one', async () => {
    await workspace.notebooks.write('ageing', notebook('老龄化（我的）', '换了内容。'), undefined)
    search.notebooksChanged()
    const hits = await search.search('老龄化', 50)
    expect(hits.filter(({ id }) => id === 'ageing')).toMatchObject([{ title: '老龄化（我的）' }])
    expect((await search.search('数字鸿沟', 50)).map(({ title }) => title)).not.toContain(
      '老龄化与数字鸿沟',
    )
  })

  it('finds a notebook that cannot be read as one, by its id and its words', async () => {
    await workspace.notebooks.write('half-done', '没有开头的说明，只写了宅基地', undefined)
    search.notebooksChanged()
    expect(await found('宅基地')).toEqual(['notebook half-done'])
    expect(await found('half')).toEqual(['notebook half-done'])
  })
})
