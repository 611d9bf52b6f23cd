import type { CellRecord, ReportChange, ReportRecord } from '../../contract/report.ts'

type Of = ReportChange['of']

/** Values that are told of one table; the rest is counted. */
const toldValues = 5

/** What is different in a report made anew, the cause before the effect. */
export function compareReports(before: ReportRecord, now: ReportRecord): ReportChange[] {
  return [
    ...(before.notebook === now.notebook
      ? []
      : [change('notebook', now.title, '笔记的文字改过', 'The notebook’s text was changed')]),
    ...(before.recipient === now.recipient ? [] : [recipientChange(now)]),
    ...changes('parameter', before.parameters, now.parameters),
    ...datasetChanges(before, now),
    ...cellChanges(before.cells, now.cells),
    ...changes('number', numbersBy(before), numbersBy(now)),
  ]
}

const change = (of: Of, name: string, zh: string, en: string): ReportChange => ({
  of,
  name,
  zh,
  en,
})

const recipientChange = ({ recipient, title }: ReportRecord) =>
  recipient === 'outside'
    ? change('recipient', title, '这次按政府以外的读者隐去', 'This time for readers outside')
    : change('recipient', title, '这次按政府内部的读者隐去', 'This time for readers in government')

const numbersBy = ({ numbers }: ReportRecord) =>
  Object.fromEntries(numbers.map(({ quote, text }) => [quote, text]))

/** Of two lists by name: what came, what went, what has another value. */
function changes(
  of: Of,
  before: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
): ReportChange[] {
  const [old, fresh] = [new Map(Object.entries(before)), new Map(Object.entries(now))]
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((name) => {
    const [was, is] = [old.get(name), fresh.get(name)]
    if (was === is) return []
    if (was === undefined) return [change(of, name, `新增，是 ${is}`, `New: ${is}`)]
    if (is === undefined) return [change(of, name, `没有了，原来是 ${was}`, `Gone; it was ${was}`)]
    return [change(of, name, `由 ${was} 变为 ${is}`, `From ${was} to ${is}`)]
  })
}

function datasetChanges(before: ReportRecord, now: ReportRecord): ReportChange[] {
  const old = new Map(before.datasets.map((one) => [one.id, one]))
  const gone = before.datasets
    .filter(({ id }) => !now.datasets.some((one) => one.id === id))
    .map(({ id }) => change('dataset', id, '笔记不再用它', 'No longer used'))
  const found = now.datasets.flatMap((is) => {
    const was = old.get(is.id)
    if (!was) return [change('dataset', is.id, '新用到的数据', 'Newly used')]
    if (is.version === null && was.version !== null)
      return [change('dataset', is.id, '这里没有这份数据了', 'It is not here any more')]
    return [...versionChange(was, is), ...fileChanges(was, is)]
  })
  return [...found, ...gone]
}

type Dataset = ReportRecord['datasets'][number]

const versionChange = (was: Dataset, is: Dataset): ReportChange[] =>
  was.version === is.version
    ? []
    : [
        change(
          'dataset',
          is.id,
          `版本由 ${was.version ?? '未知'} 变为 ${is.version ?? '未知'}`,
          `Version ${was.version ?? 'unknown'} became ${is.version ?? 'unknown'}`,
        ),
      ]

function fileChanges(was: Dataset, is: Dataset): ReportChange[] {
  const old = new Map(was.files.map(({ path, sha256 }) => [path, sha256]))
  const gone = was.files.filter(({ path }) => !is.files.some((one) => one.path === path))
  const differing = is.files.filter(({ path, sha256 }) => old.get(path) !== sha256)
  return [
    ...differing.map(({ path }) =>
      change('dataset', is.id, `${path} 的内容变了（校验值不同）`, `${path} has other contents`),
    ),
    ...gone.map(({ path }) => change('dataset', is.id, `${path} 没有了`, `${path} is gone`)),
  ]
}

function cellChanges(before: readonly CellRecord[], now: readonly CellRecord[]): ReportChange[] {
  const old = new Map(before.map((one) => [one.name, one]))
  const names = new Set(now.map(({ name }) => name))
  const gone = before
    .filter(({ name }) => !names.has(name))
    .map(({ name }) => change('cell', name, '这个单元没有了', 'This cell is gone'))
  const found = now.flatMap((is) => {
    const was = old.get(is.name)
    return was ? cellChange(was, is) : [change('cell', is.name, '新增的单元', 'A new cell')]
  })
  return [...found, ...gone]
}

function cellChange(was: CellRecord, is: CellRecord): ReportChange[] {
  const parts: [zh: string, en: string][] = []
  if (was.sql !== is.sql) parts.push(['查询改过', 'its query was changed'])
  if (was.status !== is.status) {
    if (is.status === 'done') parts.push(['上次没有算出来，这次算出来了', 'computed this time'])
    else parts.push(['这次没有算出来', 'not computed this time'])
  } else if (was.rows !== is.rows) {
    parts.push([`由 ${was.rows} 行变为 ${is.rows} 行`, `${was.rows} rows became ${is.rows}`])
  }
  const columns = was.columns.join('、') !== is.columns.join('、')
  if (columns && was.status === is.status) parts.push(['列变了', 'other columns'])
  if (was.sha256 !== is.sha256 && was.rows === is.rows && !columns) parts.push(valuesOf(was, is))
  if (parts.length === 0) return []
  const [zh, en] = [parts.map(([text]) => text), parts.map(([, text]) => text)]
  return [change('cell', is.name, zh.join('；'), en.join('; '))]
}

/** Which values differ, where both tables were kept; rows are told in their order. */
function valuesOf(was: CellRecord, is: CellRecord): [zh: string, en: string] {
  if (!was.values || !is.values) return ['有些值变了', 'some values differ']
  const found = is.values.flatMap((row, at) =>
    row.flatMap((value, column) => {
      const old = was.values?.[at]?.[column] ?? ''
      const name = is.columns[column] ?? ''
      return old === value ? [] : [{ at: at + 1, name, old: old || '空', value: value || '空' }]
    }),
  )
  const told = found.slice(0, toldValues)
  const more = found.length - told.length
  const zh = told.map((one) => `第 ${one.at} 行 ${one.name} 由 ${one.old} 变为 ${one.value}`)
  const en = told.map((one) => `row ${one.at} ${one.name} from ${one.old} to ${one.value}`)
  return [
    zh.join('，') + (more > 0 ? `，另有 ${more} 处` : ''),
    en.join(', ') + (more > 0 ? `, and ${more} more` : ''),
  ]
}
