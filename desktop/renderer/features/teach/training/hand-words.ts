import type { StandingView } from '../../../../contract/training.ts'
import { i18n, title } from '../../../app/i18n.svelte.ts'
import { t } from './hand-messages.ts'

type Need = NonNullable<StandingView['need']>

/** 11月23日; with its year where the day is long past. */
export function dayWords(day: string, days: number): string {
  const year = days > 300 ? ({ year: 'numeric' } as const) : {}
  const style = { ...year, month: 'long', day: 'numeric', timeZone: 'Asia/Shanghai' } as const
  return new Intl.DateTimeFormat(i18n.language, style).format(new Date(`${day}T12:00:00+08:00`))
}

/** What holds somebody up. */
export function whyOf({ kind, count, test }: Need): string {
  if (kind === 'begun') return t.begun(t.steps[test ?? 'before'], count)
  const said = t[kind]
  return typeof said === 'string' ? said : said(count)
}

/** The one thing to do about it. */
export function todoOf(
  { kind, objective, waitsFor }: Need,
  step: StandingView['step'],
  nameOf: (id: string) => string,
): string {
  if (kind === 'failed') {
    return objective ? t.lookAt(title(objective.title), title(objective.courseTitle)) : t.lookWrong
  }
  if (kind === 'peers') return t.remind(waitsFor.map(nameOf).join(t.and))
  if (kind === 'idle') return t.ask(t.toDo[step])
  return plain[kind]()
}

const plain = {
  begun: () => t.finish,
  short: () => t.improve,
  'to-judge': () => t.judge,
  'no-peers': () => t.allot,
  owes: () => t.finishJudging,
  joined: () => t.begin,
  'no-after': () => t.takeAfter,
} satisfies Partial<Record<Need['kind'], () => string>>

/** What is done about it on the page of capstones. */
export const isOfCapstones = ({ kind }: Need): boolean => kind === 'to-judge' || kind === 'no-peers'
