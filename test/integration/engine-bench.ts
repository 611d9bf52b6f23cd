import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { engineTable, type EngineTable } from '../../desktop/contract/engine.ts'
import { connect } from '../../desktop/contract/wire/client.ts'
import type { Client } from '../../desktop/contract/wire/procedure.ts'
import type { EngineConfig, EngineRole } from '../../desktop/engine/config.ts'
import { forkSpawner } from '../../desktop/host/spawn-fork.ts'
import { bundleProgram } from '../bundle.ts'

/** A built engine and a folder for its data, for as long as a test file runs. */
export interface Bench {
  readonly bundle: string
  /** Inside the sandbox. */
  readonly data: string
  readonly config: (role: EngineRole, other?: Partial<EngineConfig>) => EngineConfig
  /** A real engine process. */
  readonly open: (role: EngineRole, other?: Partial<EngineConfig>) => Opened
  close(): Promise<void>
}

export interface Opened {
  readonly client: Client<EngineTable>
  readonly exited: Promise<void>
  readonly kill: () => void
}

export async function openBench(): Promise<Bench> {
  const { file: bundle, remove } = await bundleProgram('desktop/engine/main.ts')
  const folder = await mkdtemp(join(tmpdir(), 'zhizhi-engine-'))
  const data = join(folder, 'data')
  await mkdir(data)
  const spawn = forkSpawner()
  const open: Opened[] = []
  let count = 0

  const config = (role: EngineRole, other: Partial<EngineConfig> = {}): EngineConfig => ({
    role,
    temporaryDirectory: join(folder, `spill-${(count += 1)}`),
    temporarySize: '1GB',
    memoryLimit: '512MB',
    threads: 2,
    allowedDirectories: [data],
    ...other,
  })

  return {
    bundle,
    data,
    config,
    open(role, other) {
      const child = spawn(bundle, config(role, other))
      const opened: Opened = {
        client: connect(child.port, engineTable),
        exited: new Promise((resolve) => child.onExit(resolve)),
        kill: () => child.kill(),
      }
      open.push(opened)
      return opened
    },
    async close() {
      for (const { kill } of open) kill()
      await Promise.all(open.map(({ exited }) => exited))
      await remove()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
