import * as z from 'zod'

export const revokeReasons = ['name', 'mistake', 'withdrawn'] as const

const revokedSchema = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{12}$/),
  /** The day from which it no longer holds. */
  at: z.iso.date(),
  reason: z.enum(revokeReasons),
})

/**
 * An issuer's public key and the certificates that it has taken back, signed with that key. The
 * signature shows that the file is whole; that it is this office's the installer has to know by
 * comparing the fingerprint.
 */
export const issuerFileSchema = z.strictObject({
  format: z.literal('zhizhi-issuer-1'),
  name: z.string().trim().min(1).max(60),
  /** The raw Ed25519 public key, 32 bytes, base 64. */
  key: z.string().regex(/^[A-Za-z0-9+/]{43}=$/),
  /** Rises with every change; an older list never replaces a newer one. */
  revision: z.int().min(0),
  at: z.iso.date(),
  revoked: z.array(revokedSchema).max(100_000),
  signature: z.string().regex(/^[A-Za-z0-9+/]{86}==$/),
})
export type IssuerFile = z.infer<typeof issuerFileSchema>
export type Revoked = IssuerFile['revoked'][number]
export type RevokeReason = Revoked['reason']

/** The text that an issuer's signature covers: all but the signature, in a fixed order. */
export function signedIssuerText(file: Omit<IssuerFile, 'signature'>): string {
  const { format, name, key, revision, at, revoked } = file
  const list = revoked.map((one) => [one.id, one.at, one.reason])
  return JSON.stringify([format, name, key, revision, at, list])
}

/** Reads an issuer's file; `undefined` where it is something else. */
export function readIssuerFile(text: string): IssuerFile | undefined {
  try {
    const read = issuerFileSchema.safeParse(JSON.parse(text))
    return read.success ? read.data : undefined
  } catch {
    return undefined
  }
}

/** The key's short name as people compare it over the telephone: `3F2A 90B1 …`. */
export const fingerprint = (id: string): string =>
  (id.toUpperCase().match(/.{1,4}/g) ?? []).join(' ')
