import type { CodeReading } from './code.ts'
import type { RevokeReason, Revoked, Withdrawal } from './issuer.ts'
import type { Statement } from './statement.ts'

/** An issuer whose signatures can be checked here. */
export interface KnownIssuer {
  readonly id: string
  readonly name: string
  /** Raw public key, base 64. */
  readonly key: string
  readonly revoked: readonly Pick<Revoked, 'id' | 'at' | 'reason'>[]
  /** The day of its list of certificates taken back. */
  readonly listed: string
  readonly own: boolean
  /** Its key no longer holds. */
  readonly withdrawn: Withdrawal | null
}

export const certificateFindings = [
  'valid',
  'no_code',
  'foreign',
  'newer',
  'damaged',
  'unknown_issuer',
  'altered',
  'key_withdrawn',
  'revoked',
  'expired',
  'future',
] as const
export type CertificateFinding = (typeof certificateFindings)[number]

export interface CertificateVerdict {
  readonly finding: CertificateFinding
  /** What the code says; to be believed only as far as the finding goes. */
  readonly statement: Statement | null
  /** Who signed it, where that is known. */
  readonly issuer: Pick<KnownIssuer, 'id' | 'name' | 'listed' | 'own'> | null
  readonly revoked: { readonly at: string; readonly reason: RevokeReason } | null
  readonly withdrawn: Withdrawal | null
}

interface Standing {
  readonly issuers: readonly KnownIssuer[]
  /** The day here, `2026-11-26`. */
  readonly today: string
  /** Whether a key (base 64) made this signature. */
  signed(key: string, body: Uint8Array, signature: Uint8Array): boolean
}

const nothing = { revoked: null, withdrawn: null }

/** A clock may be a day off between places; a certificate from beyond that is from the future. */
const spareDays = 1

/** Judges what a code held: the signature first, since nothing else can be believed without it. */
export function judge(reading: CodeReading, standing: Standing): CertificateVerdict {
  if (reading.kind !== 'read') {
    return { finding: reading.kind, statement: null, issuer: null, ...nothing }
  }
  const { statement, body, signature } = reading
  const known = standing.issuers.find(({ id }) => id === statement.issuer)
  if (!known) return { finding: 'unknown_issuer', statement, issuer: null, ...nothing }
  const { id, name, listed, own } = known
  const found = { statement, issuer: { id, name, listed, own }, ...nothing }
  if (!standing.signed(known.key, body, signature)) return { ...found, finding: 'altered' }
  // whoever has the key writes any date and any name: not even what is dated before can be told apart
  if (known.withdrawn) return { ...found, finding: 'key_withdrawn', withdrawn: known.withdrawn }
  const taken = known.revoked.find((one) => one.id === statement.id)
  if (taken) {
    return { ...found, finding: 'revoked', revoked: { at: taken.at, reason: taken.reason } }
  }
  if (statement.issued > plusDays(standing.today, spareDays)) return { ...found, finding: 'future' }
  if (statement.expires !== null && statement.expires < standing.today) {
    return { ...found, finding: 'expired' }
  }
  return { ...found, finding: 'valid' }
}

function plusDays(day: string, count: number): string {
  const moved = new Date(`${day}T00:00:00Z`)
  moved.setUTCDate(moved.getUTCDate() + count)
  return moved.toISOString().slice(0, 10)
}
