import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { tableFromIPC } from '@uwdata/flechette'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appTable } from '../../desktop/contract/procedures.ts'
import { createContent } from '../../desktop/host/content.ts'
import type { EngineProcess, Spawner } from '../../desktop/host/engine-process.ts'
import { superviseEngine } from '../../desktop/host/engines.ts'
import { forkSpawner } from '../../desktop/host/spawn-fork.ts'
import { Attaching } from '../../desktop/services/attaching.ts'
import { createCatalogueHandlers } from '../../desktop/services/catalogue-handlers.ts'
import { createCatalogue, type Catalogue } from '../../desktop/services/catalogue.ts'
import { openFolders, sha256, shipped, type Folders } from './datasets-support.ts'

/** As many as are needed to see that the bad ones do not harm them. */
const good = ['census-2020', 'cnnic-2020-nonusers', 'hotline-tickets']

let folders: Folders
let engine: ReturnType<typeof superviseEngine>
let running: EngineProcess | undefined
let catalogue: Catalogue
let attaching: Attaching
let handlers: ReturnType<typeof createCatalogueHandlers>

beforeAll(async () => {
  folders = await openFolders()
  for (const id of good)
    await cp(join(shipped, id), join(folders.root, 'datasets', id), { recursive: true })
  await spoil(folders.root)
  catalogue = await createCatalogue(createContent(folders.root, folders.data))
  const { root, temporary, data } = folders
  const spawn: Spawner = (bundle, config) => (running = forkSpawner()(bundle, config))
  const places = { root, temporary, readable: [data] }
  engine = superviseEngine('workbench', places, spawn)
  attaching = new Attaching(catalogue, engine)
  handlers = createCatalogueHandlers({ catalogue, engine, attaching })
  await attaching.need(catalogue.entries().map(({ id }) => id))
})
afterAll(async () => {
  await engine.close()
  await folders.remove()
})

const census = 'data/provinces.parquet'

/** Copies the census and changes its descriptor's text. */
async function copyCensus(root: string, id: string, change: (text: string) => string) {
  const folder = join(root, 'datasets', id)
  await cp(join(shipped, 'census-2020'), folder, { recursive: true })
  const file = join(folder, 'datapackage.json')
  const text = (await readFile(file, 'utf8')).replace('"census-2020"', `"${id}"`)
  await writeFile(file, change(text))
  return folder
}

/** Beside the good datasets: every way in which one can be bad. */
async function spoil(root: string): Promise<void> {
  const same = (text: string) => text
  await writeFile(join(await copyCensus(root, 'flipped', same), census), 'PAR1 and more')
  await rm(join(await copyCensus(root, 'lost', same), census))
  await copyCensus(root, 'cut-off', (text) => text.slice(0, 300))
  await copyCensus(root, 'secret', (text) => text.replace('"secrecy": "none"', '"secrecy": "work"'))
  await copyCensus(root, 'short', (text) => text.replace('"rows": 31', '"rows": 32'))
  const hash = /sha256:[0-9a-f]{64}/
  const folder = await copyCensus(root, 'no-parquet', same)
  await writeFile(join(folder, census), 'not Parquet at all')
  const right = `sha256:${await sha256(join(folder, census))}`
  const descriptor = join(folder, 'datapackage.json')
  await writeFile(descriptor, (await readFile(descriptor, 'utf8')).replace(hash, right))
  await mkdir(join(root, 'datasets/empty-folder'))
}

type Handlers = typeof handlers
const call = <K extends keyof Handlers>(name: K, input: Parameters<Handlers[K]>[0]) => {
  const context = { signal: new AbortController().signal } as Parameters<Handlers[K]>[1]
  const handler = handlers[name] as (input: unknown, call: unknown) => ReturnType<Handlers[K]>
  return Promise.resolve().then(() => handler(input, context))
}
const problemOf = async (id: string) =>
  (await call('catalogue.list', {})).find((summary) => summary.id === id)?.problem

