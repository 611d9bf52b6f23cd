import { Worker } from 'node:worker_threads'
import { errorText } from '../../contract/error-text.ts'
import { toWireError, ZhizhiError } from '../../contract/errors.ts'
import type { ChartDrawing, DrawingWork, DrawnChart } from '../../services/report/drawing.ts'
import type { DrawingJob, FromDrawing, ToDrawing } from './messages.ts'

interface Limits {
  /** Until the thread has its document and Mosaic. */
  readonly startMs: number
  readonly chartMs: number
  readonly memoryMb: number
}

const usual: Limits = { startMs: 60_000, chartMs: 20_000, memoryMb: 1024 }

/**
 * Draws charts in a thread of its own, where a document stands in for the browser's. A chart that
 * takes too long or brings the thread down is given up; the next ones get a new thread.
 */
export function createChartDrawing(workerFile: string, limits: Limits = usual): ChartDrawing {
  return {
    async draw(work) {
      const finished: DrawnChart[] = []
      const tell = (chart: DrawnChart) => {
        finished.push(chart)
        work.drawn(finished.length)
      }
      while (finished.length < work.charts.length) {
        const rest = { ...work, charts: work.charts.slice(finished.length) }
        const ended = await inThread(workerFile, limits, rest, tell)
        const stuck = work.charts[finished.length]
        if (stuck) tell({ name: stuck.name, ok: false, reason: ended ?? '画图中断了' })
      }
      return finished
    },
  }
}

/** Resolves with nothing once every chart is told, else with why the thread ended before. */
async function inThread(
  workerFile: string,
  limits: Limits,
  work: DrawingWork,
  tell: (chart: DrawnChart) => void,
): Promise<string | undefined> {
  if (work.signal.aborted) throw new ZhizhiError('cancelled')
  const job: DrawingJob = { charts: work.charts, values: work.values }
  const worker = new Worker(workerFile, {
    workerData: job,
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb },
  })
  try {
    return await listen(worker, limits, work, tell)
  } finally {
    await worker.terminate()
  }
}

function listen(
  worker: Worker,
  { startMs, chartMs }: Limits,
  work: DrawingWork,
  tell: (chart: DrawnChart) => void,
): Promise<string | undefined> {
  let left = work.charts.length
  let timer: NodeJS.Timeout | undefined
  return new Promise<string | undefined>((resolve, reject) => {
    const within = (ms: number) => {
      clearTimeout(timer)
      timer = setTimeout(() => resolve(`画了 ${ms / 1000} 秒还没有画完，已停下`), ms)
    }
    within(startMs)
    work.signal.addEventListener('abort', () => reject(new ZhizhiError('cancelled')), {
      once: true,
    })
    worker.once('error', (error) => resolve(`画图的线程出了错（${error.message}）`))
    worker.once('exit', () => resolve('画图的线程停了'))
    worker.on('message', (message: FromDrawing) => {
      if (message.kind === 'query') return void answer(worker, message, work)
      within(chartMs)
      if (message.kind === 'ready') return
      tell(message.chart)
      left -= 1
      if (left === 0) resolve(undefined)
    })
  }).finally(() => clearTimeout(timer))
}

async function answer(
  worker: Worker,
  { id, sql, type }: Extract<FromDrawing, { kind: 'query' }>,
  work: DrawingWork,
): Promise<void> {
  let reply: ToDrawing
  try {
    reply = { id, ok: true, bytes: await work.query(sql, type) }
  } catch (error) {
    reply = { id, ok: false, reason: errorText(toWireError(error), 'zh').what }
  }
  worker.postMessage(reply)
}
