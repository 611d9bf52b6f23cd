import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ZhizhiError } from '../../desktop/contract/errors.ts'
import { readResult } from '../../desktop/domain/notebook/result-table.ts'
import { writeCell } from '../../desktop/domain/notebook/value.ts'
import { createDisclosureHandlers } from '../../desktop/services/disclosure/handlers.ts'
import type { Release, Releases } from '../../desktop/services/disclosure/releases.ts'
import { createChartExits } from '../../desktop/services/report/exits/exits.ts'
import { render } from '../../desktop/services/report/render.ts'
import { workbooks } from './exchange-support.ts'
import { noBoundaries, openBench, type Bench } from './workbench-support.ts'

let bench: Bench
const { signal } = new AbortController()

beforeAll(async () => {
  bench = await openBench()
  await bench.attaching.need(['anlan-elders', 'census-2020'])
})
afterAll(() => bench.close())
beforeEach(() => void bench.released.splice(0))

const terms = { recipient: 'government', method: 'suppress' } as const

function ask(sql: string, more: Partial<Parameters<Releases['release']>[0]> = {}) {
  return bench.releases.release({ sql, values: {}, terms, signal, flags: true, ...more })
}

/** The released lines as text; the engine runs what is put in the query's place. */
async function lines(release: Release): Promise<string[]> {
  if (release.kind !== 'table') return [release.kind]
  const input = { schema: 'main', sql: release.sql, parameters: {} }
  const found: string[] = []
  for await (const { bytes } of bench.engine.stream('query', input)) {
    const table = readResult(bytes)
    const shown = table.columns.slice(0, table.columns.length - release.flags)
    for (let row = 0; row < table.rows; row += 1)
      found.push(shown.map((column) => writeCell(column.at(row))).join(' '))
  }
  await bench.releases.done(release)
  return found
}

const released = async (sql: string, more = {}) => lines(await ask(sql, more))

/** Elders of one community whose care is of one kind: few enough to be told apart. */
const small = `SELECT community_code FROM anlan_elders WHERE care_level = '完全失能'
  GROUP BY 1 HAVING count(*) < 5`

/** The truth, as only the analyst's own screen shows it. */
async function truth(sql: string): Promise<string[]> {
  const found: string[] = []
  const stream = bench.engine.stream('query', { schema: 'main', sql, parameters: {} })
  for await (const { bytes } of stream) {
    const table = readResult(bytes)
    for (let row = 0; row < table.rows; row += 1)
      found.push(table.columns.map((column) => writeCell(column.at(row))).join(' '))
  }
  return found
}

describe('a result that leaves', () => {
  it('is as it was where nothing is protected, or every cell is large', async () => {
    expect((await ask('FROM census_2020')).kind).toBe('open')
    const sql = `SELECT care_level, count(*) AS n, round(avg(living_alone::INT), 3) AS a
      FROM anlan_elders GROUP BY 1 ORDER BY n DESC`
    expect(await released(sql)).toEqual(await truth(sql))
  })

  it('is refused where it is rows', async () => {
    expect((await ask('SELECT * FROM anlan_elders WHERE living_alone')).kind).toBe('rows')
    await expect(ask('SELECT max(age_band) FROM anlan_elders')).rejects.toThrow(ZhizhiError)
  })

  it('has no cell of few, and none from which it can be reckoned', async () => {
    const [community] = await truth(small)
    expect(community).toBeDefined()
    const sql = `SELECT care_level, count(*) AS n FROM anlan_elders
      WHERE community_code = '${community ?? ''}' GROUP BY ROLLUP (care_level) ORDER BY 1`
    const [shown, true_] = [await released(sql), await truth(sql)]
    expect(shown).toHaveLength(true_.length)
    const held = shown.filter((line) => line.endsWith('NULL'))
    expect(held).toContain('完全失能 NULL')
    expect(held.length).toBeGreaterThan(1)
    for (const line of shown) if (!line.endsWith('NULL')) expect(true_).toContain(line)
  })

  it('shows neither HAVING nor an order what it hides', async () => {
    const few = `SELECT community_code, count(*) AS n FROM anlan_elders
      WHERE care_level = '完全失能' GROUP BY 1 HAVING count(*) < 5`
    expect(await released(few)).toEqual([])
  })

  it('does not name groups of few by what only few have', async () => {
    const [community = ''] = await truth(small)
    const sql = `SELECT grid_code, age_band, care_level, living_alone, count(*) AS n
      FROM anlan_elders WHERE community_code = '${community}' GROUP BY ALL`
    await expect(ask(sql.replace('grid_code', 'left(record_id, 3)'))).rejects.toThrow(ZhizhiError)
    const counts = (found: readonly string[]) => found.map((line) => line.split(' ').at(-1) ?? '')
    const shown = counts(await released(sql))
    expect(shown.every((n) => n === 'NULL' || Number(n.replace(',', '')) >= 5)).toBe(true)
    expect(shown.length).toBeLessThan(counts(await truth(sql)).filter((n) => n !== '0').length)
  })

  it('raises the minimum for those outside, never lowers it', async () => {
    const sql = `SELECT community_code, care_level, count(*) AS n FROM anlan_elders GROUP BY ALL`
    const held = async (more: object) =>
      (await released(sql, { terms: { ...terms, ...more } })).filter((line) =>
        line.endsWith('NULL'),
      ).length
    const usual = await held({})
    bench.released.splice(0)
    expect(await held({ minimumCell: 2 })).toBe(usual)
    bench.released.splice(0)
    expect(await held({ recipient: 'outside' })).toBeGreaterThan(usual)
  })
})