describe('a catalogue of good and bad datasets', () => {
  it('lists them all, in the contract’s form, with what is wrong', async () => {
    const list = await call('catalogue.list', {})
    expect(appTable['catalogue.list'].output.parse(list)).toEqual(list)
    expect(list.map(({ id, problem }) => [id, problem?.code])).toEqual([
      ['census-2020', undefined],
      ['cnnic-2020-nonusers', undefined],
      ['cut-off', 'dataset_invalid'],
      ['flipped', 'dataset_damaged'],
      ['hotline-tickets', undefined],
      ['lost', 'dataset_damaged'],
      ['no-parquet', 'dataset_invalid'],
      ['secret', 'dataset_invalid'],
      ['short', 'dataset_invalid'],
    ])
    expect(list[0]).toMatchObject({
      titleEn: 'Seventh National Population Census: population and age by province',
      synthetic: false,
      provider: '国家统计局',
      rows: 31,
      sharing: 'unconditional',
      minimumCell: null,
    })
  })

  it('says which file, and what to correct', async () => {
    expect((await problemOf('flipped'))?.params).toEqual({ dataset: 'flipped', file: census })
    expect((await problemOf('lost'))?.params).toEqual({ dataset: 'lost', file: census })
    expect((await problemOf('short'))?.params['problem']).toBe(
      'data/provinces.parquet 登记了 32 行，实际有 31 行',
    )
    expect((await problemOf('no-parquet'))?.params['problem']).toMatch(/^数据文件读不出来（/)
    expect((await problemOf('secret'))?.params['problem']).toContain('工作秘密')
  })

  it('gives the good ones to the engine, and only them', async () => {
    const counted = async (name: string) => {
      const { rows } = await engine.call('relation.describe', { relation: { schema: '', name } })
      return rows
    }
    expect(await counted('census_2020')).toBe(31)
    expect(await counted('hotline_tickets')).toBe(300_000)
    for (const name of ['flipped', 'lost', 'no_parquet', 'secret', 'short']) {
      await expect(counted(name)).rejects.toMatchObject({ code: 'not_found' })
    }
  })

  it('describes a dataset, a damaged one too', async () => {
    const good = await call('catalogue.dataset', { id: 'census-2020' })
    expect(appTable['catalogue.dataset'].output.parse(good)).toEqual(good)
    expect(good.relations).toEqual([{ schema: '', name: 'census_2020' }])
    const damaged = await call('catalogue.dataset', { id: 'flipped' })
    expect(damaged.summary.problem?.code).toBe('dataset_damaged')
    expect(damaged.descriptor.name).toBe('flipped')
  })

  it('summarises the columns of a resource', async () => {
    const columns = await call('catalogue.summary', { id: 'census-2020', resource: 0 })
    expect(appTable['catalogue.summary'].output.parse(columns)).toEqual(columns)
    const { fields } = catalogue.dataset('census-2020').package.resources[0]!.schema
    expect(columns.map(({ name }) => name)).toEqual(fields.map(({ name }) => name))
    expect(columns.every(({ rows, nulls }) => rows === 31 && nulls === 0)).toBe(true)
  })

  it('pages the rows of a dataset, and of nothing else', async () => {
    const page = { offset: 0, limit: 2, sort: [{ column: 'population', descending: true }] }
    const relation = { schema: '', name: 'census_2020' }
    const { bytes } = await call('dataset.page', { relation, ...page })
    const { province } = tableFromIPC(bytes).toColumns()
    expect([...(province ?? [])]).toEqual(['广东省', '山东省'])
    await engine.call('schema.create', { schema: 'somebodys' })
    const own = { schema: 'somebodys', name: 'cell' }
    await engine.call('cell.create', { relation: own, sql: 'SELECT 1 AS a', parameters: {} })
    await expect(call('dataset.page', { relation: own, ...page })).rejects.toMatchObject({
      code: 'unknown_dataset',
      params: { dataset: 'somebodys.cell' },
    })
  })

  it('tells what filters leave of its columns, and pages only those rows', async () => {
    const filters = [{ kind: 'bins' as const, column: 'population', from: 15, to: 20 }]
    const left = await call('catalogue.remaining', { id: 'census-2020', resource: 0, filters })
    expect(appTable['catalogue.remaining'].output.parse(left)).toEqual(left)
    expect(left.rows).toBe(3)
    const relation = { schema: '', name: 'census_2020' }
    const page = { relation, offset: 0, limit: 10, sort: [], filters }
    const { bytes } = await call('dataset.page', page)
    const { province } = tableFromIPC(bytes).toColumns()
    expect([...(province ?? [])]).toEqual(['山东省', '河南省', '广东省'])
    const wrong = call('catalogue.remaining', { id: 'moon', resource: 0, filters })
    await expect(wrong).rejects.toMatchObject({ code: 'unknown_dataset' })
  })

  it('refuses what is not there or not usable, by name', async () => {
    const unknown = { code: 'unknown_dataset', params: { dataset: 'moon' } }
    await expect(call('catalogue.dataset', { id: 'moon' })).rejects.toMatchObject(unknown)
    expect(() => catalogue.relationsOf(['census-2020', 'moon'])).toThrow(
      expect.objectContaining(unknown) as Error,
    )
    await expect(call('catalogue.dataset', { id: 'cut-off' })).rejects.toMatchObject({
      code: 'dataset_invalid',
    })
    await expect(call('catalogue.summary', { id: 'flipped', resource: 0 })).rejects.toMatchObject({
      code: 'dataset_damaged',
    })
    const beyond = call('catalogue.summary', { id: 'census-2020', resource: 1 })
    await expect(beyond).rejects.toMatchObject({ code: 'not_found' })
  })

  it('says that a folder was taken away; its table can be read until the engine is new', async () => {
    const home = join(folders.root, 'datasets/cnnic-2020-nonusers')
    await rename(home, join(folders.root, 'elsewhere'))
    const gone = { code: 'dataset_gone', params: { dataset: 'cnnic-2020-nonusers' } }
    await expect(call('catalogue.dataset', { id: 'cnnic-2020-nonusers' })).rejects.toMatchObject(
      gone,
    )
    expect(await problemOf('cnnic-2020-nonusers')).toMatchObject(gone)
    expect(await problemOf('census-2020')).toBeNull()
    const columns = await call('catalogue.summary', { id: 'cnnic-2020-nonusers', resource: 0 })
    expect(columns[0]?.rows).toBe(7)
    const relation = { schema: '', name: 'cnnic_2020_nonusers' }
    const { bytes } = await call('dataset.page', { relation, offset: 0, limit: 9, sort: [] })
    expect(tableFromIPC(bytes).numRows).toBe(7)

    await restartEngine()
    const columns2 = await call('catalogue.summary', { id: 'census-2020', resource: 0 })
    expect(columns2[0]?.rows).toBe(31)
    await expect(
      call('catalogue.summary', { id: 'cnnic-2020-nonusers', resource: 0 }),
    ).rejects.toMatchObject(gone)
  })

  it('is attached again after the engine died, when it is needed again', async () => {
    await restartEngine()
    const relation = { schema: '', name: 'hotline_tickets' }
    const describe = () => engine.call('relation.describe', { relation })
    await expect(describe()).rejects.toMatchObject({ code: 'not_found' })
    await attaching.needTables([{ schema: 'MAIN', name: 'Hotline_Tickets' }])
    expect((await describe()).rows).toBe(300_000)
  })
})

/** Kills the engine process and waits until its supervisor has seen it. */
async function restartEngine(): Promise<void> {
  const stopped = new Promise<void>((resolve) => {
    const forget = engine.onState((state) => {
      if (state !== 'stopped') return
      forget()
      resolve()
    })
  })
  running?.kill()
  await stopped
}
