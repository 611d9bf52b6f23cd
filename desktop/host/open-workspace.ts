import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toWireError, type WireError } from '../contract/errors.ts'
import { openWorkspace, type Workspace } from '../journal/workspace.ts'
import type { Projection } from '../services/ports.ts'

export interface OpenedWorkspace {
  readonly workspace: Workspace
  /** What the user is told at the start: damage found, or a disk that cannot be written. */
  readonly problems: readonly WireError[]
  close(): Promise<void>
}

/**
 * Opens the workspace in `folder`, or, without one, a temporary one that is gone after `close`.
 * Where the disk cannot be written, the app goes on in a temporary one and says so.
 */
export async function openWorkspaceOrTemporary(
  folder: string | undefined,
  projections: readonly Projection<unknown>[],
): Promise<OpenedWorkspace> {
  if (folder === undefined) return temporary(projections, [])
  try {
    const workspace = await openWorkspace(folder, { projections })
    const problems = workspace.journal.damage.map(({ file, line, reason }): WireError => ({
      code: 'journal_damaged',
      params: { file, line, reason },
    }))
    return { workspace, problems, close: () => workspace.close() }
  } catch (error) {
    const problem = toWireError(error)
    if (problem.code !== 'workspace_readonly') throw error
    return temporary(projections, [problem])
  }
}

async function temporary(
  projections: readonly Projection<unknown>[],
  problems: readonly WireError[],
): Promise<OpenedWorkspace> {
  const folder = await mkdtemp(join(tmpdir(), 'zhizhi-'))
  const workspace = await openWorkspace(folder, { projections })
  return {
    workspace,
    problems,
    close: async () => {
      await workspace.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
