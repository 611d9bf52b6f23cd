import type { StatTest } from '../../../../domain/notebook/stat/stat.ts'
import type { Settings } from '../../../../domain/notebook/settings.ts'
import { columnField, tableField } from '../settings/common-fields.ts'
import { getIn, setIn, textAt, written, type Field, type Ground } from '../settings/field.ts'
import { t } from './messages.ts'
import { isModelTest, modelBeginning, modelFields } from './model-fields.ts'

const tests = [
  'summary',
  'mean',
  'proportion',
  'mean-difference',
  'proportion-difference',
  'correlation',
  'independence',
  'ols',
  'logit',
  'poisson',
  'did',
] as const satisfies readonly StatTest[]

/** Keys that belong to some tests only. */
const own = ['column', 'columns', 'equals', 'group', 'groups', 'unit'] as const
const keysOf: Readonly<Record<StatTest, readonly (typeof own)[number][]>> = {
  summary: ['column', 'unit'],
  mean: ['column', 'unit'],
  proportion: ['column', 'equals'],
  'mean-difference': ['column', 'group', 'groups', 'unit'],
  'proportion-difference': ['column', 'equals', 'group', 'groups'],
  correlation: ['columns'],
  independence: ['columns'],
  ols: [],
  logit: [],
  poisson: [],
  did: [],
}

const isTest = (text: string): text is StatTest => tests.some((one) => one === text)

/** The form of a statistic. */
export function statFields(settings: Settings, { tables, columns }: Ground): Field[] {
  const known = columns(written(settings['from']))
  const written_ = written(settings['test'])
  const test = isTest(written_) ? written_ : 'summary'
  if (isModelTest(test)) {
    return [
      { kind: 'text', label: t.label, ...textAt('label') },
      tableField(tables, settings, t.from),
      testField(known),
      ...modelFields(test, known, settings),
      confidenceField(),
    ]
  }
  const has = (key: (typeof own)[number]) => keysOf[test].includes(key)
  return [
    { kind: 'text', label: t.label, ...textAt('label') },
    tableField(tables, settings, t.from),
    testField(known),
    ...(has('column')
      ? [columnField(known, settings, has('equals') ? t.hit : t.column)]
      : pairFields(known, settings)),
    ...(has('equals') ? [equalsField()] : []),
    ...(has('group') ? groupFields(known, settings) : []),
    ...(has('unit') ? [{ kind: 'text' as const, label: t.unit, ...textAt('unit') }] : []),
    ...(test === 'summary' || test === 'independence' ? [] : [confidenceField()]),
  ]
}

/** Another test keeps what it knows too; the rest it begins anew. */
function testField(columns: readonly string[]): Field {
  return {
    kind: 'choice',
    label: t.test,
    options: tests.map((value) => ({ value, label: t.tests[value] })),
    get: (settings) => written(settings['test']),
    set: (settings, value) => {
      if (!isTest(value)) return settings
      if (isModelTest(value) || isModelTest(written(settings['test']))) {
        return anotherKind(settings, value, columns)
      }
      const dropped = own.filter((key) => !keysOf[value].includes(key))
      const kept = dropped.reduce((rest, key) => setIn(rest, [key], undefined), settings)
      return { ...beginning(value, columns), ...defined(kept), test: value }
    },
  }
}

/** Models and other statistics have little in common. */
function anotherKind(settings: Settings, test: StatTest, columns: readonly string[]): Settings {
  const kept = ['from', 'label', 'confidence'].map((key) => [key, settings[key]] as const)
  const own = isModelTest(test) ? modelBeginning(settings, test, columns) : beginning(test, columns)
  return { ...defined(Object.fromEntries(kept)), ...own, test }
}

function beginning(test: StatTest, [first = '', second = first]: readonly string[]): Settings {
  const keys = keysOf[test]
  return {
    ...(keys.includes('column') ? { column: first } : { columns: [first, second] }),
    ...(keys.includes('group') ? { group: second } : {}),
  }
}

const defined = (settings: Settings): Settings =>
  Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined))

const pairFields = (columns: readonly string[], settings: Settings): Field[] => [
  columnField(columns, settings, t.first, ['columns', 0]),
  columnField(columns, settings, t.second, ['columns', 1]),
]

/** `是` and `true` of a column of yes and no are left to the engine; anything else is compared as text. */
const equalsField = (): Field => ({
  kind: 'text',
  label: t.equals,
  hint: t.equalsHint,
  ...textAt('equals'),
})

function groupFields(columns: readonly string[], settings: Settings): Field[] {
  return [
    columnField(columns, settings, t.group, ['group']),
    groupField(t.group1, 0),
    { ...groupField(t.group2, 1), hint: t.groupHint },
  ]
}

/** Both groups are named or neither is. */
function groupField(label: string, index: number): Field {
  return {
    kind: 'text',
    label,
    get: (settings) => written(getIn(settings, ['groups', index])),
    set: (settings, text) => {
      const groups = [0, 1].map((at) =>
        at === index ? text.trim() : written(getIn(settings, ['groups', at])),
      )
      return setIn(settings, ['groups'], groups.every((group) => group === '') ? undefined : groups)
    },
  }
}

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
