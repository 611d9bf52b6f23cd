import type { WordsOf } from './column-words.ts'
import { columnKeys, isModel, type Stat } from './stat.ts'

/** The statistic with its columns under the names that people give them, to be told about. */
export function titledStat<One extends Stat>(stat: One, words: WordsOf): One {
  const named = (column: string) => words(column)?.title ?? column
  if (isModel(stat)) return stat // its terms are named where it is told
  const settings: Readonly<Record<string, unknown>> = stat
  const titled = columnKeys.flatMap((key) => {
    const name = settings[key]
    return typeof name === 'string' ? [[key, named(name)] as const] : []
  })
  const lists = {
    ...('columns' in stat ? { columns: stat.columns.map(named) } : {}),
    ...('within' in stat ? { within: stat.within.map(named) } : {}),
  }
  const unit = settings['unit'] === undefined ? unitOf(stat, words) : undefined
  const counted = unit === undefined ? {} : { unit }
  return { ...stat, ...Object.fromEntries(titled), ...lists, ...counted }
}

/** What the numbers of a statistic count, where nobody wrote it and its dataset says so. */
function unitOf(stat: Stat, words: WordsOf): string | undefined {
  switch (stat.test) {
    case 'summary':
    case 'mean':
    case 'means':
    case 'ranks':
    case 'season':
    case 'change':
      return words(stat.column)?.unit
    case 'mean-difference':
      return lengths(words(stat.column)?.unit)
    case 'survey':
      return stat.estimate === 'share' ? undefined : words(stat.column)?.unit
    case 'control':
      return stat.chart === 'xmr' || stat.chart === 'c' ? words(stat.column)?.unit : undefined
    case 'paired': {
      const [a, b] = stat.columns.map((column) => words(column)?.unit)
      return a === b ? lengths(a) : undefined
    }
    case 'standardise':
      return words(stat.population)?.unit
    default:
      return undefined
  }
}

/** A difference of two per cents is no per cent. */
const lengths = (unit: string | undefined) => (unit === '%' ? undefined : unit)
