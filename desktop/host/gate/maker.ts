import { ZhizhiError } from '../../contract/errors.ts'
import type { Engine } from '../../services/ports.ts'

/** An engine of the role `maker` that is closed after use. */
export type OpenMaker = () => Pick<Engine, 'call'> & { close(): Promise<void> }

/** Runs a statement of the host's own in an engine of its own; the number of rows it was about. */
export type RunInMaker = (statement: string, signal: AbortSignal) => Promise<number>

/** One after the other: makers would share the folder into which they spill. */
export function oneAtATime(openMaker: OpenMaker): RunInMaker {
  let last: Promise<unknown> = Promise.resolve()
  const runNow: RunInMaker = async (statement, signal) => {
    if (signal.aborted) throw new ZhizhiError('cancelled')
    const maker = openMaker()
    try {
      const { rows } = await maker.call('maker.run', { statements: [statement] }, { signal })
      return rows[0] ?? 0
    } finally {
      await maker.close()
    }
  }
  return (statement, signal) => {
    const mine = last.then(() => runNow(statement, signal))
    last = mine.catch(() => undefined)
    return mine
  }
}

export const literal = (text: string) => `'${text.replaceAll("'", "''")}'`
