import * as z from 'zod'

/** The closed set of things that can go wrong, as both sides name them. */
export const errorCodes = [
  'bad_request',
  'unknown_procedure',
  'cancelled',
  'disconnected',
  'busy',
  'too_large',
  'timeout',
  'internal',
  'engine_stopped',
  'sql_empty',
  'sql_syntax',
  'sql_refused',
  'sql_failed',
  'parameter_missing',
  'not_found',
  'unknown_dataset',
  'dataset_damaged',
  'dataset_invalid',
  'dataset_listed',
  'dataset_twice',
  'import_refused',
  'export_refused',
  'chart_refused',
  'boundary_refused',
  'release_refused',
  'dataset_gone',
  'report_unreadable',
  'write_failed',
  'notebook_invalid',
  'notebook_unreadable',
  'cell_circular',
  'chart_invalid',
  'course_invalid',
  'scenario_invalid',
  'conflict',
  'workspace_locked',
  'workspace_readonly',
  'workspace_unsuitable',
  'journal_damaged',
  'port_in_use',
  'lan_no_network',
  'pdf_unavailable',
] as const

export type ErrorCode = (typeof errorCodes)[number]
export type ErrorParams = Record<string, string | number>

/** A span in a text the user wrote, in UTF-16 units. */
export const spanSchema = z.object({
  from: z.int().nonnegative(),
  to: z.int().nonnegative(),
})
export type Span = z.infer<typeof spanSchema>

export const errorSchema = z.object({
  code: z.enum(errorCodes),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  at: spanSchema.optional(),
})
export type WireError = z.infer<typeof errorSchema>

/** An error that a user is told of: a code, what its sentence needs, and where it happened. */
export class ZhizhiError extends Error {
  readonly code: ErrorCode
  readonly params: ErrorParams
  readonly at: Span | undefined

  constructor(code: ErrorCode, params: ErrorParams = {}, at?: Span) {
    super(code)
    this.name = 'ZhizhiError'
    this.code = code
    this.params = params
    this.at = at
  }
}

/**
 * The wire form. The journal may not import this module, so an error counts as ours by its shape:
 * one of our codes and its params. Anything else becomes `internal` and keeps its text to itself.
 */
export function toWireError(error: unknown): WireError {
  const parsed = error instanceof Error ? errorSchema.safeParse(error) : undefined
  return parsed?.success ? parsed.data : { code: 'internal', params: {} }
}

export function fromWireError(error: WireError): ZhizhiError {
  return new ZhizhiError(error.code, error.params, error.at)
}
