import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appTable } from '../../desktop/contract/procedures.ts'
import { choicesProjection } from '../../desktop/domain/catalogue/elements/choices.ts'
import { createContent } from '../../desktop/host/content.ts'
import { superviseEngine } from '../../desktop/host/engines.ts'
import { forkSpawner } from '../../desktop/host/spawn-fork.ts'
import { openWorkspace, type Workspace } from '../../desktop/journal/workspace.ts'
import { Attaching } from '../../desktop/services/attaching.ts'
import { createCatalogue, type Catalogue } from '../../desktop/services/catalogue.ts'
import { Elements, type ElementTable } from '../../desktop/services/elements.ts'
import { DatasetElements } from '../../desktop/services/elements/dataset-elements.ts'
import { createElementsHandlers } from '../../desktop/services/elements/handlers.ts'
import { settingsProjection } from '../../desktop/services/settings.ts'
import { openFolders, shipped, type Folders } from './datasets-support.ts'

const rows = 30_000
/** Each row has an ID of its own, its check sign counted by the engine; some are spoilt in a known way. */
const body = `printf('9901021%03d0101%03d', 940 + (i % 60)::INTEGER, (i // 60 % 1000)::INTEGER)`

let folders: Folders
let engine: ReturnType<typeof superviseEngine>
let catalogue: Catalogue
let workspace: Workspace
let elements: Elements
let datasets: DatasetElements
const clock = { now: () => new Date('2026-11-25T04:00:00Z') }
const work = { signal: new AbortController().signal }

const table: ElementTable = {
  relation: { schema: 'quarantine', name: '居民 "台账"' },
  rows,
  columns: [
    { name: '身份证号' },
    { name: '性 别"' },
    { name: 'c3', title: '社区代码' },
    { name: '备注' },
  ],
}

beforeAll(async () => {
  folders = await openFolders()
  const { root, temporary, data } = folders
  await cp(shipped, join(root, 'datasets'), { recursive: true })
  const content = createContent(root, data)
  catalogue = await createCatalogue(content)
  const maker = folders.engine('maker')
  const file = join(data, 'residents.parquet')
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.map((w, at) => `${w} * body[${at + 1}]::INTEGER`).join(' + ')
  const id = `body || '10X98765432'[(${sum}) % 11 + 1]`
  await maker.call('maker.run', {
    statements: [
      `COPY (SELECT
        CASE WHEN i % 100 = 0 THEN NULL WHEN i % 100 = 1 THEN lower(${id}) || ' '
          WHEN i % 100 = 2 THEN left(${id}, 17) WHEN i % 100 = 3 THEN '1.10105E+17'
          ELSE ${id} END AS "身份证号",
        CASE WHEN i % 10 = 0 THEN '男' ELSE (i % 2 + 1)::VARCHAR END AS "性 别""",
        '9901020' || printf('%05d', (i % 60)::INTEGER) AS c3, 'x' || i AS "备注"
       FROM (SELECT i, ${body} AS body FROM range(${rows}) r(i))) TO '${file}' (FORMAT parquet)`,
    ],
  })
  await maker.close()
  const places = { root, temporary, readable: [data] }
  engine = superviseEngine('workbench', places, forkSpawner())
  await engine.call('attach', { relations: [{ relation: table.relation, file }] })
  const attaching = new Attaching(catalogue, engine)
  const projections = [choicesProjection, settingsProjection]
  workspace = await openWorkspace(join(temporary, 'workspace'), { projections })
  elements = new Elements({ content, engine, clock })
  datasets = new DatasetElements({ catalogue, attaching, elements, journal: workspace.journal })
})
afterAll(async () => {
  await engine.close()
  await workspace.close()
  await folders.remove()
})

