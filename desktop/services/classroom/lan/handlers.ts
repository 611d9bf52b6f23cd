import type { LanState, lanProcedures } from '../../../contract/lan.ts'
import type { Handlers } from '../../../contract/wire/procedure.ts'
import { Lan } from './lan.ts'
import type { LanParts } from './parts.ts'

type LanHandlers = Handlers<typeof lanProcedures, undefined>

export interface LanService {
  readonly handlers: LanHandlers
  readonly lan: Lan
}

/** The class on the local network, for the volunteer's windows. */
export function createLan(parts: LanParts): LanService {
  const watchers = new Set<() => void>()
  const lan = new Lan(parts, () => {
    for (const wake of watchers) wake()
  })
  return { lan, handlers: handlersOf(lan, watchers, parts.times.telling) }
}

function handlersOf(lan: Lan, watchers: Set<() => void>, pauseMs: number): LanHandlers {
  const now = (): LanState => lan.state
  return {
    async 'lan.state'(_input, { emit, signal }) {
      await watch({ read: now, watchers, pauseMs, emit, signal })
      return {}
    },
    'lan.start': ({ session, port }) => lan.start(session, port).then(now),
    'lan.stop': () => lan.stop().then(now),
    'lan.pin'() {
      lan.renewPin()
      return now()
    },
    'lan.rename': ({ device, name }) => lan.rename(device, name).then(now),
    'lan.remove'({ device }) {
      lan.remove(device)
      return now()
    },
    'lan.ask'({ asked }) {
      lan.ask(asked)
      return now()
    },
  }
}

interface Watch {
  readonly read: () => LanState
  readonly watchers: Set<() => void>
  readonly pauseMs: number
  readonly emit: (state: LanState) => Promise<void>
  readonly signal: AbortSignal
}

/** Tells the present state, and the newest one after each change: not each one, with forty phones. */
async function watch({ read, watchers, pauseMs, emit, signal }: Watch): Promise<void> {
  const bell = new Bell()
  const ring = () => bell.ring()
  watchers.add(ring)
  signal.addEventListener('abort', ring, { once: true })
  try {
    while (!signal.aborted) {
      bell.quiet()
      await emit(read())
      await pause(pauseMs)
      await bell.rung
    }
  } finally {
    watchers.delete(ring)
  }
}

/** Rings until it is quieted, however long after the ringing somebody listens. */
class Bell {
  rung: Promise<void> = Promise.resolve()
  ring: () => void = () => undefined

  quiet(): void {
    this.rung = new Promise((resolve) => (this.ring = resolve))
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
