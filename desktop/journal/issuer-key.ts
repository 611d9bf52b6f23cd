import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto'
import { readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { CertificateKeys, CertificateSigner } from '../services/ports.ts'
import { writeAtomic } from './atomic.ts'
import { errnoOf, writing } from './errors.ts'
import type { WorkspacePaths } from './layout.ts'
import { sha256 } from './line.ts'

const issuerKeyName = 'issuer.pem'
/** Where the first key lies once another signs. */
const firstKeyName = 'issuer-first.pem'

/** The raw key is the end of its SPKI form, behind a fixed head (RFC 8410). */
const spkiHead = Buffer.from('302a300506032b6570032100', 'hex')

/**
 * The workspace's key for certificates. It is not the journal's: a journal that was mended with a
 * new key must not make every certificate unknown.
 */
export function openCertificateKeys(paths: WorkspacePaths): CertificateKeys {
  let own: Promise<CertificateSigner> | undefined
  let renewing: Promise<void> = Promise.resolve()
  const current = () => (own ??= readOrMake(paths).then(signerOf))
  return {
    own: () => renewing.then(current),
    async first() {
      await renewing
      const first = await readKey(join(paths.keys, firstKeyName))
      return first ? signerOf(first) : current()
    },
    renew(id) {
      const step = renewing.then(async () => {
        if ((await current()).id !== id) return
        await setAside(paths, id)
        own = undefined
        await current()
      })
      renewing = step.catch(() => undefined)
      return step
    },
    idOf: (key) => idOf(Buffer.concat([spkiHead, Buffer.from(key, 'base64')])),
    verify(key, bytes, signature) {
      const der = Buffer.concat([spkiHead, Buffer.from(key, 'base64')])
      try {
        const publicKey = createPublicKey({ key: der, format: 'der', type: 'spki' })
        return verify(null, bytes, publicKey, signature)
      } catch {
        return false // thirty-two bytes that are no point of the curve
      }
    },
  }
}

async function readKey(path: string): Promise<KeyObject | undefined> {
  try {
    return createPrivateKey(await readFile(path, 'utf8'))
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error
    return undefined
  }
}

async function readOrMake({ keys, tmp }: WorkspacePaths): Promise<KeyObject> {
  const path = join(keys, issuerKeyName)
  const found = await readKey(path)
  if (found) return found
  const { privateKey } = generateKeyPairSync('ed25519')
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' })
  await writing(path, () => writeAtomic(path, pem, tmp, 0o600))
  return privateKey
}

/** Moves the key away; killed before another is made, the workspace makes one when it is asked. */
async function setAside({ keys }: WorkspacePaths, id: string): Promise<void> {
  const isFirst = (await readKey(join(keys, firstKeyName))) === undefined
  const to = join(keys, isFirst ? firstKeyName : `issuer-${id}.pem`)
  await writing(to, () => rename(join(keys, issuerKeyName), to))
}

function signerOf(privateKey: KeyObject): CertificateSigner {
  const der = createPublicKey(privateKey).export({ type: 'spki', format: 'der' })
  return {
    id: idOf(der),
    publicKey: der.subarray(spkiHead.length).toString('base64'),
    sign: (bytes) => new Uint8Array(sign(null, bytes, privateKey)),
  }
}

const idOf = (der: Buffer): string => sha256(der).slice(0, 16)