describe('a table that is only being looked at', () => {
  it('is told column by column what it may hold', async () => {
    const found = await elements.suggest(table, work)
    const firsts = found.map(({ column, candidates: [first], clear }) => [
      column,
      first?.element,
      clear,
    ])
    expect(firsts).toEqual([
      ['身份证号', 'resident-id', true],
      ['性 别"', 'sex', true],
      ['c3', 'community-code', true],
      ['备注', undefined, false],
    ])
  })

  it('is counted exactly, with masked examples', async () => {
    const shares: number[] = []
    const [ids, sex, codes] = await elements.conformity(
      table,
      [
        { column: '身份证号', element: 'resident-id' },
        { column: '性 别"', element: 'sex' },
        { column: 'c3', element: 'community-code' },
      ],
      { ...work, progress: (share) => shares.push(share) },
    )
    const counts = (found: typeof ids) => found?.findings.map(({ fault, rows: n }) => [fault, n])
    expect(ids).toMatchObject({ rows, empty: 300, conforming: 28_800 })
    expect(counts(ids)?.toSorted()).toEqual([
      ['length', 300],
      ['scientific', 300],
      ['untidy', 300],
    ])
    expect(sex).toMatchObject({ rows, conforming: 27_000 })
    expect(counts(sex)).toEqual([['label', 3000]])
    expect(codes).toMatchObject({ conforming: rows, fictional: rows, findings: [] })
    expect(JSON.stringify(ids)).not.toMatch(/\d{7}/)
    expect(shares.at(-1)).toBe(1)
    expect(shares).toEqual(shares.toSorted((one, other) => one - other))
  })

  it('ends when it is cancelled', async () => {
    const stop = new AbortController()
    stop.abort()
    const mapping = [{ column: '备注', element: 'address' }]
    await expect(elements.conformity(table, mapping, { signal: stop.signal })).rejects.toBeDefined()
  })

  it('says which element or column is not there', async () => {
    const wrong = (column: string, element: string) =>
      elements.conformity(table, [{ column, element }], work)
    await expect(wrong('身份证号', 'moon')).rejects.toMatchObject({ code: 'not_found' })
    await expect(wrong('没有"的列', 'sex')).rejects.toMatchObject({ code: 'sql_failed' })
  })
})

describe('the catalogue’s tables', () => {
  type Handlers = ReturnType<typeof createElementsHandlers>
  const call = async (name: keyof Handlers, input: unknown): Promise<unknown> => {
    const handlers = createElementsHandlers(elements, datasets)
    const handler = handlers[name] as (input: unknown, call: unknown) => unknown
    const told = { signal: work.signal, progress: () => undefined }
    return appTable[name].output.parse(await handler(appTable[name].input.parse(input), told))
  }
  const at = { id: 'hotline-tickets', resource: 0 }

  it('gives the dictionary in the contract’s form', async () => {
    expect(await call('elements.dictionary', {})).toMatchObject({ counties: 2978, problems: [] })
  })

  it('recognises the hotline’s columns', async () => {
    const columns = (await call('elements.columns', at)) as {
      suggestion: { column: string; clear: boolean; candidates: { element: string }[] }
    }[]
    const clear = columns.flatMap(({ suggestion }) =>
      suggestion.clear ? [[suggestion.column, suggestion.candidates[0]?.element]] : [],
    )
    expect(Object.fromEntries(clear)).toMatchObject({
      ticket_id: 'ticket-key',
      created_at: 'created-at',
      community_code: 'community-code',
      request_type: 'request-type',
      satisfied: 'is-satisfied',
      caller_id: 'person-key',
    })
  })

  it('checks what was confirmed, and only that; choosing again undoes', async () => {
    expect(await call('elements.conformity', at)).toEqual([])
    const choices = { request_type: 'request-type', community_code: 'community-code', urgent: null }
    await call('elements.choose', { ...at, choices })
    expect(await call('elements.conformity', at)).toMatchObject([
      { column: 'community_code', conforming: 300_000, fictional: 300_000 },
      { column: 'request_type', conforming: 300_000 },
    ])
    await call('elements.choose', { ...at, choices: { community_code: null } })
    expect(await call('elements.conformity', at)).toHaveLength(1)
    const columns = (await call('elements.columns', at)) as Record<string, unknown>[]
    expect(columns.filter(({ decided }) => decided)).toHaveLength(3)
  })

  it('refuses columns, elements and tables that are not there', async () => {
    const choose = (choices: object, resource = 0) =>
      call('elements.choose', { id: 'hotline-tickets', resource, choices })
    await expect(choose({ moon: null })).rejects.toMatchObject({ params: { what: '列 moon' } })
    await expect(choose({ urgent: 'moon' })).rejects.toMatchObject({
      params: { what: '数据元 moon' },
    })
    await expect(choose({}, 7)).rejects.toMatchObject({ code: 'not_found' })
  })
})
