import * as z from 'zod'
import { issuerFileSchema, revokeReasons, type IssuerFile, type RevokeReason } from './issuer.ts'

/** A certificate that this workspace has issued; the name on it is printed and nowhere kept. */
export interface IssuedCertificate {
  readonly id: string
  readonly learner: string
  readonly course: string
  readonly issued: string
  readonly expires: string | null
  readonly revoked: { readonly at: string; readonly reason: RevokeReason } | null
}

export interface CertificateRecords {
  /** What this workspace calls itself as an issuer; empty before it was named. */
  readonly name: string
  /** Rises with everything that its own issuer's file tells. */
  readonly revision: number
  readonly issued: Readonly<Record<string, IssuedCertificate>>
  /** Installed issuers by their key's id. */
  readonly issuers: Readonly<Record<string, IssuerFile>>
}

const events = {
  'certificate.issued': z.object({
    id: z.string(),
    course: z.string(),
    issued: z.string(),
    expires: z.string().nullable(),
  }),
  'certificate.revoked': z.object({
    id: z.string(),
    at: z.string(),
    reason: z.enum(revokeReasons),
  }),
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

const nothing: CertificateRecords = { name: '', revision: 0, issued: {}, issuers: {} }

/** Certificates issued and taken back here, and the issuers that this workspace knows. */
export const certificatesProjection = {
  name: 'certificates',
  version: 1,
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
        if (!read.success) return state
        return { ...state, issuers: { ...state.issuers, [read.data.id]: read.data.file } }
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
  const one: IssuedCertificate = { ...data, learner, revoked: null }
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

function withoutIssuer(state: CertificateRecords, id: string): CertificateRecords {
  const issuers = Object.entries(state.issuers).filter(([key]) => key !== id)
  return { ...state, issuers: Object.fromEntries(issuers) }
}
