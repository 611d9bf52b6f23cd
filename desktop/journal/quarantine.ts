import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { writeAtomic } from './atomic.ts'
import { errnoOf } from './errors.ts'
import type { WorkspacePaths } from './layout.ts'

const prefix = 'quarantine-'

/** A folder under `backups` that keeps what a repair takes away, as it was found. */
export class Quarantine {
  readonly #paths: WorkspacePaths
  readonly #name: string
  #made = false

  constructor(paths: WorkspacePaths, at: Date) {
    this.#paths = paths
    this.#name = prefix + at.toISOString().replace(/[:.]/g, '-')
  }

  /** Relative to the workspace; undefined while nothing has been set aside. */
  get path(): string | undefined {
    return this.#made ? `backups/${this.#name}` : undefined
  }

  /** Copies a file, given relative to the workspace; does nothing where it is not there. */
  async keep(file: string): Promise<void> {
    const content = await readIfThere(join(this.#paths.root, file))
    if (content) await this.write(file, content)
  }

  /** Moves a file out of the workspace. */
  async take(file: string): Promise<void> {
    await rename(join(this.#paths.root, file), await this.#target(file))
  }

  async write(file: string, content: Uint8Array | string): Promise<void> {
    await writeAtomic(await this.#target(file), content, this.#paths.tmp)
  }

  async #target(file: string): Promise<string> {
    const target = join(this.#paths.backups, this.#name, file)
    await mkdir(dirname(target), { recursive: true })
    this.#made = true
    return target
  }
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path)
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined
    throw error
  }
}

/**
 * Removes a file from all quarantines, since what must be forgotten must not live on in one. True
 * where it was in any.
 */
export async function removeFromQuarantines(backups: string, file: string): Promise<boolean> {
  let found = false
  for (const name of await readdir(backups)) {
    if (name.startsWith(prefix)) found = (await remove(join(backups, name, file))) || found
  }
  return found
}

async function remove(path: string): Promise<boolean> {
  try {
    await rm(path)
    return true
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return false
    throw error
  }
}
