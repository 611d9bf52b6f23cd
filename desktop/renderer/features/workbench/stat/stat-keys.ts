import type { Settings } from '../../../../domain/notebook/settings.ts'
import type { StatTest } from '../../../../domain/notebook/stat/stat.ts'

/** Settings that belong to some tests only. */
export const ownKeys = [
  'estimate',
  'chart',
  'method',
  'pairs',
  'exact',
  'order',
  'column',
  'columns',
  'equals',
  'answered',
  'size',
  'period',
  'multiply',
  'version',
  'group',
  'groups',
  'within',
  'stratum',
  'events',
  'population',
  'standard',
  'per',
  'weight',
  'strata',
  'cluster',
  'unit',
] as const
export type OwnKey = (typeof ownKeys)[number]

/** What each test asks for, in the order of the form. */
export const keysOf: Readonly<Record<StatTest, readonly OwnKey[]>> = {
  summary: ['column', 'unit'],
  describe: ['columns', 'group'],
  mean: ['column', 'unit'],
  proportion: ['column', 'equals'],
  'mean-difference': ['column', 'group', 'groups', 'unit'],
  'proportion-difference': ['column', 'equals', 'group', 'groups'],
  means: ['column', 'group', 'pairs', 'unit'],
  ranks: ['column', 'group', 'unit'],
  paired: ['columns', 'unit'],
  correlation: ['columns', 'method'],
  independence: ['columns', 'exact'],
  survey: ['estimate', 'column', 'equals', 'weight', 'strata', 'cluster', 'unit'],
  control: ['chart', 'order', 'column', 'size', 'version', 'unit'],
  season: ['order', 'column', 'period', 'multiply', 'version', 'unit'],
  change: ['order', 'column', 'version', 'unit'],
  simpson: ['column', 'equals', 'group', 'groups', 'within'],
  standardise: ['group', 'stratum', 'events', 'population', 'standard', 'per', 'unit'],
  answered: ['answered', 'column', 'equals', 'group'],
  ols: [],
  logit: [],
  poisson: [],
  did: [],
}

/** The columns that a test needs, in the order in which a table's columns are tried. */
const needed: Partial<Record<StatTest, readonly OwnKey[]>> = {
  survey: ['column', 'weight'],
  control: ['order', 'column'],
  season: ['order', 'column'],
  change: ['order', 'column'],
  simpson: ['column', 'group'],
  standardise: ['group', 'stratum', 'events', 'population'],
  answered: ['answered', 'column', 'group'],
}

/** Columns that a description begins with. */
const firstDescribed = 8

/** What a test begins with, so that its form is whole. */
export function beginning(
  test: StatTest,
  columns: readonly string[],
  tables: readonly string[],
): Settings {
  const at = (index: number) => columns[index] ?? columns[0] ?? ''
  if (test === 'describe') return { columns: columns.slice(0, firstDescribed) }
  if (keysOf[test].includes('columns')) return { columns: [at(0), at(1)] }
  const keys = needed[test] ?? keysOf[test].filter((key) => key === 'column' || key === 'group')
  const settings = Object.fromEntries(keys.map((key, index) => [key, at(index)]))
  const weight = columns.find((name) => /weight|权/i.test(name))
  if (test === 'survey' && weight !== undefined) return { ...settings, weight }
  if (test === 'simpson') return { ...settings, within: [at(2)] }
  if (test !== 'standardise') return settings
  return { ...settings, standard: { table: tables[0] ?? '', stratum: at(1), weight: at(3) } }
}
