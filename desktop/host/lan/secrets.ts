import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import type { Secrets } from '../../services/classroom/lan/ports.ts'

const digestOf = (text: string) => createHash('sha256').update(text)

/** Secrets out of the system's own random numbers. */
export const systemSecrets: Secrets = {
  pin: () => String(randomInt(1_000_000)).padStart(6, '0'),
  secret: () => randomBytes(32).toString('base64url'),
  digest: (secret) => digestOf(secret).digest('base64url'),
  // digests are of one length, whatever was sent
  same: (one, other) => timingSafeEqual(digestOf(one).digest(), digestOf(other).digest()),
}
