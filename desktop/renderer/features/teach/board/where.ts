import type { Presence } from '../../../../domain/classroom/presence.ts'
import type { Stuck } from '../../../../domain/classroom/stuck.ts'
import type { Titles } from '../../../../domain/course/titles.ts'
import { title } from '../../../app/i18n.svelte.ts'
import { t } from './messages.ts'

/** What somebody is at, in words: “在‘扫码付款’第 3 步”. */
export function whereOf(
  { at }: Presence,
  named: Titles | undefined,
  step: number | undefined,
): string {
  if (!at) return t.notBegun
  const what = named ? title(named) : at.key
  if (at.finished) return t.finished(what)
  return step === undefined ? t.at(what) : t.atStep(what, step)
}

/** Why somebody may want a hand, in words. */
export function reasonOf({ why, times, minutes }: Stuck, where: string): string {
  if (why === 'asked') return t.asked(where)
  if (why === 'idle') return t.idle(where, minutes)
  return t[why](where, times)
}
