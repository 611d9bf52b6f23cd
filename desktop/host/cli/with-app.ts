import { findAppRoot } from '../app-root.ts'
import { compose, type App } from '../compose.ts'
import { forkSpawner } from '../spawn-fork.ts'

/** Runs a piece of work with the app put together on a temporary workspace, or on the one named. */
export async function withApp<T>(work: (app: App) => Promise<T>, workspace?: string): Promise<T> {
  const app = await compose({ root: findAppRoot(), host: 'cli', workspace, spawn: forkSpawner() })
  try {
    return await work(app)
  } finally {
    await app.close()
  }
}
