import { Worker } from 'node:worker_threads'
import { ZhizhiError } from '../../contract/errors.ts'
import type { Workbooks } from '../../services/ports.ts'
import type { FromWorkbookThread, WorkbookJob } from './messages.ts'

interface Limits {
  readonly ms: number
  readonly memoryMb: number
}

const usual: Limits = { ms: 60_000, memoryMb: 1024 }

/**
 * Reads and writes workbooks in a thread of its own, one for each: whatever is in a file, it can
 * take neither the host's memory nor its time.
 */
export function createWorkbooks(workerFile: string, limits: Limits = usual): Workbooks {
  return {
    async read(bytes) {
      const answer = await inThread(workerFile, limits, { kind: 'read', bytes })
      if (answer.kind === 'refused') return { ok: false, problem: answer.problem }
      if (answer.kind === 'sheets') return { ok: true, sheets: answer.sheets }
      throw new ZhizhiError('internal')
    },
    async writePlaced(sheet) {
      const answer = await inThread(workerFile, limits, { kind: 'write-placed', sheet })
      if (answer.kind === 'bytes') return answer.bytes
      throw new ZhizhiError('internal')
    },
    async write(sheets) {
      const answer = await inThread(workerFile, limits, { kind: 'write', sheets })
      if (answer.kind === 'bytes') return answer.bytes
      throw new ZhizhiError('internal')
    },
  }
}

async function inThread(
  workerFile: string,
  { ms, memoryMb }: Limits,
  job: WorkbookJob,
): Promise<FromWorkbookThread> {
  const worker = new Worker(workerFile, {
    workerData: job,
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  })
  const gaveUp = (problem: string): FromWorkbookThread => ({ kind: 'refused', problem })
  let timer: NodeJS.Timeout | undefined
  try {
    return await new Promise<FromWorkbookThread>((resolve) => {
      timer = setTimeout(() => resolve(gaveUp(`读了 ${ms / 1000} 秒还没有读完，已停下`)), ms)
      worker.once('message', resolve)
      worker.once('error', () => resolve(gaveUp('工作簿读不出来：太大，或已损坏')))
      worker.once('exit', () => resolve(gaveUp('工作簿读不出来：读它的线程停了')))
    })
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}
