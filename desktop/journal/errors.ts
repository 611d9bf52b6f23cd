/** The codes are a subset of the contract's; the host turns one into the other, params and all. */
export type WorkspaceErrorCode =
  | 'workspace_locked'
  | 'workspace_readonly'
  | 'workspace_unsuitable'
  | 'journal_damaged'
  | 'conflict'
  | 'not_found'
  | 'too_large'
  | 'notebook_unreadable'
  | 'bad_request'

/** Something the workspace on disk refuses, with what its sentence needs. */
export class WorkspaceError extends Error {
  readonly code: WorkspaceErrorCode
  readonly params: Readonly<Record<string, string | number>>

  constructor(
    code: WorkspaceErrorCode,
    params: Readonly<Record<string, string | number>> = {},
    options?: ErrorOptions,
  ) {
    super(`${code} ${JSON.stringify(params)}`, options)
    this.name = 'WorkspaceError'
    this.code = code
    this.params = params
  }
}

/** What a disk says when it will not be written to: protected, full, failing, or not a folder. */
const refusals = new Set([
  'EACCES',
  'EDQUOT',
  'EEXIST',
  'EFBIG',
  'EINVAL',
  'EIO',
  'ELOOP',
  'ENAMETOOLONG',
  'ENODEV',
  'ENOENT',
  'ENOSPC',
  'ENOTDIR',
  'ENXIO',
  'EPERM',
  'EROFS',
])

/** The system's code of a failed call, such as `ENOSPC`. */
export function errnoOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

/** The disk's refusal as `workspace_readonly` with the path; anything else stays what it was. */
export function writeFailure(error: unknown, path: string): Error {
  if (error instanceof WorkspaceError) return error
  const cause = errnoOf(error)
  if (cause !== undefined && refusals.has(cause)) {
    return new WorkspaceError('workspace_readonly', { path, cause }, { cause: error })
  }
  return error instanceof Error ? error : new Error(String(error))
}

/** Runs a piece of writing; a refusal of the disk comes out as `workspace_readonly`. */
export async function writing<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw writeFailure(error, path)
  }
}
