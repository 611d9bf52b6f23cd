import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import dataPackage from './datapackage.json' with { type: 'json' }
import dataResource from './dataresource.json' with { type: 'json' }
import tableSchema from './tableschema.json' with { type: 'json' }

/** The official profiles of Data Package v2, as published on datapackage.org. */
function compile() {
  // Formats are the profiles' hints for forms; dates and links are checked by our own schema.
  const ajv = new Ajv({ strict: false, validateFormats: false })
  return {
    dataPackage: ajv.compile(dataPackage),
    dataResource: ajv.compile(dataResource),
    tableSchema: ajv.compile(tableSchema),
  }
}

let profiles: ReturnType<typeof compile> | undefined

interface Subject {
  readonly place: string
  readonly validate: ValidateFunction
  readonly json: unknown
}

/** What the official profiles say against a descriptor, its resources and their table schemas. */
export function profileProblems(descriptor: unknown): string[] {
  profiles ??= compile()
  const { dataPackage: whole, dataResource: resource, tableSchema: schema } = profiles
  const subjects: Subject[] = [{ place: '', validate: whole, json: descriptor }]
  for (const [index, json] of listIn(descriptor, 'resources').entries()) {
    const place = `/resources/${index}`
    subjects.push({ place, validate: resource, json })
    const inner = valueIn(json, 'schema')
    if (inner !== undefined) subjects.push({ place: `${place}/schema`, validate: schema, json: inner })
  }
  const found = subjects.flatMap(({ place, validate, json }) => {
    if (validate(json)) return []
    const deepest = (validate.errors ?? []).toSorted(byDepth)[0]
    return deepest ? [sentence(place, deepest)] : []
  })
  return [...new Set(found)]
}

/** Where one of several forms fits nearly, its own complaint lies deepest and says most. */
const byDepth = (a: ErrorObject, b: ErrorObject) => b.instancePath.length - a.instancePath.length

function sentence(place: string, error: ErrorObject): string {
  const at = placeText(`${place}${error.instancePath}`)
  return `${at === '' ? '' : `${at}：`}不符合 Data Package 的官方规范（${complaint(error)}）`
}

function complaint({ keyword, params, message }: ErrorObject): string {
  const known = params as Readonly<Record<string, unknown>>
  if (keyword === 'required') return `缺少 ${String(known['missingProperty'])}`
  if (keyword === 'type') return `类型应当是 ${String(known['type'])}`
  if (keyword === 'pattern') return `应当符合 ${String(known['pattern'])}`
  return message ?? keyword
}

/** `/resources/0/path` as `resources[1].path`, as all places in descriptors are written. */
function placeText(pointer: string): string {
  return pointer
    .split('/')
    .filter((part) => part !== '')
    .map((part) => (/^\d+$/.test(part) ? `[${Number(part) + 1}]` : `.${part}`))
    .join('')
    .replace(/^\./, '')
}

function valueIn(json: unknown, key: string): unknown {
  return typeof json === 'object' && json !== null
    ? (json as Readonly<Record<string, unknown>>)[key]
    : undefined
}

function listIn(json: unknown, key: string): readonly unknown[] {
  const value = valueIn(json, key)
  return Array.isArray(value) ? value : []
}
