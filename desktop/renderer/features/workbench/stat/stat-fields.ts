import type { StatTest } from '../../../../domain/notebook/stat/stat.ts'
import type { Settings } from '../../../../domain/notebook/settings.ts'
import { tableField } from '../settings/common-fields.ts'
import { setIn, textAt, written, type Field, type Ground } from '../settings/field.ts'
import { t } from './messages.ts'
import { isModelTest, modelBeginning, modelFields } from './model-fields.ts'
import { beginning, keysOf, ownKeys } from './stat-keys.ts'
import { fieldsOf } from './stat-own-fields.ts'

const tests = Object.keys(keysOf) as StatTest[]
const isTest = (text: string): text is StatTest => tests.some((one) => one === text)

/** The form of a statistic. */
export function statFields(settings: Settings, ground: Ground): Field[] {
  const known = ground.columns(written(settings['from']))
  const chosen = written(settings['test'])
  const test = isTest(chosen) ? chosen : 'summary'
  const own = isModelTest(test)
    ? modelFields(test, known, settings)
    : keysOf[test].flatMap((key) => fieldsOf(key, { test, settings, known, ground }))
  return [
    { kind: 'text', label: t.label, ...textAt('label') },
    tableField(ground.tables, settings, t.from),
    testField(test, known, ground),
    ...own,
    ...(test === 'summary' || test === 'describe' || test === 'control' || test === 'season'
      ? []
      : [confidenceField()]),
  ]
}

/** Another test keeps what it knows too; the rest it begins anew. */
function testField(test: StatTest, columns: readonly string[], ground: Ground): Field {
  return {
    kind: 'choice',
    label: t.test,
    hint: t.help[test],
    options: tests.map((value) => ({ value, label: t.tests[value] })),
    get: (settings) => written(settings['test']),
    set: (settings, value) => {
      if (!isTest(value)) return settings
      if (isModelTest(value) || isModelTest(written(settings['test']))) {
        return anotherKind(settings, value, columns, ground.tables)
      }
      const dropped = ownKeys.filter(
        (key) => !keysOf[value].includes(key) || (key === 'columns' && !fits(settings, value)),
      )
      const kept = dropped.reduce((rest, key) => setIn(rest, [key], undefined), settings)
      return { ...beginning(value, columns, ground.tables), ...defined(kept), test: value }
    },
  }
}

/** Only a description takes other than two columns. */
const fits = ({ columns }: Settings, test: StatTest) =>
  test === 'describe' || (Array.isArray(columns) && columns.length === 2)

/** Models and other statistics have little in common. */
function anotherKind(
  settings: Settings,
  test: StatTest,
  columns: readonly string[],
  tables: readonly string[],
): Settings {
  const kept = ['from', 'label', 'confidence'].map((key) => [key, settings[key]] as const)
  const own = isModelTest(test)
    ? modelBeginning(settings, test, columns)
    : beginning(test, columns, tables)
  return { ...defined(Object.fromEntries(kept)), ...own, test }
}

const defined = (settings: Settings): Settings =>
  Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined))

function confidenceField(): Field {
  const levels = ['0.9', '0.95', '0.99']
  return {
    kind: 'choice',
    label: t.confidence,
    options: levels.map((value) => ({ value, label: `${Number(value) * 100}%` })),
    get: (settings) => written(settings['confidence']) || '0.95',
    set: (settings, value) => setIn(settings, ['confidence'], Number(value)),
  }
}
