import { fromBase32, toBase32 } from './base32.ts'
import { utf8 } from './packing.ts'
import { unpackStatement, type Statement } from './statement.ts'

/** An Ed25519 signature is so long. */
const signatureBytes = 64

/** The signed statement as a two-dimensional code holds it: `ZZ1:` and base 32. */
export const codeText = (body: Uint8Array, signature: Uint8Array): string =>
  `ZZ1:${toBase32(Uint8Array.from([...body, ...signature]))}`

/** What is signed: the statement behind the words that no other signature of ours begins with. */
export const signedBytes = (body: Uint8Array): Uint8Array =>
  Uint8Array.from([...utf8('zhizhi-certificate-1\n'), ...body])

export type CodeReading =
  | {
      readonly kind: 'read'
      readonly statement: Statement
      readonly body: Uint8Array
      readonly signature: Uint8Array
    }
  /** Another kind of code or text; a code of a later Zhizhi; a code of ours with letters lost. */
  | { readonly kind: 'foreign' | 'newer' | 'damaged' }

/** Finds a certificate's code in a text: what a code held, a pasted line, a file. */
export function readCode(text: string): CodeReading {
  const found = /ZZ(\d{1,2}):([A-Z2-7\s]+)/i.exec(text)
  if (!found) return { kind: 'foreign' }
  if (found[1] !== '1') return { kind: 'newer' }
  const bytes = fromBase32((found[2] ?? '').replaceAll(/\s/g, '').toUpperCase())
  if (!bytes || bytes.length <= signatureBytes) return { kind: 'damaged' }
  const body = bytes.slice(0, -signatureBytes)
  const statement = unpackStatement(body)
  if (statement === undefined) return { kind: 'damaged' }
  if (statement === 'newer') return { kind: 'newer' }
  return { kind: 'read', statement, body, signature: bytes.slice(-signatureBytes) }
}
