import type { WantedSpan } from './marked-text.ts'
import type { MarkExercise } from './exercise.ts'
import { countedPlaces, overlaps, tidySpans, type Span } from './span.ts'

/**
 * `found` whole; `part`: marked, but not all of it; `missed` not marked at all;
 * `false`: marked without need; `broad`: marked with much around it.
 */
export type MarkOutcome = 'found' | 'part' | 'missed' | 'false' | 'broad'

/** What is said of one stretch of the text. */
export interface MarkFinding extends Span {
  readonly outcome: MarkOutcome
  readonly say: string
}

export interface MarkJudgement {
  readonly correct: boolean
  /** Of `of` spans. */
  readonly found: number
  readonly of: number
  readonly falseAlarms: number
  /** In reading order. */
  readonly findings: readonly MarkFinding[]
  /** Right all the same: a character more than needed. */
  readonly notes: readonly string[]
}

/** Signs that a mark may reach over what is wanted: two, or half as many as it rightly covers. */
const allowance = (wanted: number): number => Math.max(2, Math.floor(wanted / 2))

/**
 * Judges marks by the signs they cover: a span is found when every sign of it is marked, in one mark
 * or in several. A mark a little wider than needed is right with a note; one that reaches far over,
 * or touches nothing wanted, is a false alarm. Half a number is not found: the rest still tells.
 */
export function judgeMarks(exercise: MarkExercise, given: readonly Span[]): MarkJudgement {
  const { text, spans } = exercise.text
  const marks = tidySpans(text, given)
  const covered = new Set(marks.flatMap((mark) => countedPlaces(text, mark)))
  const wanted = new Set(spans.flatMap((span) => countedPlaces(text, span)))
  const onSpans = spans.map((span) => spanFinding(exercise, span, covered))
  const onMarks = marks.map((mark) => markFinding(exercise, mark, wanted))
  const wrong = onMarks.flatMap(({ finding }) => (finding ? [finding] : []))
  const found = onSpans.filter(({ outcome }) => outcome === 'found').length
  const falseAlarms = onMarks.reduce((sum, { alarms }) => sum + alarms, 0)
  const { pass } = exercise
  return {
    correct: found >= pass.found * spans.length - 1e-9 && falseAlarms <= pass.false,
    found,
    of: spans.length,
    falseAlarms,
    findings: [...onSpans, ...wrong].sort((a, b) => a.from - b.from || a.to - b.to),
    notes: onMarks.flatMap(({ note }) => (note === undefined ? [] : [note])),
  }
}

function spanFinding(
  { text: { text }, labels, because }: MarkExercise,
  span: WantedSpan,
  covered: ReadonlySet<number>,
): MarkFinding {
  const places = countedPlaces(text, span)
  const marked = places.filter((place) => covered.has(place)).length
  const label = labels[span.kind] ?? span.kind
  const reason = `${label}：${because[span.kind] ?? ''}`
  const { from, to } = span
  if (marked === places.length) return { from, to, outcome: 'found', say: reason }
  if (marked === 0) return { from, to, outcome: 'missed', say: reason }
  const left = `${label}只标了一部分，还有 ${places.length - marked} 个字露在外面。`
  return { from, to, outcome: 'part', say: `${left}${because[span.kind] ?? ''}` }
}

/** What is said of a mark, and how many false alarms it is. */
interface OnMark {
  readonly alarms: number
  readonly finding?: MarkFinding
  readonly note?: string
}

function markFinding(exercise: MarkExercise, mark: Span, wanted: ReadonlySet<number>): OnMark {
  const { text } = exercise.text
  const places = countedPlaces(text, mark)
  const inside = places.filter((place) => wanted.has(place)).length
  const over = places.length - inside
  const quote = shortened(text.slice(mark.from, mark.to))
  const trap = trapIn(exercise, mark)
  const broad = over > allowance(inside)
  const alarm = (outcome: MarkOutcome, say: string): OnMark => ({
    alarms: broad ? stretches(places, wanted) : 1,
    finding: { ...mark, outcome, say },
  })
  if (trap !== undefined) return alarm('false', trap)
  if (inside === 0) {
    const names = [...new Set(Object.values(exercise.labels))].join('、')
    return alarm('false', `“${quote}”不是${names}，不用标。`)
  }
  if (broad) return alarm('broad', `“${quote}”标得太宽，多盖了 ${over} 个字，别的内容也读不到了。`)
  if (over === 0) return { alarms: 0 }
  return { alarms: 0, note: `“${quote}”多标了 ${over} 个字，不算错；标得刚好更好。` }
}

/** One mark over everything is as many false alarms as there are stretches between what is wanted. */
function stretches(places: readonly number[], wanted: ReadonlySet<number>): number {
  return places.filter((place, index) => {
    const before = places[index - 1]
    return !wanted.has(place) && (before === undefined || wanted.has(before))
  }).length
}

function trapIn({ text: { text }, trap }: MarkExercise, mark: Span): string | undefined {
  return trap.find(({ text: looked }) => {
    for (let from = text.indexOf(looked); from >= 0; from = text.indexOf(looked, from + 1)) {
      if (overlaps(mark, { from, to: from + looked.length })) return true
    }
    return false
  })?.say
}

const shortened = (text: string): string => {
  const signs = Array.from(text)
  return signs.length <= 16 ? text : `${signs.slice(0, 12).join('')}……`
}
