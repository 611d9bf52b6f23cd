import type { DataPackage, Resource } from '../data-package.ts'
import { nullMeaning, type Field } from '../field.ts'
import type { Check } from './check.ts'

type Described = Pick<DataPackage, 'resources'> & {
  readonly governance: Pick<DataPackage['governance'], 'consistency'>
}

/** What a descriptor declares of one of its tables, as checks in the order of its fields. */
export function planChecks(dataset: Described, resource: Resource): Check[] {
  const { fields, primaryKey } = resource.schema
  const key = listed(primaryKey)
  return [
    ...fields.map((field) => completeness(field, key)),
    ...(key.length > 0 ? [{ kind: 'key' as const, columns: key }] : []),
    ...fields.flatMap(uniqueness).filter(({ columns }) => columns.join() !== key.join()),
    ...fields.flatMap(validity),
    ...references(resource),
    ...rules(dataset, resource),
  ]
}

const listed = (names: string | readonly string[] | undefined): string[] => {
  if (names === undefined) return []
  return typeof names === 'string' ? [names] : [...names]
}

/** A key cannot be empty, whether its fields say so or not. */
function completeness(field: Field, key: readonly string[]): Check {
  if (field.constraints?.required || key.includes(field.name)) {
    return { kind: 'required', column: field.name }
  }
  return { kind: 'filled', column: field.name, meaning: nullMeaning(field) ?? null }
}

function uniqueness({ name, constraints }: Field) {
  return constraints?.unique ? [{ kind: 'unique' as const, columns: [name] }] : []
}

/** Types of which every text is a value are not checked. */
const checkedTypes = new Set<Field['type']>([
  'number',
  'integer',
  'boolean',
  'date',
  'time',
  'datetime',
  'year',
])

function validity(field: Field): Check[] {
  const { name: column, type, constraints = {}, categories } = field
  const { minimum, maximum, minLength, maxLength, pattern } = constraints
  const checks: Check[] = []
  if (checkedTypes.has(type)) checks.push({ kind: 'type', column, wanted: type })
  if (minimum !== undefined) checks.push({ kind: 'minimum', column, bound: minimum })
  if (maximum !== undefined) checks.push({ kind: 'maximum', column, bound: maximum })
  if (minLength !== undefined) checks.push({ kind: 'min-length', column, bound: minLength })
  if (maxLength !== undefined) checks.push({ kind: 'max-length', column, bound: maxLength })
  if (pattern !== undefined) checks.push({ kind: 'pattern', column, pattern })
  const values = (categories ?? []).map((one) => (typeof one === 'object' ? one.value : one))
  if (values.length > 0) checks.push({ kind: 'categories', column, values })
  if (constraints.enum) {
    const allowed = constraints.enum.map((one) => (typeof one === 'boolean' ? String(one) : one))
    checks.push({ kind: 'categories', column, values: allowed })
  }
  return checks
}

/** A reference without a resource, or with an empty one, is to the table itself. */
function references({ name, schema }: Resource): Check[] {
  return (schema.foreignKeys ?? []).map(({ fields, reference }) => ({
    kind: 'reference',
    columns: listed(fields),
    to: { resource: reference.resource || name, columns: listed(reference.fields) },
  }))
}

function rules({ resources, governance }: Described, { name }: Resource): Check[] {
  return (governance.consistency ?? [])
    .filter(({ resource }) => (resource ?? resources[0]?.name) === name)
    .map((rule) => ({ kind: 'rule', rule }))
}
