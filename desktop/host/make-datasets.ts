import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Seal } from '../../datasets/generator/descriptor.ts'
import type { Making, Step } from '../../datasets/generator/making.ts'
import type { Engine } from '../services/ports.ts'

/** A file that was made, with what its descriptor says of it. */
export interface MadeFile extends Seal {
  readonly dataset: string
  readonly file: string
}

/** Told after each stage: `done` of `stages` of this dataset. */
export type OnStage = (dataset: string, done: number, stages: number) => void

/** Makes datasets one after another in an engine of the role `maker`, below `outDir`. */
export async function makeDatasets(
  maker: Pick<Engine, 'call'>,
  makings: readonly Making[],
  outDir: string,
  onStage: OnStage = () => undefined,
): Promise<MadeFile[]> {
  const made: MadeFile[] = []
  for (const { dataset, stages, drafts } of makings) {
    await mkdir(join(outDir, dataset, 'data'), { recursive: true })
    const rows = new Map<string, number>()
    for (const [index, steps] of stages.entries()) {
      await runStage(maker, steps, rows)
      onStage(dataset, index + 1, stages.length)
    }
    for (const draft of drafts) await rm(draft)
    for (const [path, count] of rows) made.push(await sealOf(outDir, dataset, path, count))
  }
  return made
}

/** Runs a stage and notes the rows of every file that it completes. */
async function runStage(
  maker: Pick<Engine, 'call'>,
  steps: readonly Step[],
  rows: Map<string, number>,
): Promise<void> {
  const done = await maker.call('maker.run', { statements: steps.map(({ sql }) => sql) })
  for (const [index, { completes }] of steps.entries()) {
    if (completes !== undefined) rows.set(completes, done.rows[index] ?? 0)
  }
}

async function sealOf(
  outDir: string,
  dataset: string,
  path: string,
  rows: number,
): Promise<MadeFile> {
  const file = join(outDir, dataset, path)
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  const { size } = await stat(file)
  return { dataset, file, path, rows, bytes: size, sha256: hash.digest('hex') }
}
