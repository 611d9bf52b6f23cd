import type { Diagnosis } from './diagnose.ts'
import type { Shape } from './shape.ts'
import type { NamedSlip } from './slip.ts'

/**
 * The likely slip behind a difference, from what the reference has and the learner's query lacks:
 * a table, a condition, a grouping, a function, a comparison. `undefined` where nothing shows.
 */
export function guessSlip(
  diagnosis: Diagnosis,
  wanted: Shape,
  given: Shape,
): NamedSlip | undefined {
  if (diagnosis.code === 'ok' || diagnosis.code === 'columns') return undefined
  if (diagnosis.code === 'order') {
    return { slip: given.sorted ? 'sort-direction' : 'missing-sort', about: '' }
  }
  const table = lacking(wanted.tables, given.tables)
  if (table !== undefined) {
    return { slip: given.tables.length === 0 ? 'no-table' : 'missing-join', about: table }
  }
  const guesses = [condition, limit, grouping, distinct, aggregate, branch, comparison]
  for (const guess of guesses) {
    const slip = guess(wanted, given)
    if (slip) return slip
  }
  return undefined
}

const lacking = (wanted: Iterable<string>, given: Iterable<string>): string | undefined => {
  const there = new Set(given)
  return [...wanted].find((name) => !there.has(name))
}

function condition(wanted: Shape, given: Shape): NamedSlip | undefined {
  const missing = lacking(wanted.conditions.keys(), given.conditions.keys())
  if (missing !== undefined) return { slip: 'missing-condition', about: missing }
  const extra = lacking(given.conditions.keys(), wanted.conditions.keys())
  return extra === undefined ? undefined : { slip: 'extra-condition', about: extra }
}

function limit(wanted: Shape, given: Shape): NamedSlip | undefined {
  return wanted.limited && !given.limited ? { slip: 'missing-limit', about: '' } : undefined
}

function grouping(wanted: Shape, given: Shape): NamedSlip | undefined {
  const about = lacking(wanted.grouped, given.grouped) ?? lacking(given.grouped, wanted.grouped)
  return about === undefined ? undefined : { slip: 'grouping', about }
}

function distinct(wanted: Shape, given: Shape): NamedSlip | undefined {
  return wanted.distinct === given.distinct ? undefined : { slip: 'distinct', about: '' }
}

function aggregate(wanted: Shape, given: Shape): NamedSlip | undefined {
  const about = lacking(wanted.aggregates, given.aggregates)
  if (about === undefined) return undefined
  return { slip: 'aggregate', about: about.replace('count_star', 'count') }
}

function branch(wanted: Shape, given: Shape): NamedSlip | undefined {
  const several = new Set(['COMPARE_IN', 'CONJUNCTION_OR'])
  for (const [about, ways] of wanted.conditions) {
    const there = given.conditions.get(about)
    if ([...ways].some((way) => several.has(way)) && there?.has('COMPARE_EQUAL')) {
      return { slip: 'missing-branch', about }
    }
  }
  return undefined
}

function comparison(wanted: Shape, given: Shape): NamedSlip | undefined {
  for (const [about, ways] of wanted.conditions) {
    const there = given.conditions.get(about)
    if (there && lacking(ways, there) !== undefined) return { slip: 'boundary', about }
  }
  return undefined
}
