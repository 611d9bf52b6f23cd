import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openReports, type Reports } from './report-support.ts'

let reports: Reports

beforeAll(async () => {
  reports = await openReports()
})
afterAll(() => reports.close())

const fixture = new URL('../fixtures/chart-kinds.md', import.meta.url)

it('draws every ready-made kind from real tables into a report, and says what it left out', async () => {
  const report = await reports.render(await readFile(fixture, 'utf8'))
  const failed = report.charts.flatMap((chart) =>
    chart.ok ? [] : [`${chart.name} ${chart.reason}`],
  )
  expect(failed).toEqual([])
  expect(report.charts).toHaveLength(16)
  const said = (name: string) => {
    const chart = report.charts.find((one) => one.name === name)
    return chart?.ok === true ? chart.summary : ''
  }
  expect(said('ranked')).toBe('各街道的件数。3 项：最大 城西街（1600），最小 城东街（800）。')
  expect(said('funnel')).toContain('回访 1500，37.5%')
  expect(said('control')).toContain('1 个点在界限外：2025 年 10 月')
  expect(said('many_names')).toContain('共 5000 个，只画了最大的 10 个')
  expect(said('odd_values')).toContain('有 2 行的数是无穷大或不是数')
  for (const chart of report.charts) {
    if (chart.ok) expect(chart.svg).not.toMatch(/NaN|Infinity|undefined/)
  }
})
