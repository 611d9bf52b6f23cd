import * as xlsx from '@e965/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writePlaced } from '../../desktop/host/workbook/write-placed.ts'
import { createPivotHandlers } from '../../desktop/services/workbench/pivot/export.ts'
import type { Session } from '../../desktop/services/workbench/session.ts'
import { workbooks } from './exchange-support.ts'
import { openBench, runText, type Bench } from './workbench-support.ts'

let bench: Bench
let session: Session
let handlers: ReturnType<typeof createPivotHandlers>

const notebook = (more = '') => `---
title: 试
datasets: [census-2020]
---
\`\`\`sql name=people
SELECT * FROM (VALUES ('=东', '热线', 1, true), ('=东', '网格', 2, false), ('西', '热线', 2, true))
  AS v(street, channel, n, ok)
\`\`\`

\`\`\`pivot name=p
from: people
rows: [street]
columns: [channel]
values:
  - { as: 件数, sum: n }
  - { as: 率, share: [{ column: ok, is: true }] }
${more}
\`\`\`
`

beforeAll(async () => {
  bench = await openBench()
  session = await bench.sessions.open()
  const parts = { ...bench, workbooks: { ...workbooks, writePlaced }, version: '1' }
  handlers = createPivotHandlers({
    ...parts,
    clock: { now: () => new Date('2026-11-26T02:00:00Z') },
  })
})
afterAll(() => bench.close())

const context = {
  signal: new AbortController().signal,
} as unknown as Parameters<(typeof handlers)['pivot.copy']>[1]
const request = (source: string) => ({
  session: session.id,
  source,
  cell: 'p',
  values: {},
  datasets: ['census-2020'],
})

describe('a crosstab that leaves', () => {
  it('goes to the clipboard with its shape, its source and its time', async () => {
    await runText(session, notebook())
    const { text, html } = await handlers['pivot.copy'](request(notebook()), context)
    const lines = text.split('\r\n')
    expect(lines.slice(0, 5)).toEqual([
      'street\t热线\t\t网格\t\t合计\t',
      '\t件数\t率\t件数\t率\t件数\t率',
      "'=东\t1\t1\t2\t0\t3\t0.5",
      '西\t2\t1\t\t\t2\t1',
      expect.stringMatching(/^合计\t3\t1\t2\t0\t5\t0\.666/) as string,
    ])
    expect(lines[5]).toMatch(
      /^来源：.+真实数据.+2026 年 11 月 26 日 10:00（北京时间）导出 · 致知 1$/,
    )
    expect(html).toContain('<th scope="col" colspan="2">热线</th>')
    expect(html).toContain('<th scope="row">&#39;=东</th>'.replace('&#39;', "'"))
    expect(html).toContain('<td align="right">66.7%</td>')
  })

  it('goes to a workbook with merged headings, and numbers as numbers', async () => {
    await runText(session, notebook())
    const { bytes, name } = await handlers['pivot.workbook'](request(notebook()), context)
    expect(name).toBe('p-2026-11-26.xlsx')
    const book = xlsx.read(bytes, { cellNF: true })
    const sheet = book.Sheets['p'] ?? {}
    const merges = (sheet['!merges'] ?? []).map((range) => xlsx.utils.encode_range(range))
    expect(merges).toEqual(expect.arrayContaining(['A1:A2', 'B1:C1', 'D1:E1', 'F1:G1']))
    expect(sheet['A3']).toMatchObject({ t: 's', v: '=东' })
    expect(sheet['A3']).not.toHaveProperty('f')
    expect(sheet['B3']).toMatchObject({ t: 'n', v: 1 })
    expect(sheet['G3']).toMatchObject({ t: 'n', v: 0.5, w: '50.0%' })
    expect(sheet['A6']).toMatchObject({ t: 's', v: expect.stringMatching(/^来源/) as string })
  })

  it('is refused where it was changed and not run since, or is no pivot, or is too large', async () => {
    await runText(session, notebook())
    const changed = notebook().replace('rows: [street]', 'rows: [street, ok]')
    await expect(handlers['pivot.copy'](request(changed), context)).rejects.toMatchObject({
      code: 'export_refused',
    })
    await expect(
      handlers['pivot.copy']({ ...request(notebook()), cell: 'people' }, context),
    ).rejects.toMatchObject({ code: 'not_found' })
    const wide = notebook().replace(
      /SELECT \*[\s\S]+?ok\)/,
      'SELECT range AS street, range AS channel, 1 AS n, true AS ok FROM range(300)',
    )
    await runText(session, wide)
    await expect(handlers['pivot.workbook'](request(wide), context)).rejects.toMatchObject({
      code: 'export_refused',
      params: { problem: expect.stringContaining('行或列太多') as string },
    })
  })

  it('is made of what may leave where it is about people', async () => {
    await bench.attaching.need(['anlan-elders'])
    const source = `---
title: 试
datasets: [anlan-elders]
---
\`\`\`pivot name=p
from: anlan_elders
rows: [community_code]
columns: [care_level]
values:
  - { as: 人数, count: rows }
\`\`\`
`
    await runText(session, source)
    const asked = { ...request(source), datasets: ['anlan-elders'] }
    const { text } = await handlers['pivot.copy'](asked, context)
    expect(text).toContain('没有带出')
    const counts = text
      .split('\r\n')
      .slice(2, -1)
      .flatMap((line) => line.split('\t').slice(1))
    expect(
      counts
        .filter((n) => n !== '')
        .map(Number)
        .every((n) => n >= 5),
    ).toBe(true)
    expect(counts).toContain('')
  })
})
