import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Attaching } from '../services/attaching.ts'
import type { Catalogue } from '../services/catalogue.ts'
import { Gate } from '../services/gate/gate.ts'
import type { Clock, Journal, OwnDatasets, WorkspaceSalt } from '../services/ports.ts'
import { beijingDay } from '../services/report/moment.ts'
import type { Spawner } from './engine-process.ts'
import { superviseEngine } from './engines.ts'
import { sayingWhenFull } from './gate/disk.ts'
import { oneAtATime } from './gate/maker.ts'
import { createParquetWriter } from './gate/parquet.ts'
import { createGateReader } from './gate/reader.ts'
import { createUnpack } from './gate/unpack.ts'
import { createWaitingRoom } from './gate/waiting-room.ts'

export interface GateParts {
  /** The application's folder. */
  readonly root: string
  /** The workspace's folder for what may be lost; it is wiped at the start. */
  readonly temporary: string
  readonly spawn: Spawner
  readonly catalogue: Catalogue
  readonly attaching: Attaching
  readonly ownData: OwnDatasets
  readonly salt: WorkspaceSalt
  readonly journal: Journal
  readonly clock: Clock
}

/** The gate with its thread, its quarantine, and an engine that lives while it writes. */
export function composeGate({ root, temporary, spawn, ownData, salt, ...parts }: GateParts): Gate {
  const quarantine = join(temporary, 'quarantine')
  mkdirSync(quarantine, { recursive: true, mode: 0o700 })
  // the workbench's engine may not reach the quarantine; this one may, and runs no user's text
  const run = oneAtATime(() =>
    superviseEngine('maker', { root, temporary, readable: [quarantine] }, spawn),
  )
  return new Gate({
    ...parts,
    own: sayingWhenFull(ownData),
    room: createWaitingRoom(quarantine),
    reader: createGateReader(join(root, 'dist/node/gate-worker.js'), {
      secrets: { salt, today: () => beijingDay(parts.clock.now()) },
      unpack: createUnpack(run),
    }),
    parquet: createParquetWriter(run),
  })
}
