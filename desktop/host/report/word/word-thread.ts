import { Worker } from 'node:worker_threads'
import { ZhizhiError } from '../../../contract/errors.ts'
import type { FromWord, WordJob } from './messages.ts'

const memoryMb = 2048
const slowestMs = 120_000

/** Writes a Word file in a thread of its own, so that the windows go on meanwhile. */
export async function writeWord(
  workerFile: string,
  job: WordJob,
  signal: AbortSignal,
): Promise<Uint8Array> {
  if (signal.aborted) throw new ZhizhiError('cancelled')
  const worker = new Worker(workerFile, {
    workerData: job,
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  })
  let timer: NodeJS.Timeout | undefined
  try {
    const told = await new Promise<FromWord>((resolve, reject) => {
      timer = setTimeout(() => reject(new ZhizhiError('timeout')), slowestMs)
      signal.addEventListener('abort', () => reject(new ZhizhiError('cancelled')), { once: true })
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', () => reject(new ZhizhiError('internal')))
    })
    if (!told.ok) throw new Error(told.reason)
    return told.bytes
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}
