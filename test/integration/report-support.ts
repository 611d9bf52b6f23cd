import { setMaxListeners } from 'node:events'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'
import { ownConnector } from '../../desktop/build/own-connector.mjs'
import { createChartDrawing } from '../../desktop/host/report/drawing-thread.ts'
import { ZhizhiError } from '../../desktop/contract/errors.ts'
import { createReportMakers } from '../../desktop/host/report/makers.ts'
import { writeWorkbook } from '../../desktop/host/workbook/write.ts'
import type { Report } from '../../desktop/services/report/render.ts'
import { createReport } from '../../desktop/services/report/report.ts'
import { noBoundaries, openBench } from './workbench-support.ts'

const project = new URL('../..', import.meta.url).pathname

/** The drawing thread's bundle, made as the app's build makes it. */
export async function bundleWorker(): Promise<{ file: string; remove: () => Promise<void> }> {
  const cache = join(project, 'node_modules/.cache')
  await mkdir(cache, { recursive: true })
  const folder = await mkdtemp(join(cache, 'zhizhi-report-'))
  await build({
    configFile: false,
    root: project,
    logLevel: 'error',
    plugins: [ownConnector()],
    ssr: { noExternal: [/^@uwdata\//] },
    build: {
      ssr: join(project, 'desktop/host/report/worker.ts'),
      outDir: folder,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'worker.js' } },
    },
  })
  return {
    file: join(folder, 'worker.js'),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

const refused = () => Promise.reject(new Error('not asked for'))
const noReader = { read: refused, writePlaced: refused }

/** 22:25:35 on 23 November 2026 in Beijing. */
const moment = new Date('2026-11-23T14:25:35Z')

// as the app does: a run asks the engine many things under one signal
setMaxListeners(0)

/** The report's service on the real engine, the shipped datasets and a real drawing thread. */
export async function openReports() {
  const [bench, worker] = await Promise.all([openBench(), bundleWorker()])
  const { sessions, catalogue, engine, releases } = bench
  const drawing = createChartDrawing(worker.file)
  const clock = { now: () => moment }
  const service = createReport({
    boundaries: noBoundaries,
    sessions,
    catalogue,
    engine,
    drawing,
    releases,
    clock,
    version: '9.8.7',
    makers: createReportMakers({
      engine,
      engineFolder: bench.engineFolder,
      printer: { print: () => Promise.reject(new ZhizhiError('pdf_unavailable')) },
      wordWorker: '',
    }),
    workbooks: { ...noReader, write: writeWorkbook },
  })
  return {
    service,
    worker: worker.file,
    engine,
    sessions,
    render: (source: string, values: Readonly<Record<string, unknown>> = {}): Promise<Report> =>
      service.render({
        source,
        values,
        signal: new AbortController().signal,
        onProgress: () => undefined,
      }),
    async close() {
      await bench.close()
      await worker.remove()
    },
  }
}

export type Reports = Awaited<ReturnType<typeof openReports>>
