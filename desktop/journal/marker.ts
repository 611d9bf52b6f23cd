import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Clock } from '../services/ports.ts'
import { writeAtomic } from './atomic.ts'
import { errnoOf } from './errors.ts'
import type { WorkspacePaths } from './layout.ts'

/** The version of the layout on disk. */
export const format = 1

/** The layout's version as the workspace's marker names it; undefined without a readable marker. */
export async function readFormat({ marker }: WorkspacePaths): Promise<number | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(marker, 'utf8'))
    const read = typeof value === 'object' && value !== null && 'format' in value && value.format
    return typeof read === 'number' ? read : undefined
  } catch (error) {
    if (error instanceof SyntaxError || errnoOf(error) === 'ENOENT') return undefined
    throw error
  }
}

export async function writeMarker({ marker, tmp }: WorkspacePaths, clock: Clock): Promise<void> {
  const content = { format, id: randomUUID(), created: clock.now().toISOString() }
  await writeAtomic(marker, JSON.stringify(content, null, 2) + '\n', tmp)
}
