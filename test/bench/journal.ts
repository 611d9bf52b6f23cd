import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { verifyJournal } from '../../desktop/journal/verify.ts'
import { openWorkspace, type Workspace } from '../../desktop/journal/workspace.ts'

/** One measured speed of the journal. */
export interface JournalSpeed {
  readonly what: string
  readonly events: number
  readonly eventsPerSecond: number
}

const attempt = {
  type: 'exercise.answered',
  by: 'p-00000000-0000-4000-8000-000000000000',
  data: { exercise: 'a-grouping/02-counting#by-district', code: 'ok', attempts: 2, hints: 0 },
}

/**
 * Measures appending one event after the other, appending from many sides at once (group commit),
 * and verifying and opening what was written. Every append is on the disk before it counts.
 */
export async function benchJournal(events = 20_000, sides = 64): Promise<readonly JournalSpeed[]> {
  const folder = await mkdtemp(join(tmpdir(), 'zhizhi-bench-'))
  try {
    const workspace = await openWorkspace(folder)
    const alone = Math.ceil(events / 10)
    const sequential = await timed('append, one after the other', alone, () =>
      appendFrom(workspace, 1, alone),
    )
    const grouped = await timed(`append, ${sides} at once`, events, () =>
      appendFrom(workspace, sides, Math.ceil(events / sides)),
    )
    await workspace.close()
    const all = workspace.journal.head.seq
    const verified = await timed('verify the whole chain', all, () => verifyJournal(folder))
    const opened = await timed('open and close', all, async () => {
      await (await openWorkspace(folder)).close()
    })
    return [sequential, grouped, verified, opened]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function appendFrom({ journal }: Workspace, sides: number, each: number): Promise<void> {
  const side = async () => {
    for (let n = 0; n < each; n++) await journal.append(attempt)
  }
  await Promise.all(Array.from({ length: sides }, side))
}

async function timed(
  what: string,
  events: number,
  work: () => Promise<unknown>,
): Promise<JournalSpeed> {
  const start = performance.now()
  await work()
  const seconds = (performance.now() - start) / 1000
  return { what, events, eventsPerSecond: Math.round(events / seconds) }
}
