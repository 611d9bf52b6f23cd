import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import type { FromGateThread, GateJob } from './messages.ts'
import { lookThrough } from './look-through.ts'
import { readSource } from './read-source.ts'
import { Refused } from './refused.ts'
import { writeOut } from './write-out.ts'

/** The gate's thread: does one thing with one file, and ends. */

const tell = (message: FromGateThread) => parentPort?.postMessage(message)

/** How far the whole is when a piece of it is done. */
const partOf = { hashed: 0.05, read: 0.4 }

function answer({ file, unpacked, name, choices, task }: GateJob): FromGateThread {
  const progress = (part: number) => tell({ kind: 'progress', part })
  try {
    const bytes = readFileSync(file)
    const facts = { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length }
    progress(partOf.hashed)
    const source = readSource({
      ...{ bytes, name, choices: task.kind === 'write' ? task.recipe : choices },
      ...(unpacked === undefined ? {} : { unpacked: readFileSync(unpacked) }),
      tell: (part) => progress(partOf.hashed + part * (partOf.read - partOf.hashed)),
    })
    progress(partOf.read)
    const scanned = (part: number) => progress(partOf.read + part * (1 - partOf.read))
    return task.kind === 'look'
      ? {
          kind: 'looked',
          look: { ...facts, ...lookThrough(source, name, choices, task.everything, scanned) },
        }
      : { kind: 'written', written: { ...facts, ...writeOut(source, name, task, progress) } }
  } catch (error) {
    if (error instanceof Refused) return { kind: 'refused', problem: error.message }
    throw error
  }
}

tell(answer(workerData as GateJob))
