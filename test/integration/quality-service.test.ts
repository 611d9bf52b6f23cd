import { cp, mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { choicesProjection } from '../../desktop/domain/catalogue/elements/choices.ts'
import {
  qualityReportSchema,
  type Judgement,
  type QualityReport,
} from '../../desktop/domain/catalogue/quality/report.ts'
import { createContent } from '../../desktop/host/content.ts'
import { superviseEngine } from '../../desktop/host/engines.ts'
import { forkSpawner } from '../../desktop/host/spawn-fork.ts'
import { openWorkspace, type Workspace } from '../../desktop/journal/workspace.ts'
import { Attaching } from '../../desktop/services/attaching.ts'
import { createCatalogue } from '../../desktop/services/catalogue.ts'
import { Elements } from '../../desktop/services/elements.ts'
import { DatasetElements } from '../../desktop/services/elements/dataset-elements.ts'
import { Quality } from '../../desktop/services/quality.ts'
import { settingsProjection } from '../../desktop/services/settings.ts'
import { openFolders, sha256, shipped, type Folders } from './datasets-support.ts'

/** Ten visits with known faults, and the two grids that they refer to. */
const visits = `SELECT * FROM (VALUES
  ('v1', 'G1', DATE '2026-01-01', DATE '2026-01-02', 1, 2, 3, '1', '13800000000', '是', 'a-1'),
  ('v2', 'G1', DATE '2026-01-01', DATE '2025-12-31', 1, 2, 3, '2', '1380000000', '是', 'a-2'),
  ('v2', 'G2', DATE '2026-01-03', NULL, 1, 2, 4, '3', '13800000001', '否', 'A-3'),
  ('v3', 'G3', DATE '2026-01-03', NULL, 1, 2, 3, 'x', '13800000002', '是', 'a-4'),
  ('v4', NULL, DATE '2027-01-03', DATE '2027-01-04', 1, NULL, 3, '4', NULL, '也许', 'a-5'),
  ('v5', 'G1', NULL, NULL, 1, 2, 3, '5', '', '否', 'a-6'),
  (NULL, 'G1', DATE '2026-02-01', DATE '2026-02-01', 1, 2, 3, '6.5', NULL, '否', 'a-7'),
  ('v6', 'G1', DATE '2026-02-01', NULL, -1, 2, 1, '7', NULL, '否', 'a-8'),
  ('v6', 'G1', DATE '2026-02-01', NULL, 1, 2, 3, NULL, NULL, '否', 'a-9'),
  ('v6', 'G1', DATE '2026-02-01', NULL, 1, 2, 3, '9', NULL, '否', 'a-10')
) v(visit, grid, begun, ended, men, women, people, score, phone, home, mark)`
const grids = `SELECT * FROM (VALUES ('G1'), ('G2')) g(grid)`

const schema = {
  fields: [
    { name: 'visit', type: 'string', title: '走访编号', constraints: { unique: true } },
    { name: 'grid', type: 'string', title: '网格', constraints: { required: true } },
    { name: 'begun', type: 'date', title: '开始', constraints: { minimum: '2026-01-02' } },
    {
      name: 'ended',
      type: 'date',
      title: '结束',
      missingValues: [{ value: '', label: '还没有结束' }],
    },
    { name: 'men', type: 'integer', title: '男', constraints: { minimum: 0, maximum: 'many' } },
    { name: 'women', type: 'integer', title: '女' },
    { name: 'people', type: 'integer', title: '人数' },
    { name: 'score', type: 'integer', title: '得分', constraints: { maximum: 5 } },
    { name: 'phone', type: 'string', title: '手机号', constraints: { maxLength: 11 } },
    { name: 'home', type: 'string', title: '在家', categories: ['是', '否'] },
    {
      name: 'mark',
      type: 'string',
      title: '记号',
      constraints: { pattern: '^a-[0-9]$', minLength: 3 },
    },
    { name: 'gone', type: 'number', title: '没有的列', constraints: { pattern: 'x' } },
    { name: 'mark2', type: 'string', title: '记号', constraints: { pattern: '(?=a)' } },
  ],
  primaryKey: 'visit',
  foreignKeys: [{ fields: 'grid', reference: { resource: 'grids', fields: 'grid' } }],
}
const consistency = [
  { kind: 'order', says: '先开始后结束', fields: ['begun', 'ended'] },
  { kind: 'sum', says: '男女合计', parts: ['men', 'women'], total: 'people' },
  {
    kind: 'empty-when',
    says: '不在家的没有手机号',
    field: 'phone',
    when: { field: 'home', values: ['否'] },
  },
  { kind: 'order', says: '没有的列', fields: ['begun', 'moon'] },
  { kind: 'order', says: '别的表', resource: 'grids', fields: ['grid', 'grid'] },
]

let folders: Folders
let engine: ReturnType<typeof superviseEngine>
let workspace: Workspace
let datasets: DatasetElements
let quality: Quality
let report: QualityReport
const work = { signal: new AbortController().signal }

/** A package of the two tables, with the files that the engine made. */
async function describeVisits(root: string): Promise<void> {
  const folder = join(root, 'datasets/visits')
  const census = await readFile(join(shipped, 'census-2020/datapackage.json'), 'utf8')
  const base = JSON.parse(census) as { governance: { catalogue: object }; resources: object[] }
  const resource = async (name: string, rows: number, of: object) => {
    const file = join(folder, `data/${name}.parquet`)
    const { size } = await stat(file)
    return {
      ...base.resources[0],
      name,
      title: name,
      path: `data/${name}.parquet`,
      bytes: size,
      hash: `sha256:${await sha256(file)}`,
      rows,
      schema: of,
    }
  }
  const grid = { fields: [{ name: 'grid', type: 'string', title: '网格' }] }
  const catalogue = { ...base.governance.catalogue, updateCycle: 'monthly', released: '2026-09-01' }
  const descriptor = {
    ...base,
    name: 'visits',
    resources: [await resource('visits', 10, schema), await resource('grids', 2, grid)],
    governance: { ...base.governance, catalogue, consistency },
  }
  await writeFile(join(folder, 'datapackage.json'), JSON.stringify(descriptor))
}

beforeAll(async () => {
  folders = await openFolders()
  const { root, temporary, data } = folders
  await cp(shipped, join(root, 'datasets'), { recursive: true })
  await mkdir(join(root, 'datasets/visits/data'), { recursive: true })
  const maker = folders.engine('maker')
  const made = { visits: join(data, 'v.parquet'), grids: join(data, 'g.parquet') }
  const withMark = `SELECT *, mark AS mark2 FROM (${visits})`
  await maker.call('maker.run', {
    statements: [
      `COPY (${withMark}) TO '${made.visits}' (FORMAT parquet)`,
      `COPY (${grids}) TO '${made.grids}' (FORMAT parquet)`,
    ],
  })
  await maker.close()
  for (const [name, file] of Object.entries(made)) {
    await cp(file, join(root, `datasets/visits/data/${name}.parquet`))
  }
  await describeVisits(root)
  const content = createContent(root, data)
  const catalogue = await createCatalogue(content)
  const places = { root, temporary, readable: [data] }
  engine = superviseEngine('workbench', places, forkSpawner())
  const attaching = new Attaching(catalogue, engine)
  const projections = [choicesProjection, settingsProjection]
  workspace = await openWorkspace(join(temporary, 'workspace'), { projections })
  const clock = { now: () => new Date('2026-11-25T04:00:00Z') }
  const elements = new Elements({ content, engine, clock })
  datasets = new DatasetElements({ catalogue, attaching, elements, journal: workspace.journal })
  quality = new Quality({ catalogue, attaching, engine, elements: datasets, clock })
  report = qualityReportSchema.parse(await quality.report('visits', work))
})
afterAll(async () => {
  await engine.close()
  await workspace.close()
  await folders.remove()
})

const judgement = (dimension: Judgement['dimension']) => {
  const found = report.tables[0]?.judgements.find((one) => one.dimension === dimension)
  if (!found) throw new Error(dimension)
  return found
}
/** `kind column → passed/of`, or why not. */
const lines = (dimension: Judgement['dimension']) =>
  judgement(dimension).outcomes.map(({ check, passed, of, unjudged }) => {
    const about =
      'column' in check ? check.column : check.kind === 'rule' ? check.rule.says : check.columns[0]
    return `${check.kind} ${about} ${unjudged ?? `${passed}/${of}`}`
  })

describe('the quality of a table with known faults', () => {
  it('is complete where the cells that must be filled are', () => {
    expect(lines('complete')).toEqual([
      'required visit 9/10',
      'required grid 9/10',
      'filled begun 9/10',
      'filled ended 4/10',
      'filled men 10/10',
      'filled women 9/10',
      'filled people 10/10',
      'filled score 9/10',
      'filled phone 4/10',
      'filled home 10/10',
      'filled mark 10/10',
      'filled gone no-column',
      'filled mark2 10/10',
    ])
    expect(judgement('complete')).toMatchObject({ state: 'faults', passed: 18, of: 20, checks: 2 })
  })

  it('is unique where no key stands in two rows', () => {
    expect(lines('unique')).toEqual(['key visit 4/10'])
    expect(judgement('unique').outcomes[0]?.groups).toEqual([
      { size: 2, count: 1 },
      { size: 3, count: 1 },
    ])
  })

  it('is valid where values keep to type, bounds, lengths, patterns and categories', () => {
    expect(lines('valid')).toEqual([
      'type begun 9/9',
      'minimum begun 7/9',
      'type ended 4/4',
      'type men 10/10',
      'minimum men 9/10',
      'maximum men unreadable',
      'type women 9/9',
      'type people 10/10',
      'type score 7/9',
      'maximum score 5/8',
      'max-length phone 4/4',
      'categories home 9/10',
      'min-length mark 10/10',
      'pattern mark 8/10',
      'type gone no-column',
      'pattern gone no-column',
      'pattern mark2 unreadable',
    ])
  })

  it('is consistent where references lead somewhere and rules hold', () => {
    expect(lines('consistent')).toEqual([
      'reference grid 8/9',
      'rule 先开始后结束 3/4',
      'rule 男女合计 8/9',
      'rule 不在家的没有手机号 5/6',
      'rule 没有的列 no-column',
    ])
  })

  it('is late against its cycle, and its last record is not of the future', () => {
    expect(report.timely).toMatchObject({ state: 'faults', age: 85, allowed: 31 })
    expect(report.timely.latest).toEqual([
      { resource: 'visits', column: 'begun', day: '2026-02-01' },
      { resource: 'visits', column: 'ended', day: '2026-02-01' },
    ])
  })

  it('says why a dimension of a table is not judged', () => {
    const states = report.tables[1]?.judgements.map(({ state, unjudged }) => [state, unjudged])
    expect(states).toEqual([
      ['unjudged', 'undeclared'],
      ['unjudged', 'undeclared'],
      ['unjudged', 'undeclared'],
      ['good', null],
    ])
  })

  it('counts data elements once a column was confirmed', async () => {
    await datasets.choose('visits', 0, { phone: 'mobile' })
    const shares: number[] = []
    report = await quality.report('visits', { ...work, progress: (share) => shares.push(share) })
    expect(lines('valid').at(-1)).toBe('element phone 3/4')
    expect(shares).toEqual(shares.toSorted((one, other) => one - other))
    expect(shares.at(-1)).toBe(1)
    expect(await quality.report('visits', work)).toBe(report)
  })

  it('ends when it is cancelled, and can be asked for again', async () => {
    const stop = new AbortController()
    const asked = quality.report('hotline-tickets', { signal: stop.signal })
    stop.abort()
    await expect(asked).rejects.toBeDefined()
    expect((await quality.report('hotline-tickets', work)).tables).toHaveLength(1)
  })
})

describe('the shipped datasets', () => {
  it.each(['census-2020', 'cnnic-2020-nonusers', 'hotline-tickets'])(
    '%s keeps its word',
    async (id) => {
      const { tables } = await quality.report(id, work)
      const failed = tables.flatMap(({ judgements }) =>
        judgements.flatMap(({ outcomes }) =>
          outcomes.filter((one) => one.check.kind !== 'filled' && one.passed < one.of),
        ),
      )
      expect(failed).toEqual([])
    },
  )
})
