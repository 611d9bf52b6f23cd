import {
  BIGINT,
  BOOLEAN,
  DATE,
  DOUBLE,
  DuckDBDateValue,
  type DuckDBPreparedStatement,
  type DuckDBType,
  type DuckDBValue,
  INTEGER,
  LIST,
  listValue,
  SQLNULL,
  VARCHAR,
} from '@duckdb/node-api'
import { ZhizhiError } from '../contract/errors.ts'
import type { Parameter } from '../contract/table.ts'
import { isDay } from '../domain/notebook/misfit.ts'
import { fold } from './names.ts'

export type Values = Readonly<Record<string, Parameter>>

type Scalar = Exclude<Parameter, unknown[]>

/** The value of `$name`, whatever the case of its letters; `parameter_missing` where there is none. */
function valueOf(name: string, values: Values): Parameter {
  if (Object.hasOwn(values, name)) return values[name] ?? null
  const key = Object.keys(values).find((other) => fold(other) === fold(name))
  if (key === undefined) throw new ZhizhiError('parameter_missing', { name })
  return values[key] ?? null
}

function numberType(numbers: readonly number[]): DuckDBType {
  if (!numbers.every(Number.isSafeInteger)) return DOUBLE
  return numbers.every((number) => Math.abs(number) < 2 ** 31) ? INTEGER : BIGINT
}

/** The narrowest type that holds every value; text where they differ. No value fits every column. */
function typeOf(values: readonly Scalar[]): DuckDBType {
  const present = values.filter((value) => value !== null)
  if (present.length === 0) return SQLNULL
  const numbers = present.filter((value) => typeof value === 'number')
  if (numbers.length > 0 && numbers.length === present.length) return numberType(numbers)
  return present.every((value) => typeof value === 'boolean') ? BOOLEAN : VARCHAR
}

/**
 * The type of a list's items. Unlike a single text, which DuckDB compares with days as a literal, a
 * list of texts compares with texts only; so a list that holds nothing but days is a list of days.
 */
function itemType(values: readonly Scalar[]): DuckDBType {
  return values.length > 0 && values.every(isDay) ? DATE : typeOf(values)
}

function asType(value: Scalar, type: DuckDBType): DuckDBValue {
  if (value === null) return null
  if (type === DATE) return new DuckDBDateValue(Math.round(Date.parse(String(value)) / 86_400_000))
  if (type === BIGINT && typeof value === 'number') return BigInt(value)
  return type === VARCHAR ? String(value) : value
}

/** Binds the parameters that occur in the statement, and only these. */
export function bindParameters(statement: DuckDBPreparedStatement, values: Values): void {
  for (let index = 1; index <= statement.parameterCount; index += 1) {
    const value = valueOf(statement.parameterName(index), values)
    if (value === null) {
      statement.bindNull(index)
    } else if (Array.isArray(value)) {
      const type = itemType(value)
      const items = value.map((item) => asType(item, type))
      statement.bindList(index, listValue(items), LIST(type))
    } else {
      const type = typeOf([value])
      statement.bindValue(index, asType(value, type), type)
    }
  }
}

/** Throws `parameter_missing` for the first name without a value. */
export function requireValues(names: readonly string[], values: Values): void {
  for (const name of names) valueOf(name, values)
}
