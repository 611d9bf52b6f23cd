import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { WorkspaceSalt } from '../services/ports.ts'
import { writeAtomic } from './atomic.ts'
import { errnoOf, writing } from './errors.ts'
import type { WorkspacePaths } from './layout.ts'

const saltName = 'pseudonyms.salt'
const saltBytes = 32

/**
 * What the codes of persons are keyed with: random, of this workspace alone, readable for its owner.
 * It is in no export: with it, codes could be tried against a list of people.
 */
export function openSalt({ keys, tmp }: WorkspacePaths): WorkspaceSalt {
  const path = join(keys, saltName)
  let own: ReturnType<WorkspaceSalt['own']> | undefined
  const readOrMake = async () => {
    const there = await readFile(path).catch((error: unknown) => {
      if (errnoOf(error) === 'ENOENT') return undefined
      throw error
    })
    if (there) {
      // with another salt the same person would get another code, unseen
      return there.length === saltBytes ? new Uint8Array(there) : undefined
    }
    const made = randomBytes(saltBytes)
    await writing(path, () => writeAtomic(path, made, tmp, 0o600))
    return new Uint8Array(made)
  }
  return {
    own() {
      own ??= readOrMake()
      own.catch(() => (own = undefined))
      return own
    },
  }
}
