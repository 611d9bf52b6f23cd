import { parentPort, workerData } from 'node:worker_threads'
import { wordFile } from './document.ts'
import type { FromWord, WordJob } from './messages.ts'

/** The thread that writes one Word file, and ends. */

async function answer(job: WordJob): Promise<FromWord> {
  try {
    return { ok: true, bytes: await wordFile(job) }
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? (error.stack ?? error.message) : '' }
  }
}

parentPort?.postMessage(await answer(workerData as WordJob))
