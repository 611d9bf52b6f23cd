import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import type { FromGateThread, GateJob } from './messages.ts'
import { lookThrough } from './look-through.ts'
import { readSource, Refused } from './source.ts'
import { meansOf } from './means.ts'
import { assess, writeOut } from './write-out.ts'

/** The gate's thread: does one thing with one file, and ends. */

const tell = (message: FromGateThread) => parentPort?.postMessage(message)

function answer({ file, name, choices, secrets, task }: GateJob): FromGateThread {
  const progress = (part: number) => tell({ kind: 'progress', part })
  try {
    const bytes = readFileSync(file)
    const facts = { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length }
    progress(0.1)
    const source = readSource(bytes, name, task.kind === 'look' ? choices : task.recipe)
    progress(0.4)
    const means = secrets && meansOf(secrets.salt, secrets.today)
    if (task.kind === 'look') {
      const look = { ...facts, ...lookThrough(source, name, choices, task.everything, means) }
      return { kind: 'looked', look }
    }
    if (!means) throw new Error('no salt')
    if (task.kind === 'assess') return { kind: 'assessed', assessed: assess(source, task, means) }
    return {
      kind: 'written',
      written: { ...facts, ...writeOut(source, name, task, means, progress) },
    }
  } catch (error) {
    if (error instanceof Refused) return { kind: 'refused', problem: error.message }
    throw error
  }
}

tell(answer(workerData as GateJob))
