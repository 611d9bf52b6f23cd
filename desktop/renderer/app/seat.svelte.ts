import * as z from 'zod'
import { type PersonView, settingsSchema } from '../../contract/app.ts'
import type { Settings } from './settings.svelte.ts'

const KEY = 'zhizhi.seat'

/** Whose shared computer this is, and what there was before; for this window alone. */
const keptSchema = z.object({
  class: z.string(),
  before: settingsSchema.pick({ theme: true, learner: true }),
  /** Who sat down has been marked as come. */
  marked: z.boolean(),
})
type Kept = z.infer<typeof keptSchema>

/** A window that is loaded again is the shared computer still. */
function restored(): Kept | undefined {
  try {
    return keptSchema.parse(JSON.parse(sessionStorage.getItem(KEY) ?? ''))
  } catch {
    return undefined
  }
}

let kept = $state.raw(restored())

function keep(next: Kept | undefined): void {
  kept = next
  try {
    if (next) sessionStorage.setItem(KEY, JSON.stringify(next))
    else sessionStorage.removeItem(KEY)
  } catch {
    // without storage it holds until the window is loaded again
  }
}

/** 公用电脑: the learners of a class sit down one after another, and nothing else is in reach. */
export const seat = {
  /** The class whose shared computer this is. */
  get class(): string | undefined {
    return kept?.class
  },
  get marked(): boolean {
    return kept?.marked ?? false
  },
  /** Nobody sits there now; the look is the elders'. */
  async clear(id: string, settings: Settings): Promise<void> {
    const before = kept?.before ?? { theme: settings.theme, learner: settings.learner }
    keep({ class: id, before, marked: false })
    if (settings.learner !== null || !settings.elder) {
      await settings.change({ learner: null, theme: 'elder' })
    }
  },
  /** Somebody sits down; `marked`: and has been marked as come. */
  async take({ id }: PersonView, marked: boolean, settings: Settings): Promise<void> {
    await settings.change({ learner: id, theme: 'elder' })
    if (kept) keep({ ...kept, marked })
  },
  /** All is as it was before. */
  async leave(settings: Settings): Promise<void> {
    const before = kept?.before
    keep(undefined)
    if (before) await settings.change(before)
  },
}
