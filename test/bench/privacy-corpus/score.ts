import type { GoldKind, GoldText, Range } from './gold.ts'

/** What a finder says; its kinds may be more than those of the corpus. */
export interface Found extends Range {
  readonly kind: string
}

export interface Tally {
  /** Gold that was found. */
  readonly right: number
  /** Gold that was not found. */
  readonly missed: number
  /** Found where nothing of that kind is. */
  readonly wrong: number
}

/** What was said of one text, against its gold. */
export interface Verdict {
  readonly right: readonly Found[]
  readonly missed: readonly Found[]
  readonly wrong: readonly Found[]
}

const length = ({ start, end }: Range) => end - start

function shared(one: Range, other: Range): number {
  return Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start))
}

const edge = /[\s\-—–.·()（）:：#]/u

/** The passage without signs that only part, a leading country code and a landline's extension. */
function core(text: string, { start, end }: Range, kind: string): Range {
  let from = start
  let to = end
  if (kind === 'landline') {
    const extension = /[\s\-—(（]*(?:转|分机|ext\.?)\s*\d{1,6}[)）]?$/iu.exec(text.slice(from, to))
    if (extension) to = from + extension.index
  }
  const trim = () => {
    while (from < to && edge.test(text.charAt(from))) from += 1
    while (from < to && edge.test(text.charAt(to - 1))) to -= 1
  }
  trim()
  if (kind === 'mobile' || kind === 'landline') {
    const code = /^(?:\+|＋|00)?\s*(?:86|８６)(?=[^0-9０-９]|[1１])/u.exec(text.slice(from, to))
    if (code) from += code[0].length
    trim()
  }
  return { start: from, end: to }
}

function agrees(text: string, gold: Found, found: Found): boolean {
  if (gold.kind !== found.kind) return false
  if (gold.kind === 'name') return gold.start === found.start && gold.end === found.end
  if (gold.kind === 'address') {
    const both = shared(gold, found)
    return both >= 0.8 * length(gold) && both >= 0.8 * length(found)
  }
  const one = core(text, gold, gold.kind)
  const other = core(text, found, gold.kind)
  return one.start === other.start && one.end === other.end
}

/** Compares what was found in a text with its gold; each gold passage is found once at most. */
export function judge(gold: GoldText, found: readonly Found[]): Verdict {
  const left = [...found]
  const right: Found[] = []
  const missed: Found[] = []
  for (const span of gold.spans) {
    const at = left.findIndex((one) => agrees(gold.text, span, one))
    if (at < 0) missed.push(span)
    else right.push(...left.splice(at, 1))
  }
  const wrong = left.filter((one) => !gold.ignored.some((range) => shared(range, one) > 0))
  return { right, missed, wrong }
}

export type Tallies = Map<string, Tally>

const nothing: Tally = { right: 0, missed: 0, wrong: 0 }

/** Adds a verdict's counts to those of its kinds. */
export function count(tallies: Tallies, verdict: Verdict): void {
  for (const what of ['right', 'missed', 'wrong'] as const) {
    for (const { kind } of verdict[what]) {
      const before = tallies.get(kind) ?? nothing
      tallies.set(kind, { ...before, [what]: before[what] + 1 })
    }
  }
}

export interface Rates {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** Rates in per cent; with nothing to find and nothing found, all are 100. */
export function rates({ right, missed, wrong }: Tally): Rates {
  const share = (whole: number) => (whole === 0 ? 100 : (100 * right) / whole)
  const whole = 2 * right + missed + wrong
  return {
    precision: share(right + wrong),
    recall: share(right + missed),
    f1: whole === 0 ? 100 : (200 * right) / whole,
  }
}

/** Kinds that are told by their form; their counts are taken together. */
export const structuredKinds: readonly GoldKind[] = [
  'resident_id',
  'mobile',
  'landline',
  'bank_card',
  'email',
  'passport',
  'plate',
  'credit_code',
]

/** The counts of several kinds as one. */
export function together(tallies: Tallies, kinds: readonly string[]): Tally {
  return kinds
    .map((kind) => tallies.get(kind) ?? nothing)
    .reduce(
      (sum, one) => ({
        right: sum.right + one.right,
        missed: sum.missed + one.missed,
        wrong: sum.wrong + one.wrong,
      }),
      nothing,
    )
}
