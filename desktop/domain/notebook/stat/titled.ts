import { titleIn, type Titles } from '../pivot/titles.ts'
import { isModel, type Stat } from './stat.ts'

/** The statistic with its columns under the names that people give them, to be told about. */
export function titledStat(stat: Stat, titles: Titles): Stat {
  const named = (column: string) => titleIn(titles, column)
  if (isModel(stat)) return stat // its terms are named in its table
  if ('columns' in stat) {
    const [first, second] = stat.columns
    return { ...stat, columns: [named(first), named(second)] }
  }
  const column = named(stat.column)
  return 'group' in stat ? { ...stat, column, group: named(stat.group) } : { ...stat, column }
}
