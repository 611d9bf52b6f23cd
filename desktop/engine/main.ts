import { mkdir, rm } from 'node:fs/promises'
import * as z from 'zod'
import { ZhizhiError } from '../contract/errors.ts'
import type { Port } from '../contract/wire/port.ts'
import type { Handlers, Table } from '../contract/wire/procedure.ts'
import { forkPort, type UtilityLike, utilityPort } from '../contract/wire/process-port.ts'
import { serve } from '../contract/wire/server.ts'
import { SqlParser } from './accept/parser.ts'
import { type EngineConfig, engineConfigSchema } from './config.ts'
import { Exercises } from './exercise.ts'
import { exerciseHandlers, makerHandlers, roleTables, workbenchHandlers } from './handlers.ts'
import { Maker } from './maker.ts'
import { Overdue } from './overdue.ts'
import { Workbench } from './workbench.ts'

/** The engine process: DuckDB behind the protocol of `contract/engine.ts`, in one of its roles. */

z.config({ jitless: true })

/** Ends at once: an orderly exit would wait for a statement that may never end. */
const die = () => process.kill(process.pid, 'SIGKILL')

/** Time for the answer to the call that found the damage. */
const LAST_WORDS_MS = 100

function onFatal(error: unknown): void {
  console.error(error)
  setTimeout(die, LAST_WORDS_MS)
}

function openPort(): Port {
  const { parentPort } = process as { parentPort?: UtilityLike } // set by Electron only
  return parentPort ? utilityPort(parentPort) : forkPort(process)
}

async function openRole(config: EngineConfig): Promise<Handlers<Table, undefined>> {
  const overdue = new Overdue()
  switch (config.role) {
    case 'workbench':
      return anyHandlers(workbenchHandlers(await Workbench.open(config, onFatal)))
    case 'exercise': {
      const exercises = new Exercises(config, await SqlParser.open(overdue), overdue)
      return anyHandlers(exerciseHandlers(exercises, overdue))
    }
    case 'maker':
      return anyHandlers(makerHandlers(await Maker.open(config, overdue), overdue))
  }
}

/** The server binds handlers to schemas by name; their types were checked where they were written. */
const anyHandlers = (handlers: object) => handlers as Handlers<Table, undefined>

/** Handlers that wait for the database, so that no call comes too early. */
function whenOpen(table: Table, opening: Promise<Handlers<Table, undefined>>) {
  return Object.fromEntries(
    Object.keys(table).map((name) => [
      name,
      async (...call: Parameters<Handlers<Table, undefined>[string]>) => {
        const handler = (await opening)[name]
        if (!handler) throw new ZhizhiError('unknown_procedure', { name })
        return handler(...call)
      },
    ]),
  )
}

async function open(config: EngineConfig): Promise<Handlers<Table, undefined>> {
  await rm(config.temporaryDirectory, { recursive: true, force: true })
  await mkdir(config.temporaryDirectory, { recursive: true })
  return openRole(config)
}

const config = engineConfigSchema.parse(JSON.parse(process.argv[2] ?? '{}'))
const port = openPort()
port.onClose(die)
const opening = open(config)
const table = roleTables[config.role]
serve(port, table, whenOpen(table, opening) as never, undefined, {
  onInternal: (error, name) => console.error(name, error),
})
opening.catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
