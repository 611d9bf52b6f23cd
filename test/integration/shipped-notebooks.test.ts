import { readdir, readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseNotebook } from '../../desktop/domain/notebook/parse.ts'
import { openReports, type Reports } from './report-support.ts'

const folder = new URL('../../notebooks/', import.meta.url)
const names = (await readdir(folder)).filter((name) => name.endsWith('.md'))
const sourceOf = (name: string) => readFile(new URL(name, folder), 'utf8')

let reports: Reports

beforeAll(async () => {
  reports = await openReports()
})
afterAll(() => reports.close())

describe('shipped notebooks', () => {
  it('are at least ten analyses and what they stand on', () => {
    expect(names.length).toBeGreaterThanOrEqual(13)
  })

  it.each(names)('%s reads without a fault and says what it cannot tell', async (name) => {
    const { head, blocks, problems } = parseNotebook(await sourceOf(name))
    expect(problems).toEqual([])
    expect(head.question).not.toBe('')
    const prose = blocks.flatMap((block) => (block.kind === 'prose' ? [block.text] : [])).join('\n')
    expect(prose).toMatch(/不能说什么|不说明|不能做什么/)
  })

  it.each(names)(
    '%s runs whole, its checks hold and every number is filled in',
    async (name) => {
      const { cells, charts, html } = await reports.render(await sourceOf(name))
      expect(cells.filter(({ status }) => status === 'failed')).toEqual([])
      expect(charts.filter(({ ok }) => !ok)).toEqual([])
      expect(html).not.toContain('class="problem"')
      expect(html).not.toContain('不通过')
      expect(html).not.toContain('{{')
    },
    30_000,
  )
})
