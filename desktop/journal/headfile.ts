import { type FileHandle, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeAll, writeAtomic } from './atomic.ts'
import type { Damage } from './damage.ts'
import { errnoOf } from './errors.ts'
import { type Head, type HeadReading, readSlots, renderSlot, slotBytes, slotCount } from './head.ts'
import type { SigningKey } from './keys.ts'

export const headName = 'head.json'

export interface HeadFound {
  readonly head: Head | undefined
  readonly slot: number
  readonly damaged: readonly Damage[]
}

/** Reads the head of a journal folder; `undefined` where there is no head file. */
export async function readHead(
  folder: string,
  key: SigningKey | undefined,
): Promise<HeadFound | undefined> {
  const path = join(folder, headName)
  try {
    let reading = readSlots(await readFile(path), key)
    // A writer may be in the middle of a slot.
    for (let again = 0; again < 3 && reading.faults.length > 0; again++) {
      reading = readSlots(await readFile(path), key)
    }
    return withFile(reading)
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined
    throw error
  }
}

function withFile({ head, slot, faults }: HeadReading): HeadFound {
  return { head, slot, damaged: faults.map((fault) => ({ file: `journal/${headName}`, ...fault })) }
}

/** The head file of a journal that is being written. */
export class HeadFile {
  readonly #file: FileHandle
  readonly #key: SigningKey
  #slot: number

  private constructor(file: FileHandle, key: SigningKey, slot: number) {
    this.#file = file
    this.#key = key
    this.#slot = slot
  }

  /** Opens a head file that is sound; `slot` is the one that was written last. */
  static async open(folder: string, key: SigningKey, slot: number): Promise<HeadFile> {
    return new HeadFile(await open(join(folder, headName), 'r+'), key, slot)
  }

  /** Makes the file anew, with both slots at `head`. */
  static async replace(folder: string, tmp: string, key: SigningKey, head: Head): Promise<void> {
    const slots = Array.from({ length: slotCount }, (_, slot) => renderSlot(slot, head, key))
    await writeAtomic(join(folder, headName), Buffer.concat(slots), tmp)
  }

  /** Resolves when the head is on the disk. The slot before it stays untouched meanwhile. */
  async write(head: Head): Promise<void> {
    const slot = (this.#slot + 1) % slotCount
    await writeAll(this.#file, renderSlot(slot, head, this.#key), slot * slotBytes)
    await this.#file.datasync()
    this.#slot = slot
  }

  async close(): Promise<void> {
    await this.#file.close()
  }
}
