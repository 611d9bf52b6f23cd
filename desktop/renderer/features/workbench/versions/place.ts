import { ZhizhiError, type ErrorCode } from '../../../../contract/errors.ts'
import type { AppClient } from '../../../rpc/connection.ts'

/** How a notebook's text stands with the workspace. */
export type Kept =
  | 'saved'
  | 'unsaved'
  | 'saving'
  | 'failed'
  /** Another window or program wrote meanwhile, and there are changes here too. */
  | 'conflict'
  /** The file is no longer there. */
  | 'removed'
  /** Another program put something into the file that is no notebook. */
  | 'unreadable'

/** Nothing is written until the user has decided. */
export const isStopped = (state: Kept) => ['conflict', 'removed', 'unreadable'].includes(state)

/** A text with its version in the workspace. */
export interface Stored {
  readonly source: string
  readonly version: string
}

/** What two sides wrote since they had the same text. */
export interface Conflict {
  readonly base: string
  readonly mine: string
  readonly theirs: string
}

/** The notebook in the workspace; `undefined` where it is gone. */
export async function readStored(client: AppClient, id: string): Promise<Stored | undefined> {
  try {
    return await client.call('notebook.read', { id })
  } catch (error) {
    if (codeOf(error) === 'not_found') return undefined
    throw error
  }
}

export const codeOf = (error: unknown): ErrorCode | undefined =>
  error instanceof ZhizhiError ? error.code : undefined

/** The version of a file that cannot be read; none where there is no file. */
export const versionIn = (failure: unknown): string =>
  failure instanceof ZhizhiError ? String(failure.params['version'] ?? '') : ''
