import { ZhizhiError } from '../../contract/errors.ts'
import type { Attaching } from '../attaching.ts'
import type { Catalogue } from '../catalogue.ts'
import type { Guard } from '../disclosure/notebook-guard.ts'
import type { Clock, Engine, Models } from '../ports.ts'
import { Session } from './session.ts'

/** Open notebooks at one time; opening one more closes the one that was used longest ago. */
const limit = 16

interface Parts {
  readonly engine: Engine
  readonly catalogue: Catalogue
  readonly attaching: Attaching
  readonly clock: Clock
  readonly models: Models
}

/** The notebooks that are open, whoever looks at them. */
export class Sessions {
  readonly #parts: Parts
  /** In the order of their last use. */
  readonly #open = new Map<string, Session>()

  constructor(parts: Parts) {
    this.#parts = parts
    parts.engine.onState((state) => {
      if (state !== 'stopped') return
      for (const session of this.#open.values()) session.forget()
    })
  }

  /** With a guard, a session whose tables may leave. */
  async open(guard?: Guard): Promise<Session> {
    const id = `session_${crypto.randomUUID().replaceAll('-', '')}`
    const session = new Session({ id, guard, ...this.#parts })
    this.#open.set(id, session)
    const [oldest] = this.#open.keys()
    if (this.#open.size > limit && oldest !== undefined) await this.close(oldest)
    await this.#parts.engine.call('schema.create', { schema: id })
    return session
  }

  /** `not_found` where it was closed. */
  session(id: string): Session {
    const session = this.#open.get(id)
    if (!session) throw new ZhizhiError('not_found', { what: '已打开的笔记' })
    this.#open.delete(id)
    this.#open.set(id, session)
    return session
  }

  async close(id: string): Promise<void> {
    const session = this.#open.get(id)
    this.#open.delete(id)
    await session?.close()
  }
}
