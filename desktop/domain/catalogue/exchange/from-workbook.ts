import { putTogether } from './apart.ts'
import { datasetColumns, idHeading, restHeading, type Column } from './dataset-columns.ts'
import { noDrafts, textOr, type Draft, type Drafts } from './draft.ts'
import { versionOf, workbookVersion } from './how-to-read.ts'
import { isObject, withoutValue, withValue, type JsonObject } from './paths.ts'
import {
  datasetKey,
  fieldColumns,
  resourceColumns,
  resourceHeading,
  resourceKey,
} from './resource-columns.ts'
import { rowsOf, type ReadSheet, type Row } from './sheet.ts'
import { derivedHeadings, sheetNames } from './workbook.ts'
import { placeFinder, type ResourceRows } from './workbook-place.ts'

/** What a row says of one object. */
interface Said {
  readonly row: Row
  readonly json: JsonObject
  readonly problem?: string
}

/** Reads what `toWorkbook` wrote, and what people made of it since. */
export function fromWorkbook(sheets: readonly ReadSheet[]): Drafts {
  const sheet = (name: string) => sheets.find((one) => one.name.trim() === name)
  const version = versionOf(sheet(sheetNames.notes)?.rows ?? [])
  if (version > workbookVersion) {
    return noDrafts(`这是更新的目录格式（版本 ${version}），请先升级致知`)
  }
  const catalogue = sheet(sheetNames.catalogue)
  const resources = sheet(sheetNames.resources)
  const fields = sheet(sheetNames.fields)
  if (!catalogue || !resources || !fields) {
    const missing = Object.values(sheetNames)
      .slice(0, 3)
      .filter((name) => !sheet(name))
    return noDrafts(`工作簿里缺少工作表：${missing.join('、')}`)
  }
  const heading = missingHeading(catalogue) ?? missingHeading(resources) ?? missingHeading(fields)
  if (heading !== undefined) return noDrafts(heading)
  const read = assemble(catalogue, resources, fields)
  const notes = [
    ...strangeHeadings(catalogue, datasetColumns, derivedHeadings),
    ...strangeHeadings(resources, resourceColumns),
    ...strangeHeadings(fields, fieldColumns),
  ]
  return { ok: true, drafts: read, notes }
}

function assemble(catalogue: ReadSheet, resources: ReadSheet, fields: ReadSheet): Draft[] {
  const byResource = grouped(rowsOf(fields).rows, (row) =>
    keyOf(row.cell(idHeading), row.cell(resourceHeading)),
  )
  const resourceRows = rowsOf(resources).rows
  const byDataset = grouped(resourceRows, (row) => keyOf(row.cell(idHeading)))
  const datasets = rowsOf(catalogue).rows
  const made = datasets.map((row) => datasetOf(row, byDataset, byResource))
  const known = new Set(datasets.map((row) => keyOf(row.cell(idHeading))))
  const tables = new Set(
    resourceRows.map((row) => keyOf(row.cell(idHeading), row.cell(resourceHeading))),
  )
  return [
    ...made,
    ...orphans(sheetNames.resources, sheetNames.catalogue, byDataset, known),
    ...orphans(sheetNames.fields, sheetNames.resources, byResource, tables),
  ]
}

function datasetOf(
  row: Row,
  byDataset: ReadonlyMap<string, readonly Row[]>,
  byResource: ReadonlyMap<string, readonly Row[]>,
): Draft {
  const said = readRow(sheetNames.catalogue, row, datasetColumns)
  const id = row.cell(idHeading) ?? ''
  const parts = (byDataset.get(keyOf(id)) ?? []).map((resource) => {
    const own = byResource.get(keyOf(id, resource.cell(resourceHeading))) ?? []
    const table = readRow(sheetNames.resources, resource, resourceColumns)
    const columns = own.map((field) => readRow(sheetNames.fields, field, fieldColumns))
    return { table, columns, json: resourceJson(table.json, columns) }
  })
  const problem = [said, ...parts.flatMap(({ table, columns }) => [table, ...columns])].find(
    (one) => one.problem !== undefined,
  )?.problem
  const rows: ResourceRows[] = parts.map(({ table, columns }) => ({
    row: table.row.number,
    fields: columns.map((field) => field.row.number),
  }))
  return {
    id,
    title: textOr(said.json['title'], id),
    place: `“${sheetNames.catalogue}”第 ${row.number} 行`,
    json: { ...said.json, resources: parts.map(({ json }) => json) },
    ...(problem === undefined ? {} : { problem }),
    where: placeFinder(row.number, rows),
  }
}

function resourceJson(json: JsonObject, columns: readonly Said[]): JsonObject {
  const fields = columns.map((field) =>
    withoutValue(withoutValue(field.json, [datasetKey]), [resourceKey]),
  )
  return withValue(withoutValue(json, [datasetKey]), ['schema', 'fields'], fields)
}

function readRow(sheet: string, row: Row, columns: readonly Column[]): Said {
  const cells = columns.map(({ heading }) => row.cell(heading))
  const written = row.cell(restHeading)
  const rest = written === undefined ? {} : parsed(written)
  const json = putTogether(cells, rest, columns)
  if (rest !== undefined) return { row, json }
  return {
    row,
    json,
    problem: `“${sheet}”第 ${row.number} 行“${restHeading}”：不是完整的 JSON 对象`,
  }
}

function parsed(text: string): JsonObject | undefined {
  try {
    const json: unknown = JSON.parse(text)
    return isObject(json) ? json : undefined
  } catch {
    return undefined
  }
}

const keyOf = (...parts: readonly (string | undefined)[]) =>
  parts.map((part) => part?.trim() ?? '').join('\n')

function grouped(rows: readonly Row[], key: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group) group.push(row)
    else groups.set(key(row), [row])
  }
  return groups
}

/** Rows that belong to nothing: left out in silence, they would be lost. */
function orphans(
  sheet: string,
  above: string,
  groups: ReadonlyMap<string, readonly Row[]>,
  known: ReadonlySet<string>,
): Draft[] {
  return [...groups].flatMap(([key, [first]]) => {
    if (known.has(key) || !first) return []
    const id = first.cell(idHeading) ?? ''
    const place = `“${sheet}”第 ${first.number} 行`
    const problem = `“${above}”表里没有与它对应的一行，请核对“数据集标识”和“资源名”`
    return [{ id, title: id, place, json: {}, problem: `${place}：${problem}`, where: () => place }]
  })
}

function missingHeading({ name, rows }: ReadSheet): string | undefined {
  const found = rowsOf({ name, rows }).headings
  const needed = name.trim() === sheetNames.catalogue ? [idHeading] : [idHeading, resourceHeading]
  const missing = needed.find((heading) => !found.includes(heading))
  return missing === undefined ? undefined : `“${name}”表的第一行缺少“${missing}”这一列`
}

function strangeHeadings(
  sheet: ReadSheet,
  columns: readonly Column[],
  more: readonly string[] = [],
): string[] {
  const known = new Set([...columns.map(({ heading }) => heading), restHeading, ...more])
  const strange = rowsOf(sheet).headings.filter((heading) => !known.has(heading))
  return strange.length === 0 ? [] : [`“${sheet.name}”表里不认识的列没有读：${strange.join('、')}`]
}
