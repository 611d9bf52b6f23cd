import fc from 'fast-check'
import { dataPackageSchema, type DataPackage } from '../../desktop/domain/catalogue/data-package.ts'

/** Texts as people and machines write them: Chinese, spaces at the ends, line breaks, formulas. */
const awkward = [
  '=1+1',
  '+86',
  '-3',
  '@某人',
  '007',
  '1e3',
  '是',
  '  两头有空格  ',
  '第一行\n第二行',
  'a\r\nb',
  'a | b',
  '1＝男',
  '"引号"',
  '_x0041_',
  '\u0001控制符',
  '<b>&amp;',
  '😀',
  '\ud800',
  'true',
  '[1]',
]
const anyText = fc.oneof(
  fc.constantFrom(...awkward),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.stringMatching(/^[\u4e00-\u9fa5，。 ]{0,10}$/),
)
const text = anyText.map((one) => one.trim()).filter((one) => one !== '')
const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(arbitrary, { minLength: 1, maxLength: 3 })
const nullable = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString())
const numberOf = fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => one + 0)

const value = fc.oneof(anyText, fc.integer())
const categories = fc.oneof(
  fc.array(value, { maxLength: 3 }),
  fc.array(fc.record({ value, label: anyText }, { requiredKeys: ['value'] }), { maxLength: 3 }),
)
const bound = fc.oneof(numberOf, anyText)
const constraints = fc.record(
  {
    required: fc.boolean(),
    unique: fc.boolean(),
    minimum: bound,
    maximum: bound,
    minLength: fc.nat(),
    maxLength: fc.maxSafeInteger().map((one) => one + 0),
    pattern: anyText,
    enum: fc.array(fc.oneof(anyText, numberOf, fc.boolean()), { maxLength: 3 }),
  },
  { requiredKeys: [] },
)
const missingValues = fc.oneof(
  fc.array(anyText, { maxLength: 2 }),
  fc.array(
    fc.record(
      { value: fc.oneof(fc.constant(''), anyText), label: anyText },
      { requiredKeys: ['value'] },
    ),
    { maxLength: 2 },
  ),
)
const types = [
  'string',
  'number',
  'integer',
  'boolean',
  'date',
  'datetime',
  'geojson',
  'any',
] as const
const field = fc.record(
  {
    name: anyText.filter((one) => one !== ''),
    type: fc.constantFrom(...types),
    title: text,
    description: anyText,
    unit: anyText,
    categories,
    categoriesOrdered: fc.boolean(),
    constraints,
    missingValues,
  },
  { requiredKeys: ['name', 'type', 'title'] },
)
const distinct = <T extends { name: string }>(one: fc.Arbitrary<T>) =>
  fc.uniqueArray(one, { selector: ({ name }) => name.toLowerCase(), minLength: 1, maxLength: 3 })

const hex = fc.stringMatching(/^[0-9a-f]{64}$/)
const snake = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/)
const resource = fc.record(
  {
    name: snake,
    title: text,
    type: fc.constant('table'),
    path: snake.map((name) => `data/${name}.parquet`),
    format: fc.constant('parquet'),
    mediatype: fc.constant('application/vnd.apache.parquet'),
    bytes: fc.integer({ min: 1 }),
    hash: hex.map((digits) => `sha256:${digits}`),
    rows: fc.nat(),
    schema: fc.record(
      { fields: distinct(field), primaryKey: fc.oneof(anyText, some(anyText)) },
      { requiredKeys: ['fields'] },
    ),
  },
  { requiredKeys: ['name', 'path', 'format', 'mediatype', 'bytes', 'hash', 'rows', 'schema'] },
)

const governance = fc.record({
  catalogue: fc.record({
    class: text,
    code: text,
    provider: text,
    providerCode: nullable(text),
    sharing: fc.record({
      type: fc.constantFrom('unconditional', 'conditional', 'none'),
      condition: nullable(text),
      method: text,
    }),
    openness: fc.record({ open: fc.boolean(), condition: nullable(text) }),
    updateCycle: fc.constantFrom('realtime', 'daily', 'yearly', 'irregular', 'never'),
    released: day.map((date) => date.slice(0, 10)),
    related: fc.array(text, { maxLength: 3 }),
  }),
  level: fc.constant('general'),
  secrecy: fc.constant('none'),
  personalInformation: fc.oneof(
    fc.record({ kind: fc.constant('none'), note: text }),
    fc.record({
      kind: fc.constant('deidentified'),
      method: text,
      k: fc.integer({ min: 2, max: 50 }),
      quasiIdentifiers: fc.constant({}),
    }),
  ),
  steward: text,
  responsibilities: fc.record({ collect: text, feedBack: text, manage: text, use: text }),
  legalBasis: text,
  authorisation: fc.record({
    grantee: text,
    purpose: text,
    until: nullable(day.map((date) => date.slice(0, 10))),
    level: fc.constantFrom('line', 'departments', 'regions'),
  }),
  minimumCell: nullable(fc.integer({ min: 2, max: 100 })),
  minimumCellReason: text,
  lineage: some(text),
})

const license = fc
  .record({ name: anyText, path: anyText, title: anyText }, { requiredKeys: [] })
  .filter(({ name, path }) => (name ?? path ?? '') !== '')
const source = fc.record(
  { title: text, path: anyText, version: anyText },
  { requiredKeys: ['title'] },
)

interface Named {
  readonly resources: readonly { name: string; schema: { fields: { name: string }[] } }[]
  readonly governance: { readonly personalInformation: { readonly kind: string } }
}

/** Fills in what names the fields of the first table, which must exist. */
function withReferences(json: Named): unknown {
  const [first, ...others] = json.resources
  const { kind } = json.governance.personalInformation
  if (!first || kind === 'none') return json
  const name = first.schema.fields[0]?.name ?? ''
  const foreignKeys = [{ fields: name, reference: { fields: name } }]
  return {
    ...json,
    resources: [{ ...first, schema: { ...first.schema, foreignKeys } }, ...others],
    governance: {
      ...json.governance,
      personalInformation: {
        ...json.governance.personalInformation,
        quasiIdentifiers: { [first.name]: [name] },
      },
    },
  }
}

/** Any descriptor that the catalogue takes, by its own schema. */
export const anyPackage: fc.Arbitrary<DataPackage> = fc
  .record(
    {
      $schema: anyText,
      id: anyText,
      name: fc.stringMatching(/^[a-z][a-z0-9]{0,5}(?:-[a-z0-9]{1,4}){0,3}$/),
      title: text,
      titles: fc.record({ zh: text, en: text }),
      description: text,
      version: fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99)).map((parts) => parts.join('.')),
      created: day,
      licenses: some(license),
      sources: some(source),
      keywords: some(text),
      synthetic: fc.boolean(),
      resources: distinct(resource),
      governance,
    },
    {
      requiredKeys: [
        'name',
        'title',
        'titles',
        'description',
        'version',
        'created',
        'licenses',
        'sources',
        'keywords',
        'synthetic',
        'resources',
        'governance',
      ],
    },
  )
  .map((json) => dataPackageSchema.parse(withReferences(json)))

/** Several with different names. */
export const anyCatalogue = fc.uniqueArray(anyPackage, {
  selector: ({ name }) => name,
  maxLength: 4,
})
