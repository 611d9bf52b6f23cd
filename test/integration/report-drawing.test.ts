import { afterAll, beforeAll, expect, it } from 'vitest'
import { parse } from 'yaml'
import { chartSchema } from '../../desktop/domain/notebook/chart.ts'
import { createChartDrawing } from '../../desktop/host/report/drawing-thread.ts'
import type { DrawingWork } from '../../desktop/services/report/drawing.ts'
import { bundleWorker } from './report-support.ts'

let worker: Awaited<ReturnType<typeof bundleWorker>>

beforeAll(async () => {
  worker = await bundleWorker()
})
afterAll(() => worker.remove())

const limits = { startMs: 60_000, chartMs: 2000, memoryMb: 512 }
const chart = (from: string) =>
  chartSchema.parse(parse(`title: 题\nfrom: ${from}\nplot: [{ mark: barX, x: a, y: b }]`))
const charts = ['first', 'second'].map((name) => ({ name, chart: chart(name), width: 400 }))

function work(query: DrawingWork['query'], signal = new AbortController().signal) {
  const told: number[] = []
  const drawn = (count: number) => void told.push(count)
  return { told, work: { charts, values: {}, signal, query, drawn } satisfies DrawingWork }
}

it('gives up a chart whose data never come, and goes on with the next', async () => {
  const asked: string[] = []
  const { told, work: job } = work((sql) => {
    asked.push(sql)
    if (sql.includes('"first"')) return new Promise(() => undefined)
    return Promise.reject(new Error('not this one'))
  })
  expect(await createChartDrawing(worker.file, limits).draw(job)).toEqual([
    { name: 'first', ok: false, reason: '画了 2 秒还没有画完，已停下' },
    { name: 'second', ok: false, reason: '致知内部出了错，没有动你的数据。' },
  ])
  expect(told).toEqual([1, 2])
  expect(asked.some((sql) => sql.includes('"second"'))).toBe(true)
})

it('says why where there is no thread to be had', async () => {
  const { work: job } = work(() => Promise.resolve(undefined))
  const drawn = await createChartDrawing(`${worker.file}.missing`, limits).draw(job)
  expect(drawn.map(({ ok }) => ok)).toEqual([false, false])
})

it('ends its thread when it is cancelled', async () => {
  const controller = new AbortController()
  const { work: job } = work(() => {
    controller.abort()
    return new Promise(() => undefined)
  }, controller.signal)
  const drawn = createChartDrawing(worker.file, limits).draw(job)
  await expect(drawn).rejects.toMatchObject({ code: 'cancelled' })
})
