import { parentPort, workerData } from 'node:worker_threads'
import { outcomeOf } from '../../domain/notebook/stat/model/outcome.ts'
import type { ModelJob } from './models.ts'

/** The model thread: fits the one model that it was started with. */

const { spec, rows } = workerData as ModelJob
parentPort?.postMessage(outcomeOf(spec, rows))
