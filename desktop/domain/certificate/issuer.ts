import * as z from 'zod'

export const revokeReasons = ['name', 'mistake', 'withdrawn'] as const

const revokedSchema = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{12}$/),
  /** The day from which it no longer holds. */
  at: z.iso.date(),
  reason: z.enum(revokeReasons),
})

/** Why a signing key no longer holds: another may have it, or nobody has it any more. */
export const withdrawReasons = ['stolen', 'lost'] as const
export type WithdrawReason = (typeof withdrawReasons)[number]

const fileFields = {
  name: z.string().trim().min(1).max(60),
  /** The raw Ed25519 public key, 32 bytes, base 64. */
  key: z.string().regex(/^[A-Za-z0-9+/]{43}=$/),
  /** Rises with every change; an older list never replaces a newer one. */
  revision: z.int().min(0),
  at: z.iso.date(),
  revoked: z.array(revokedSchema).max(100_000),
  signature: z.string().regex(/^[A-Za-z0-9+/]{86}==$/),
}

const standingSchema = z.strictObject({ format: z.literal('zhizhi-issuer-1'), ...fileFields })
const withdrawnSchema = z.strictObject({
  format: z.literal('zhizhi-issuer-2'),
  ...fileFields,
  /** The key is withdrawn, for good: whatever it signed is no longer to be believed. */
  withdrawn: z.strictObject({ from: z.iso.date(), reason: z.enum(withdrawReasons) }),
})

/**
 * An issuer's public key and the certificates that it has taken back, signed with that key. The
 * signature shows that the file is whole; that it is this office's the installer has to know by
 * comparing the fingerprint. Format 2 is the last file of a key: its withdrawal. It is a format of
 * its own so that a Zhizhi that knows nothing of withdrawals refuses it instead of reading past it.
 */
export const issuerFileSchema = z.discriminatedUnion('format', [standingSchema, withdrawnSchema])
export type IssuerFile = z.infer<typeof issuerFileSchema>
export type WithdrawnFile = z.infer<typeof withdrawnSchema>
export type Unsigned<File extends IssuerFile = IssuerFile> = File extends IssuerFile
  ? Omit<File, 'signature'>
  : never
export type Revoked = IssuerFile['revoked'][number]
export type RevokeReason = Revoked['reason']
export type Withdrawal = WithdrawnFile['withdrawn']

export const withdrawalOf = (file: Unsigned): Withdrawal | null =>
  file.format === 'zhizhi-issuer-2' ? file.withdrawn : null

/** The text that an issuer's signature covers: all but the signature, in a fixed order. */
export function signedIssuerText(file: Unsigned): string {
  const { format, name, key, revision, at, revoked } = file
  const list = revoked.map((one) => [one.id, one.at, one.reason])
  const end = withdrawalOf(file)
  const said = [format, name, key, revision, at, list]
  return JSON.stringify(end ? [...said, [end.from, end.reason]] : said)
}

/**
 * Whether a file may stand in place of the one that is here. Who has stolen a key can sign files
 * with any revision, so a withdrawal is stronger than every revision, and final.
 */
export function mayReplace(
  before: Pick<IssuerFile, 'revision' | 'signature'> | undefined,
  isWithdrawn: boolean,
  next: IssuerFile,
): 'yes' | 'older' | 'withdrawn' {
  if (isWithdrawn) {
    const again = before === undefined || before.signature === next.signature
    return withdrawalOf(next) && again ? 'yes' : 'withdrawn'
  }
  if (withdrawalOf(next) || !before) return 'yes'
  return before.revision > next.revision ? 'older' : 'yes'
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
