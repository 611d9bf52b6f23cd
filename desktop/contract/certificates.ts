import * as z from 'zod'
import { issuerFileSchema, revokeReasons, withdrawReasons } from '../domain/certificate/issuer.ts'
import { certificateFindings } from '../domain/certificate/verdict.ts'
import { typedLine } from '../domain/classroom/typed-line.ts'
import { bytes, procedure } from './wire/procedure.ts'

const titles = z.object({ zh: z.string(), en: z.string() })
const goalSchema = z.object({ id: z.string(), title: titles, reached: z.boolean() })
const revokedSchema = z.object({ at: z.string(), reason: z.enum(revokeReasons) }).nullable()

const withdrawnSchema = z.object({ from: z.string(), reason: z.enum(withdrawReasons) }).nullable()

/** What a certificate is for; `unknown`: neither a course nor a training of this installation. */
const certificateSubjects = ['course', 'training', 'unknown'] as const

/** A certificate as it is printed. */
const paperSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** The id of the course or training. */
  course: z.string(),
  of: z.enum(certificateSubjects),
  courseTitle: titles,
  issued: z.string(),
  expires: z.string().nullable(),
  issuer: z.object({ id: z.string(), name: z.string() }),
  /** Titles of the objectives; empty where the course here has others by now. */
  reached: z.array(titles),
  counts: z.object({ reached: z.int(), total: z.int() }),
})
export type CertificatePaper = z.infer<typeof paperSchema>

const verdictSchema = z.object({
  finding: z.enum(certificateFindings),
  paper: paperSchema.nullable(),
  /** The day of the issuer's list of certificates taken back; null where the issuer is unknown. */
  listed: z.string().nullable(),
  own: z.boolean(),
  revoked: revokedSchema,
  /** Of a key that was withdrawn: since when and why. */
  withdrawn: withdrawnSchema,
  /** What the code held, to be kept or passed on; empty where nothing was read. */
  code: z.string(),
})
export type CertificateVerdictView = z.infer<typeof verdictSchema>

const issuedSchema = z.object({
  id: z.string(),
  course: z.string(),
  issued: z.string(),
  expires: z.string().nullable(),
  revoked: revokedSchema,
})
export type IssuedView = z.infer<typeof issuedSchema>

const issuerSchema = z.object({
  id: z.string(),
  name: z.string(),
  revision: z.int(),
  at: z.string(),
  revoked: z.int(),
  /** Its key no longer holds. */
  withdrawn: withdrawnSchema,
})
export type IssuerView = z.infer<typeof issuerSchema>

/**
 * Why an issuer's file was not taken: no such file, altered, older than the one that is here, of a
 * key that was withdrawn.
 */
const installSchema = z.discriminatedUnion('installed', [
  z.object({ installed: z.literal(true), issuer: issuerSchema, replaced: z.boolean() }),
  z.object({
    installed: z.literal(false),
    reason: z.enum(['format', 'altered', 'older', 'own', 'withdrawn']),
  }),
])
export type Installed = z.infer<typeof installSchema>

const mostFileBytes = 30 * 2 ** 20

export const certificateProcedures = {
  /** How far a learner is in a course, and the certificates that he was given for it here. */
  'certificate.state': procedure({
    input: z.object({ course: z.string(), learner: z.string().nullable() }),
    output: z.object({
      of: z.enum(['course', 'training']),
      title: titles,
      goals: z.array(goalSchema),
      ready: z.boolean(),
      issued: z.array(issuedSchema),
    }),
  }),
  /** Refused with `bad_request` where objectives are missing or the name cannot be printed. */
  'certificate.issue': procedure({
    input: z.object({
      course: z.string(),
      learner: z.string(),
      name: z.string().max(60),
      /** How long it holds; null: without end. */
      years: z.int().min(1).max(10).nullable(),
    }),
    output: z.object({ code: z.string(), paper: paperSchema, picture: bytes }),
  }),
  /** The PDF of a certificate that this workspace has signed. */
  'certificate.pdf': procedure({
    input: z.object({ code: z.string().max(1000) }),
    output: z.object({ name: z.string(), bytes }),
  }),
  'certificate.revoke': procedure({
    input: z.object({ id: z.string(), reason: z.enum(revokeReasons) }),
    output: z.object({}),
  }),
  /** All that this workspace has issued, the newest first. */
  'certificate.list': procedure({
    input: z.object({}),
    output: z.array(
      issuedSchema.extend({
        learner: z.string(),
        title: titles,
        /** Signed with a key that was withdrawn. */
        keyWithdrawn: z.boolean(),
        /** And nothing was issued in its place so far. */
        anew: z.boolean(),
      }),
    ),
  }),
  /** Judges what a code held; null: nothing could be read in the picture. */
  'certificate.verify': procedure({
    input: z.object({ code: z.string().max(100_000).nullable() }),
    output: verdictSchema,
  }),
  /** The same for a file: PNG, JPEG, PDF or text. */
  'certificate.read': procedure({
    input: z.object({ bytes }),
    output: verdictSchema,
  }),
  'issuer.list': procedure({
    input: z.object({}),
    output: z.object({
      own: issuerSchema,
      /** The key is another than the one that signed last, and that one was not withdrawn. */
      changed: z.boolean(),
      /** Own keys that were withdrawn. */
      earlier: z.array(issuerSchema),
      installed: z.array(issuerSchema),
    }),
  }),
  'issuer.name': procedure({
    input: z.object({ name: z.string().overwrite(typedLine).min(1).max(60) }),
    output: z.object({}),
  }),
  'issuer.install': procedure({
    input: z.object({ text: z.string().max(mostFileBytes) }),
    output: installSchema,
  }),
  /** One whose key was withdrawn is removed only where that is meant; `bad_request` otherwise. */
  'issuer.remove': procedure({
    input: z.object({ id: z.string(), evenWithdrawn: z.boolean() }),
    output: z.object({}),
  }),
  /**
   * Withdraws the own key for good and makes another; `not_found` where it is not the key that signs
   * now, so that asking twice does not withdraw two.
   */
  'issuer.withdrawKey': procedure({
    input: z.object({ id: z.string(), reason: z.enum(withdrawReasons) }),
    output: z.object({}),
  }),
  /** This workspace's own file, for others to install; of a withdrawn own key, its withdrawal. */
  'issuer.export': procedure({
    input: z.object({ id: z.string().nullable() }),
    output: issuerFileSchema,
  }),
} as const
