import { createHmac } from 'node:crypto'
import type { Means } from '../../domain/privacy/deidentify/means.ts'

/** HMAC-SHA-256 with the workspace's salt. */
export function meansOf(salt: Uint8Array, today: string): Means {
  return { today, hash: (text) => createHmac('sha256', salt).update(text).digest() }
}
