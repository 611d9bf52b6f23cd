import { ZhizhiError } from '../../../desktop/contract/errors.ts'
import type { CellState } from '../../../desktop/contract/workbench.ts'
import { type App, compose } from '../../../desktop/host/compose.ts'
import { forkSpawner } from '../../../desktop/host/spawn-fork.ts'
import { install } from './installation.ts'

type Told = Omit<CellState, 'first'>

interface RunOptions {
  readonly signal?: AbortSignal
  readonly onState?: (state: Told) => void
}

/** The app in this process, with its engine beside it: what a window would ask of the host. */
export interface InHost {
  readonly app: App
  openSession(): Promise<string>
  /** Milliseconds that a run of a notebook's text took. */
  run(session: string, source: string, options?: RunOptions): Promise<number>
}

/** Puts the app together on an installation with the table, and closes it at the end. */
export async function inHost<T>(rows: number, work: (host: InHost) => Promise<T>): Promise<T> {
  const installation = await install(rows)
  const app = await compose({ root: installation.root, host: 'cli', spawn: forkSpawner() })
  const call = (signal: AbortSignal) => ({ signal, context: undefined, progress: () => undefined })
  const never = new AbortController().signal
  try {
    return await work({
      app,
      async openSession() {
        const none = () => Promise.reject(new ZhizhiError('internal'))
        return (await app.handlers['session.open']({}, { ...call(never), emit: none })).session
      },
      async run(session, source, { signal = never, onState } = {}) {
        const emit = (state: Told) => Promise.resolve(onState?.(state))
        const begin = performance.now()
        await app.handlers['session.run'](
          { session, source, values: {} },
          { ...call(signal), emit },
        )
        return performance.now() - begin
      },
    })
  } finally {
    await app.close()
    await installation.remove()
  }
}
