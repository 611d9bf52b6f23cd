import { parentPort, workerData } from 'node:worker_threads'
import type { FromWorkbookThread, WorkbookJob } from './messages.ts'
import { readWorkbook } from './read.ts'
import { writeWorkbook } from './write.ts'
import { writePlaced } from './write-placed.ts'
import { ZipRefused } from './zip.ts'

/** The workbook thread: reads or writes the one workbook that it was started with. */

async function answer(job: WorkbookJob): Promise<FromWorkbookThread> {
  if (job.kind === 'write') return { kind: 'bytes', bytes: await writeWorkbook(job.sheets) }
  if (job.kind === 'write-placed') return { kind: 'bytes', bytes: await writePlaced(job.sheet) }
  try {
    return { kind: 'sheets', sheets: readWorkbook(job.bytes) }
  } catch (error) {
    if (error instanceof ZipRefused) return { kind: 'refused', problem: error.message }
    throw error
  }
}

parentPort?.postMessage(await answer(workerData as WorkbookJob))
