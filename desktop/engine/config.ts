import * as z from 'zod'

/**
 * What the host tells an engine process at its start, as one JSON argument.
 * `workbench`: long-lived, holds datasets and cells. `exercise`: a fresh database for each check.
 * `maker`: the host's own statements, for making data; no user text.
 */
export const engineConfigSchema = z.object({
  role: z.enum(['workbench', 'exercise', 'maker']),
  /** For spilling; wiped at the start, so each process needs its own. */
  temporaryDirectory: z.string().min(1),
  /** The most that is spilled, as DuckDB writes sizes (`4GB`). */
  temporarySize: z.string(),
  /** What DuckDB's buffers may take (`1GB`); no cap on the process, which the host watches. */
  memoryLimit: z.string(),
  threads: z.int().positive(),
  /** Folders that may be read, and, by DuckDB's rule, written: give copies that may be lost. */
  allowedDirectories: z.array(z.string()),
})
export type EngineConfig = z.infer<typeof engineConfigSchema>
export type EngineRole = EngineConfig['role']