describe('persons', () => {
  it('are rows where each has one, and are held back as these are', async () => {
    const by = `FROM anlan_elders GROUP BY ROLLUP (community_code, care_level) ORDER BY 1, 2`
    const rows = await released(`SELECT community_code, care_level, count(*) AS n ${by}`)
    const persons = await released(
      `SELECT community_code, care_level, count(DISTINCT record_id) AS n ${by}`,
    )
    expect(persons).toEqual(rows)
  })
})

describe('two results one after another', () => {
  const count = (where: string) => `SELECT count(*) AS n FROM anlan_elders WHERE ${where}`

  it('do not tell one person by their difference', async () => {
    const [community] = await truth(small)
    const where = `community_code = '${community ?? ''}'`
    expect((await released(count(where)))[0]).not.toBe('NULL')
    // all but the few
    expect(await released(count(`${where} AND care_level <> '完全失能'`))).toEqual(['NULL'])
    // the same by parts: whole, one part, the other part without the few
    bench.released.splice(0)
    await released(count(where))
    await released(count(`${where} AND care_level = '能力完好'`))
    const rest = `${where} AND care_level NOT IN ('能力完好', '完全失能')`
    expect(await released(count(rest))).toEqual(['NULL'])
  })

  it('do not tell it in one query either', async () => {
    const [community] = await truth(small)
    const [line = ''] = await released(
      `SELECT count(*) AS n, count(*) FILTER (care_level <> '完全失能') AS o FROM anlan_elders
       WHERE community_code = '${community ?? ''}'`,
    )
    expect(line).toMatch(/^[\d,]+ NULL$/)
  })

  it('leave large differences alone', async () => {
    await released(count('true'))
    expect(await released(count('living_alone'))).toEqual(await truth(count('living_alone')))
  })

  it('are the same when asked for again', async () => {
    const sql = `SELECT community_code, care_level, count(*) AS n FROM anlan_elders GROUP BY ALL ORDER BY 1, 2`
    expect(await released(sql)).toEqual(await released(sql))
  })
})

const notebook = (community: string) => `---
title: 照护
datasets: [anlan-elders]
---
全区 {{levels.n}} 人。

\`\`\`sql name=mine
SELECT * FROM anlan_elders WHERE community_code = '${community}'
\`\`\`

\`\`\`sql name=levels
SELECT care_level, count(*) AS n FROM mine GROUP BY 1 ORDER BY n DESC
\`\`\`

\`\`\`sql name=few
SELECT * FROM levels WHERE n < 5
\`\`\`

\`\`\`sql name=oldest
SELECT max(age_band) AS a FROM mine
\`\`\`

\`\`\`chart name=drawn
title: 每个人
from: anlan_elders
plot:
  - { mark: barX, x: { count: true }, y: care_level }
\`\`\`
`

