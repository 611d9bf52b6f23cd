import { readFile, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openReports, type Reports } from './report-support.ts'

let reports: Reports

beforeAll(async () => {
  reports = await openReports()
})
afterAll(() => reports.close())

it('x', async () => {
  const source = await readFile(new URL('../fixtures/chart-kinds.md', import.meta.url), 'utf8')
  const report = await reports.render(source)
  await writeFile('/tmp/kinds.html', report.html)
  console.log(JSON.stringify(report.cells), report.charts.map((c) => JSON.stringify({...c, svg: 'svg' in c ? c.svg.length : 0})).join('\n'))
  expect(report.charts.every(({ ok }) => ok)).toBe(true)
})
