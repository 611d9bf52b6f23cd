import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeAtomic } from './atomic.ts'
import { errnoOf } from './errors.ts'
import { sha256 } from './line.ts'

/** The workspace's Ed25519 key. Who holds it can rewrite the journal unseen, unless a head was kept elsewhere. */
export interface SigningKey {
  /** A short name of the key: the start of the SHA-256 of its public half. */
  readonly id: string
  sign(text: string): string
  verify(text: string, signature: string): boolean
}

export const keyName = 'workspace.pem'

/** The key of a workspace, or why there is none. */
export async function readKey(
  folder: string,
): Promise<SigningKey | 'key_missing' | 'key_unreadable'> {
  try {
    return signingKey(createPrivateKey(await readFile(join(folder, keyName), 'utf8')))
  } catch (error) {
    return errnoOf(error) === 'ENOENT' ? 'key_missing' : 'key_unreadable'
  }
}

/** Makes a key and keeps it readable for its owner alone. */
export async function createKey(folder: string, tmp: string): Promise<SigningKey> {
  const { privateKey } = generateKeyPairSync('ed25519')
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' })
  await writeAtomic(join(folder, keyName), pem, tmp, 0o600)
  return signingKey(privateKey)
}

/** The key as the journal uses it. */
export function signingKey(privateKey: KeyObject): SigningKey {
  const publicKey = createPublicKey(privateKey)
  const id = sha256(publicKey.export({ type: 'spki', format: 'der' })).slice(0, 16)
  return {
    id,
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64'),
    verify: (text, signature) => {
      const bytes = Buffer.from(signature, 'base64')
      // Base64 leaves bits unused at its end; only one spelling of a signature counts.
      const exact = bytes.toString('base64') === signature
      return exact && verify(null, Buffer.from(text), publicKey, bytes)
    },
  }
}