describe('a notebook', () => {
  it('reports what may leave, and says what may not', async () => {
    const [community = ''] = await truth(small)
    const { sessions, catalogue, engine, clock, releases } = bench
    const drawing = { draw: () => Promise.resolve([]) }
    const boundaries = noBoundaries
    const parts = {
      boundaries,
      sessions,
      catalogue,
      engine,
      drawing,
      releases,
      clock,
      version: '1',
    }
    const source = notebook(community)
    const asked = { source, values: {}, signal, data: true, onProgress: () => undefined }
    const made = await render(parts, asked)
    const left = made.data.left.map(({ name }) => name)
    expect(made.data.tables.map(({ name }) => name)).toContain('levels')
    expect(left).toContain('mine')
    expect(left).toContain('oldest')
    const held = made.record.cells.find(({ name }) => name === 'levels')
    expect(held?.values?.flat()).toContain('')
    expect(made.html).toContain('逐行的记录不能带出')
    expect(made.html).toContain('没有带出的数')
    expect(made.html).toContain('<td class="number">*</td>')
    // a chart over the rows themselves is not drawn; one over the table would be drawn from that
    expect(made.charts).toMatchObject([{ name: 'drawn', ok: false }])
    expect(made.withheld.map(({ cell }) => cell)).toEqual(['levels'])
    const states = Object.fromEntries(
      made.cells.map(({ cell, status, rows }) => [cell, [status, rows]]),
    )
    expect(states['few']).toEqual(['done', 0])
    expect(states['oldest']?.[0]).toBe('failed')
    const ids = await truth(
      `SELECT record_id FROM anlan_elders WHERE community_code = '${community}'`,
    )
    const all = made.html + JSON.stringify([made.data, made.record])
    expect(ids.some((id) => all.includes(id))).toBe(false)
  })

  it('lets a cell be copied in the form that may leave', async () => {
    const [community = ''] = await truth(small)
    const handlers = createDisclosureHandlers(bench)
    const call = { signal } as Parameters<(typeof handlers)['disclosure.cell']>[1]
    const cell = (name: string) =>
      handlers['disclosure.cell']({ source: notebook(community), values: {}, cell: name }, call)
    const levels = await cell('levels')
    expect(levels.kind).toBe('table')
    if (levels.kind !== 'table') return
    expect(levels.note?.zh).toContain('人数少于 5')
    const table = readResult(levels.bytes)
    expect(Array.from({ length: table.rows }, (_, row) => table.columns[1]?.at(row))).toContain(
      null,
    )
    await expect(cell('mine')).rejects.toThrow(ZhizhiError)
    await expect(cell('oldest')).rejects.toThrow(ZhizhiError)
    await expect(
      (async () => handlers['disclosure.rows']({ datasets: ['anlan-elders'] }, call))(),
    ).rejects.toThrow(ZhizhiError)
  })
})

describe('a chart that leaves by itself', () => {
  const square = [[0, 0], [1, 0], [1, 1], [0, 0]] as const // prettier-ignore
  const levels = ['完全失能', '能力完好'].map((name) => ({ code: name, name, rings: [square] }))
  const boundary = { title: '图', approval: 'GS（2023）2767号', places: levels }
  const exits = () =>
    createChartExits({
      ...bench,
      workbooks,
      drawing: { draw: () => Promise.reject(new Error('was drawn')) },
      boundaries: { find: () => Promise.resolve(boundary) },
      version: '1',
    })
  type Call = Parameters<ReturnType<typeof exits>['chart.picture']>[1]
  const call = { signal } as Call
  const request = (source: string, cell: string) => ({
    ...{ session: 'none', source, cell, values: {}, datasets: ['anlan-elders'] },
  })

  it('is drawn of what may leave, says what was held back, and is remembered', async () => {
    const [community = ''] = await truth(small)
    const map = `\`\`\`map name=m\ntitle: 图\nfrom: levels\narea: mine\nplace: care_level\nvalue: n\n\`\`\`\n`
    const asked = request(notebook(community) + map, 'm')
    const { bytes } = await exits()['chart.data']({ ...asked, format: 'csv' }, call)
    const lines = new TextDecoder().decode(bytes).split('\r\n')
    expect(lines[1]).toBe('完全失能,完全失能,')
    expect(lines[2]).toMatch(/^能力完好,能力完好,\d+$/)
    const { svg } = await exits()['chart.picture'](asked, call)
    expect(svg).toContain('合成数据')
    expect(svg).toContain('审图号：GS（2023）2767号')
    expect(svg).toMatch(/少于|隐去|不到/)
    expect(bench.released.length).toBeGreaterThan(0)
  })

  it('is refused over the rows of persons themselves, before it is drawn', async () => {
    const [community = ''] = await truth(small)
    const refused = exits()['chart.picture'](request(notebook(community), 'drawn'), call)
    await expect(refused).rejects.toMatchObject({ code: 'release_refused' })
  })

  it('is told where there is no such chart', async () => {
    const refused = exits()['chart.picture'](request(notebook('0'), 'nothing'), call)
    await expect(refused).rejects.toMatchObject({ code: 'not_found' })
  })
})
