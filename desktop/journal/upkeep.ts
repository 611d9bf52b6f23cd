import { backUp } from './backup.ts'
import type { Notice } from './damage.ts'
import type { WorkspacePaths } from './layout.ts'
import type { Projections } from './projections.ts'
import { type Snapshot, writeSnapshot } from './snapshots.ts'
import type { JournalWriter } from './writer.ts'

type Progress = Pick<JournalWriter, 'end' | 'acknowledged'>

/**
 * Keeps snapshots and copies of the journal, behind the acknowledgements and one at a time. Should
 * it fail, nothing is lost by it: the next start takes longer, and a repair has less to draw on.
 */
export class Upkeep {
  readonly notices: Notice[] = []
  readonly #paths: WorkspacePaths
  readonly #projections: Projections
  readonly #every: number
  #work = Promise.resolve()

  constructor(paths: WorkspacePaths, projections: Projections, every: number) {
    this.#paths = paths
    this.#projections = projections
    this.#every = every
  }

  /** Copies what the last run left uncopied. */
  begin(progress: Progress): void {
    this.#queue([], progress)
  }

  /** To be called when the projections stand exactly at the end of the chain. */
  settled(progress: Progress): void {
    const due = this.#projections.due(this.#every, progress.end.hash)
    if (due.length > 0) this.#queue(due, progress)
  }

  async finish(progress: Progress): Promise<void> {
    this.#queue(this.#projections.due(1, progress.end.hash), progress)
    await this.#work
  }

  #queue(snapshots: readonly Snapshot[], progress: Progress): void {
    this.#work = this.#work.then(() => this.#run(snapshots, progress))
  }

  async #run(snapshots: readonly Snapshot[], progress: Progress): Promise<void> {
    const { snapshots: folder, tmp } = this.#paths
    try {
      for (const snapshot of snapshots) await writeSnapshot(folder, tmp, snapshot)
      await backUp(this.#paths, progress.acknowledged)
    } catch {
      if (this.notices.length > 0) return
      this.notices.push({ file: 'snapshots', line: 0, reason: 'upkeep_failed' })
    }
  }
}
