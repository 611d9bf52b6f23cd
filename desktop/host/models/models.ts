import { Worker } from 'node:worker_threads'
import { ZhizhiError } from '../../contract/errors.ts'
import type { Outcome } from '../../domain/notebook/stat/model/table.ts'
import type { ModelData } from '../../domain/statistics/regression/data.ts'
import type { Model } from '../../domain/statistics/regression/spec.ts'
import type { Models } from '../../services/ports.ts'

/** What the model thread is given at its start. */
export interface ModelJob {
  readonly spec: Model
  readonly rows: ModelData
}

/** Memory for objects; the numbers themselves lie outside it. */
const memoryMb = 2048

const gaveUp: Outcome = {
  ok: false,
  why: {
    zh: '算到一半停了：数据或模型太大，内存不够。请少选几列、筛选或汇总。',
    en: 'The computation stopped: data or model are too large for the memory. Use fewer columns, filter or aggregate.',
  },
}

/** Fits each model in a thread of its own, which ends where the signal says so. */
export function createModels(workerFile: string): Models {
  return {
    async fit(spec, rows, signal) {
      signal.throwIfAborted()
      const worker = new Worker(workerFile, {
        workerData: { spec, rows } satisfies ModelJob,
        transferList: buffersOf(rows),
        env: {},
        resourceLimits: { maxOldGenerationSizeMb: memoryMb },
      })
      try {
        return await new Promise<Outcome>((resolve, reject) => {
          signal.addEventListener('abort', () => reject(new ZhizhiError('cancelled')), {
            once: true,
          })
          worker.once('message', resolve)
          worker.once('error', () => resolve(gaveUp))
          worker.once('exit', () => resolve(gaveUp))
        })
      } finally {
        await worker.terminate()
      }
    },
  }
}

function buffersOf({ columns }: ModelData): ArrayBuffer[] {
  return [...columns.values()].flatMap((column) => {
    const { buffer } = column.kind === 'numbers' ? column.values : column.codes
    return buffer instanceof ArrayBuffer ? [buffer] : []
  })
}
