import type { Check, CheckOf } from '../../domain/catalogue/quality/check.ts'
import type { Field } from '../../domain/catalogue/field.ts'
import { dayOf } from '../../domain/catalogue/elements/day.ts'
import { literal, quote } from '../measure/sql.ts'
import { isOfType, present, valueAs, type StoredColumn } from './stored-type.ts'

/** What a check counts, as SQL: rows that are asked about, and those of them that pass. */
export interface Predicate {
  readonly asked: string
  readonly passes: string
}

/** Checks that are counted in one scan of the table. */
export type ScanCheck = Exclude<
  Check,
  CheckOf<'key' | 'unique'> | CheckOf<'element'> | CheckOf<'reference'>
>

export interface Columns {
  readonly stored: ReadonlyMap<string, StoredColumn>
  readonly fields: ReadonlyMap<string, Pick<Field, 'type'>>
}

/** `undefined` where a bound of the descriptor cannot be compared with the column. */
export function predicateOf(check: ScanCheck, columns: Columns): Predicate | undefined {
  if (check.kind === 'rule') return rulePredicate(check, columns)
  const column = columns.stored.get(check.column)
  if (!column) return undefined
  const value = present(column)
  switch (check.kind) {
    case 'required':
    case 'filled':
      return { asked: 'true', passes: `${value} IS NOT NULL` }
    case 'type':
      return filled(value, isOfType(column, check.wanted))
    case 'minimum':
    case 'maximum':
      return boundPredicate(check, column, columns)
    case 'min-length':
      return filled(value, `length(${value}::VARCHAR) >= ${check.bound}`)
    case 'max-length':
      return filled(value, `length(${value}::VARCHAR) <= ${check.bound}`)
    case 'pattern':
      return filled(value, `regexp_full_match(${value}::VARCHAR, ${literal(check.pattern)})`)
    case 'categories':
      return filled(value, categories(check, column))
  }
}

const filled = (value: string, passes: string): Predicate => ({
  asked: `${value} IS NOT NULL`,
  passes,
})

function boundPredicate(
  { kind, column: name, bound }: CheckOf<'minimum' | 'maximum'>,
  column: StoredColumn,
  { fields }: Columns,
): Predicate | undefined {
  const wanted = fields.get(name)?.type ?? 'any'
  const limit = boundAs(bound, wanted)
  if (limit === undefined) return undefined
  const value = valueAs(column, wanted)
  return filled(value, `${value} ${kind === 'minimum' ? '>=' : '<='} ${limit}`)
}

function boundAs(bound: number | string, wanted: string): string | undefined {
  if (wanted === 'date' || wanted === 'datetime') {
    const day = typeof bound === 'string' ? dayOf(bound) : undefined
    const type = wanted === 'date' ? 'DATE' : 'TIMESTAMP'
    return day === undefined ? undefined : `CAST(${literal(String(bound))} AS ${type})`
  }
  const number = Number(bound)
  return String(bound).trim() !== '' && Number.isFinite(number) ? String(number) : undefined
}

function categories({ values }: CheckOf<'categories'>, column: StoredColumn): string {
  const isNumber = column.stored === 'whole' || column.stored === 'number'
  const numbers = values.map(Number)
  if (isNumber && numbers.every(Number.isFinite)) {
    return `${quote(column.name)} IN (${numbers.join(', ')})`
  }
  const texts = values.map((value) => literal(String(value)))
  return `${present(column)}::VARCHAR IN (${texts.join(', ')})`
}

function rulePredicate({ rule }: CheckOf<'rule'>, { stored, fields }: Columns): Predicate {
  const value = (name: string) => {
    const column = stored.get(name)
    return column ? valueAs(column, fields.get(name)?.type ?? 'any') : 'NULL'
  }
  const all = (names: readonly string[]) =>
    names.map((name) => `${value(name)} IS NOT NULL`).join(' AND ')
  switch (rule.kind) {
    case 'order': {
      const pairs = rule.fields
        .slice(1)
        .map((name, at) => `${value(rule.fields[at] ?? '')} <= ${value(name)}`)
      return { asked: all(rule.fields), passes: pairs.join(' AND ') }
    }
    case 'sum': {
      const whole = typeof rule.total === 'string' ? [rule.total] : []
      const total = typeof rule.total === 'string' ? value(rule.total) : String(rule.total)
      const sum = rule.parts.map(value).join(' + ')
      // what doubles lose in adding is no fault of the data
      const allowed = (rule.tolerance ?? 0) + 1e-9
      return {
        asked: all([...rule.parts, ...whole]),
        passes: `abs(${sum} - ${total}) <= ${allowed}`,
      }
    }
    case 'filled-when':
    case 'empty-when': {
      const text = (name: string) => {
        const column = stored.get(name)
        return column ? present(column) : 'NULL'
      }
      const texts = rule.when.values.map((one) => literal(String(one))).join(', ')
      const asked = `${text(rule.when.field)}::VARCHAR IN (${texts})`
      const wanted = rule.kind === 'filled-when' ? 'IS NOT NULL' : 'IS NULL'
      return { asked, passes: `${text(rule.field)} ${wanted}` }
    }
  }
}
