import { totalmem } from 'node:os'
import { join } from 'node:path'
import type { EngineConfig, EngineRole } from '../engine/config.ts'
import type { Spawner } from './engine-process.ts'
import { EngineSupervisor } from './engine-supervisor.ts'
import type { EngineLimits } from './engine-supervisor-run.ts'

interface EngineFolders {
  /** The application's folder with the built engine. */
  readonly root: string
  /** May be lost; each engine spills into a folder of its own below it. */
  readonly temporary: string
  /** Folders that the engine may read, and by DuckDB's rule write: copies. */
  readonly readable: readonly string[]
}

const mebi = 2 ** 20

/** How much each kind of engine may take: the workbench a good part of the machine, a check little. */
const shares = {
  workbench: { buffers: 0.4, floorMb: 512, mostMb: Infinity, spill: '20GB', threads: 2 },
  exercise: { buffers: 0.1, floorMb: 256, mostMb: Infinity, spill: '1GB', threads: 1 },
  // one sheet of the city at a time: more memory would make nothing faster
  maker: { buffers: 0.4, floorMb: 512, mostMb: 2048, spill: '20GB', threads: 1 },
} as const

/** A supervised engine of one role. */
export function superviseEngine(
  role: EngineRole,
  folders: EngineFolders,
  spawn: Spawner,
): EngineSupervisor {
  const { config, limits } = budget(role, folders)
  const bundle = join(folders.root, 'dist/node/engine.js')
  return new EngineSupervisor({ bundle, config, limits, spawn })
}

function budget(
  role: EngineRole,
  folders: EngineFolders,
): { config: EngineConfig; limits: EngineLimits } {
  const { buffers, floorMb, mostMb, spill, threads } = shares[role]
  const memoryMb = Math.min(mostMb, Math.max(floorMb, Math.floor((totalmem() / mebi) * buffers)))
  const config: EngineConfig = {
    role,
    temporaryDirectory: join(folders.temporary, `engine-${role}`),
    temporarySize: spill,
    memoryLimit: `${memoryMb}MB`,
    threads,
    allowedDirectories: [...folders.readable],
  }
  // DuckDB's limit counts its buffers only; half as much again is for what it does not count.
  const residentBytes = (memoryMb * 1.5 + 512) * mebi
  return { config, limits: { residentBytes, silenceMs: 5000 } }
}
