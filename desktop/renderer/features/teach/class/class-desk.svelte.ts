import type { ClassView } from '../../../../contract/classroom.ts'
import type { App } from '../../../app/app.svelte.ts'

type Work = () => Promise<unknown>

/** What was done last, and how to take it back. */
interface Told {
  readonly says: string
  readonly back?: Work | undefined
}

/** Does what is asked for on a class's pages, and offers to take the last thing back. */
export class ClassDesk {
  readonly app: App
  readonly id: string
  #told = $state.raw<Told>()
  #busy = $state(false)

  constructor(app: App, id: string) {
    this.app = app
    this.id = id
  }

  /** Something asked for is not done yet. */
  get busy(): boolean {
    return this.#busy
  }

  get told(): Told | undefined {
    return this.#told
  }

  /** Does it and says so; where it fails, the shell says that. */
  act(says: string, work: Work, back?: Work): void {
    this.app.attempt(async () => {
      this.#told = undefined
      await this.#atWork(work)
      this.#told = { says, back }
    })
  }

  takeBack(): void {
    const back = this.#told?.back
    this.#told = undefined
    if (back) this.app.attempt(() => this.#atWork(back))
  }

  async #atWork(work: Work): Promise<void> {
    this.#busy = true
    try {
      await work()
    } finally {
      this.#busy = false
    }
  }

  dismiss(): void {
    this.#told = undefined
  }

  /** Enrols people; who was new is forgotten again when it is taken back. */
  enrol(
    says: string,
    before: ClassView,
    {
      known,
      added,
    }: { known: readonly string[]; added: readonly { name: string; picture: string }[] },
  ): void {
    const { client, people } = this.app
    let fresh: readonly string[] = []
    this.act(
      says,
      async () => {
        const input = { class: this.id, known: [...known], added: [...added] }
        const after = await client.call('class.enrol', input)
        const old = [...known, ...before.people.map(({ id }) => id)]
        fresh = after.people.map(({ id }) => id).filter((id) => !old.includes(id))
      },
      async () => {
        await client.call('class.leave', { class: this.id, people: [...known, ...fresh] })
        for (const id of fresh) await client.call('people.forget', { id })
        await people.read()
      },
    )
  }
}
