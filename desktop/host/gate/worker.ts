import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { isBesideJob, readBeside, startBeside, type BesideJob } from './beside.ts'
import type { FromGateThread, GateJob } from './messages.ts'
import { lookThrough } from './look-through.ts'
import { meansOf } from './means.ts'
import { readSource } from './read-source.ts'
import { Refused } from './refused.ts'
import { assess, writeOut } from './write-out.ts'

/**
 * The gate's thread: does one thing with one file, and ends; or, started by such a thread, reads
 * cells beside it.
 */

const tell = (message: FromGateThread) => parentPort?.postMessage(message)

const startHere = () => startBeside(new URL(import.meta.url))

/** How far the whole is when a piece of it is done. */
const partOf = { hashed: 0.05, read: 0.4 }

function answer(job: GateJob): FromGateThread {
  const { file, unpacked, name, choices, secrets, task } = job
  const progress = (part: number) => tell({ kind: 'progress', part })
  try {
    const bytes = readFileSync(file)
    const facts = { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length }
    progress(partOf.hashed)
    const source = readSource({
      ...{ bytes, name, choices: task.kind === 'look' ? choices : task.recipe },
      ...(unpacked === undefined ? {} : { unpacked: readFileSync(unpacked) }),
      tell: (part) => progress(partOf.hashed + part * (partOf.read - partOf.hashed)),
    })
    progress(partOf.read)
    const onPart = (part: number) => progress(partOf.read + part * (1 - partOf.read))
    const means = secrets && meansOf(secrets.salt, secrets.today)
    if (task.kind === 'look') {
      const look = lookThrough(source, name, choices, task.everything, {
        ...{ onPart, means, startBeside: startHere },
      })
      return { kind: 'looked', look: { ...facts, ...look } }
    }
    if (!means) throw new Error('no salt')
    if (task.kind === 'assess')
      return { kind: 'assessed', assessed: assess(source, task, means, startHere) }
    return {
      kind: 'written',
      written: {
        ...facts,
        ...writeOut(source, name, task, { means, progress, startBeside: startHere }),
      },
    }
  } catch (error) {
    if (error instanceof Refused) return { kind: 'refused', problem: error.message }
    throw error
  }
}

const given = workerData as GateJob | BesideJob
if (isBesideJob(given)) readBeside(given)
else tell(answer(given))
