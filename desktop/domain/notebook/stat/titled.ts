import { titleIn, type Titles } from '../pivot/titles.ts'
import { columnKeys, isModel, type Stat } from './stat.ts'

/** The statistic with its columns under the names that people give them, to be told about. */
export function titledStat<One extends Stat>(stat: One, titles: Titles): One {
  const named = (column: string) => titleIn(titles, column)
  if (isModel(stat)) return stat // its terms are named in its table
  const settings: Readonly<Record<string, unknown>> = stat
  const titled = columnKeys.flatMap((key) => {
    const name = settings[key]
    return typeof name === 'string' ? [[key, named(name)] as const] : []
  })
  const lists = {
    ...('columns' in stat ? { columns: stat.columns.map(named) } : {}),
    ...('within' in stat ? { within: stat.within.map(named) } : {}),
  }
  return { ...stat, ...Object.fromEntries(titled), ...lists }
}
