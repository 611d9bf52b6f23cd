import * as z from 'zod'
import {
  issuerFileSchema,
  revokeReasons,
  withdrawalOf,
  type IssuerFile,
  type RevokeReason,
} from './issuer.ts'

/** A certificate that this workspace has issued; the name on it is printed and nowhere kept. */
export interface IssuedCertificate {
  readonly id: string
  readonly learner: string
  readonly course: string
  readonly issued: string
  readonly expires: string | null
  readonly revoked: { readonly at: string; readonly reason: RevokeReason } | null
  /** The key that signed it, where that was recorded. */
  readonly key: string | null
  /** Signed with a key that was withdrawn since. */
  readonly keyWithdrawn: boolean
}

export interface CertificateRecords {
  /** What this workspace calls itself as an issuer; empty before it was named. */
  readonly name: string
  /** Rises with everything that its own issuer's file tells. */
  readonly revision: number
  readonly issued: Readonly<Record<string, IssuedCertificate>>
  /** Installed issuers by their key's id. */
  readonly issuers: Readonly<Record<string, IssuerFile>>
  /** Own keys that were withdrawn, by their ids: each key's last file. */
  readonly withdrawn: Readonly<Record<string, IssuerFile>>
  /** Keys of others that were withdrawn; remembered when the issuer is removed. */
  readonly ended: readonly string[]
}

const events = {
  'certificate.issued': z.object({
    id: z.string(),
    course: z.string(),
    issued: z.string(),
    expires: z.string().nullable(),
    /** The id of the key that signed it; older records do not say. */
    key: z.string().optional(),
  }),
  'certificate.revoked': z.object({
    id: z.string(),
    at: z.string(),
    reason: z.enum(revokeReasons),
  }),
  /** A withdrawal holds from when it is recorded, so the file is signed before. */
  'issuer.key-withdrawn': z.object({ id: z.string(), file: issuerFileSchema }),
  'issuer.named': z.object({ name: z.string() }),
  'issuer.installed': z.object({ id: z.string(), file: issuerFileSchema }),
  'issuer.removed': z.object({ id: z.string() }),
} as const

type EventType = keyof typeof events
export type CertificateEvent<T extends EventType> = z.infer<(typeof events)[T]>

interface RecordedEvent {
  readonly type: string
  readonly by?: string
  readonly data: Readonly<Record<string, unknown>>
}

const nothing: CertificateRecords = {
  ...{ name: '', revision: 0, issued: {}, issuers: {} },
  ...{ withdrawn: {}, ended: [] },
}

/** Certificates issued and taken back here, and the issuers that this workspace knows. */
export const certificatesProjection = {
  name: 'certificates',
  version: 2,
  initial: nothing,
  reduce(state: CertificateRecords, { type, by = '', data }: RecordedEvent): CertificateRecords {
    switch (type) {
      case 'certificate.issued': {
        const read = events[type].safeParse(data)
        return read.success ? withIssued(state, by, read.data) : state
      }
      case 'certificate.revoked': {
        const read = events[type].safeParse(data)
        return read.success ? withRevoked(state, read.data) : state
      }
      case 'issuer.named': {
        const read = events[type].safeParse(data)
        return read.success
          ? { ...state, name: read.data.name, revision: state.revision + 1 }
          : state
      }
      case 'issuer.installed': {
        const read = events[type].safeParse(data)
        return read.success ? withIssuer(state, read.data) : state
      }
      case 'issuer.key-withdrawn': {
        const read = events[type].safeParse(data)
        return read.success ? withoutKey(state, read.data) : state
      }
      case 'issuer.removed': {
        const read = events[type].safeParse(data)
        return read.success ? withoutIssuer(state, read.data.id) : state
      }
      default:
        return state
    }
  },
}

function withIssued(
  state: CertificateRecords,
  learner: string,
  data: CertificateEvent<'certificate.issued'>,
): CertificateRecords {
  const key = data.key ?? null
  const keyWithdrawn = key !== null && state.withdrawn[key] !== undefined
  const one: IssuedCertificate = { ...data, key, learner, revoked: null, keyWithdrawn }
  return { ...state, issued: { ...state.issued, [data.id]: one } }
}

function withRevoked(
  state: CertificateRecords,
  { id, at, reason }: CertificateEvent<'certificate.revoked'>,
): CertificateRecords {
  const one = state.issued[id]
  if (!one || one.revoked) return state
  const issued = { ...state.issued, [id]: { ...one, revoked: { at, reason } } }
  return { ...state, issued, revision: state.revision + 1 }
}

function withIssuer(
  state: CertificateRecords,
  { id, file }: CertificateEvent<'issuer.installed'>,
): CertificateRecords {
  const ended = withdrawalOf(file) ? [...new Set([...state.ended, id])] : state.ended
  return { ...state, ended, issuers: { ...state.issuers, [id]: file } }
}

/** All that was issued so far was signed with it: what follows is signed with another. */
function withoutKey(
  state: CertificateRecords,
  { id, file }: CertificateEvent<'issuer.key-withdrawn'>,
): CertificateRecords {
  if (state.withdrawn[id]) return state
  const issued = Object.entries(state.issued).map(
    ([number, one]) => [number, { ...one, keyWithdrawn: true }] as const,
  )
  const withdrawn = { ...state.withdrawn, [id]: file }
  return { ...state, withdrawn, issued: Object.fromEntries(issued), revision: state.revision + 1 }
}

/** Certificates of a withdrawn key that have nothing in their place yet. */
export function toIssueAnew({ issued }: CertificateRecords, today: string): ReadonlySet<string> {
  const all = Object.values(issued)
  const standing = all.filter(({ keyWithdrawn, revoked }) => !keyWithdrawn && !revoked)
  const missing = all.filter(
    ({ keyWithdrawn, revoked, expires, learner, course }) =>
      keyWithdrawn &&
      !revoked &&
      (expires === null || expires >= today) &&
      !standing.some((one) => one.learner === learner && one.course === course),
  )
  return new Set(missing.map(({ id }) => id))
}

function withoutIssuer(state: CertificateRecords, id: string): CertificateRecords {
  const issuers = Object.entries(state.issuers).filter(([key]) => key !== id)
  return { ...state, issuers: Object.fromEntries(issuers) }
}
