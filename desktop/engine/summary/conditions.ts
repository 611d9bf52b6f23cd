import { ZhizhiError } from '../../contract/errors.ts'
import type { ColumnFilter } from '../../contract/table.ts'
import { fold } from '../names.ts'
import { codeColumn, NULL, REST } from './codes.ts'
import type { Portrait } from './portrait.ts'
import { cut } from './summarise.ts'

/** For each filtered column, by its number, which codes are meant, as SQL. */
export type Conditions = ReadonlyMap<number, string>

/** `not_found` where there is no such column, `bad_request` where it has no such bar. */
export function conditionsOf(
  portraits: readonly Portrait[],
  filters: readonly ColumnFilter[],
): Conditions {
  const codes = new Map<number, Set<number>>()
  for (const filter of filters) {
    const n = portraits.findIndex(({ column }) => fold(column.name) === fold(filter.column))
    const portrait = portraits[n]
    if (!portrait) throw new ZhizhiError('not_found', { what: `列 ${filter.column}` })
    const meant = codes.get(n) ?? new Set()
    for (const code of codesOf(portrait, filter)) meant.add(code)
    codes.set(n, meant)
  }
  return new Map([...codes].map(([n, meant]) => [n, condition(n, meant)]))
}

/** All conditions but that of one column. */
export function where(conditions: Conditions, except = -1): string {
  const all = [...conditions].filter(([n]) => n !== except).map(([, sql]) => sql)
  return all.length === 0 ? 'true' : all.join(' AND ')
}

function condition(n: number, codes: ReadonlySet<number>): string {
  const list = [...codes].toSorted((a, b) => a - b)
  return list.length === 0 ? 'false' : `${codeColumn(n)} IN (${list.join(', ')})`
}

function codesOf({ binned, top }: Portrait, filter: ColumnFilter): number[] {
  switch (filter.kind) {
    case 'null':
      return [NULL]
    case 'rest':
      return [REST]
    case 'bins': {
      const { from, to } = filter
      if (from > to || to > (binned?.bins.count ?? 0)) throw noSuchBar(filter, `${from}–${to}`)
      return Array.from({ length: to - from }, (_, at) => from + at)
    }
    case 'values':
      return filter.values.flatMap((value) => {
        const bars = top.flatMap((one, n) => (cut(one.value) === value ? [n] : []))
        if (bars.length === 0) throw noSuchBar(filter, value)
        return bars
      })
  }
}

function noSuchBar({ column }: ColumnFilter, why: string): ZhizhiError {
  return new ZhizhiError('bad_request', { where: `filters.${column}`, why })
}
