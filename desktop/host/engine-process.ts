import type { Port } from '../contract/wire/port.ts'
import type { EngineConfig } from '../engine/config.ts'

/** A running engine process as its supervisor sees it. */
export interface EngineProcess {
  readonly port: Port
  /** Ends it at once, whatever it is doing. */
  kill(): void
  onExit(listener: () => void): void
}

/** Starts the engine's bundle with its configuration as one JSON argument. */
export type Spawner = (bundle: string, config: EngineConfig) => EngineProcess
