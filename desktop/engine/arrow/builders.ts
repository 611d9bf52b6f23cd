import { DuckDBDecimalType, DuckDBEnumType, type DuckDBType, DuckDBTypeId } from '@duckdb/node-api'
import {
  dateDay,
  decimal128,
  decimal32,
  decimal64,
  float32,
  float64,
  int16,
  int32,
  int64,
  int8,
  timeMicrosecond,
  timeNanosecond,
  timestamp,
  TimeUnit,
  uint16,
  uint32,
  uint64,
  uint8,
} from '@uwdata/flechette'
import { BooleanColumn } from './columns/boolean.ts'
import type { ColumnBuilder } from './columns/column.ts'
import { EmptyColumn } from './columns/empty.ts'
import { EnumColumn } from './columns/enum.ts'
import { DoubleSafeColumn, FixedColumn } from './columns/fixed.ts'
import { SmallDecimalColumn } from './columns/small-decimal.ts'
import { SpokenColumn } from './columns/spoken.ts'
import { TextColumn } from './columns/text.ts'

const moment = (unit: number, zone: string | null = null) =>
  new FixedColumn(timestamp(unit as 0, zone), 8, BigInt64Array)

/** Types with the same bytes on both sides, and those with a column class of their own. */
const makers: Partial<Record<DuckDBTypeId, () => ColumnBuilder>> = {
  [DuckDBTypeId.BOOLEAN]: () => new BooleanColumn(),
  [DuckDBTypeId.TINYINT]: () => new FixedColumn(int8(), 1, Int8Array),
  [DuckDBTypeId.SMALLINT]: () => new FixedColumn(int16(), 2, Int16Array),
  [DuckDBTypeId.INTEGER]: () => new FixedColumn(int32(), 4, Int32Array),
  [DuckDBTypeId.BIGINT]: () => new FixedColumn(int64(), 8, BigInt64Array),
  [DuckDBTypeId.UTINYINT]: () => new FixedColumn(uint8(), 1, Uint8Array),
  [DuckDBTypeId.USMALLINT]: () => new FixedColumn(uint16(), 2, Uint16Array),
  [DuckDBTypeId.UINTEGER]: () => new FixedColumn(uint32(), 4, Uint32Array),
  [DuckDBTypeId.UBIGINT]: () => new FixedColumn(uint64(), 8, BigUint64Array),
  [DuckDBTypeId.HUGEINT]: () => new FixedColumn(decimal128(38, 0), 16, BigUint64Array),
  [DuckDBTypeId.FLOAT]: () => new FixedColumn(float32(), 4, Float32Array),
  [DuckDBTypeId.DOUBLE]: () => new FixedColumn(float64(), 8, Float64Array),
  [DuckDBTypeId.DATE]: () => new FixedColumn(dateDay(), 4, Int32Array),
  [DuckDBTypeId.TIME]: () => new FixedColumn(timeMicrosecond(), 8, BigInt64Array),
  [DuckDBTypeId.TIME_NS]: () => new FixedColumn(timeNanosecond(), 8, BigInt64Array),
  [DuckDBTypeId.TIMESTAMP_S]: () => moment(TimeUnit.SECOND),
  [DuckDBTypeId.TIMESTAMP_MS]: () => moment(TimeUnit.MILLISECOND),
  [DuckDBTypeId.TIMESTAMP]: () => moment(TimeUnit.MICROSECOND),
  [DuckDBTypeId.TIMESTAMP_NS]: () => moment(TimeUnit.NANOSECOND),
  [DuckDBTypeId.TIMESTAMP_TZ]: () => moment(TimeUnit.MICROSECOND, 'UTC'),
  [DuckDBTypeId.VARCHAR]: () => new TextColumn('text'),
  [DuckDBTypeId.BLOB]: () => new TextColumn('blob'),
  [DuckDBTypeId.SQLNULL]: () => new EmptyColumn(),
}

/** For readers that know only doubles. */
const doubleMakers: Partial<Record<DuckDBTypeId, () => ColumnBuilder>> = {
  [DuckDBTypeId.BIGINT]: () => new DoubleSafeColumn(int64(), 8, BigInt64Array),
  [DuckDBTypeId.UBIGINT]: () => new DoubleSafeColumn(uint64(), 8, BigUint64Array),
}

function decimalBuilder({ width, scale }: DuckDBDecimalType): ColumnBuilder {
  if (width <= 4) return new SmallDecimalColumn(width, scale)
  if (width <= 9) return new FixedColumn(decimal32(width, scale), 4, Int32Array)
  if (width <= 18) return new FixedColumn(decimal64(width, scale), 8, BigUint64Array)
  return new FixedColumn(decimal128(width, scale), 16, BigUint64Array)
}

/** `exact`: every integer as it is. `double`: a 64-bit column beyond 2^53 becomes doubles. */
export type Numbers = 'exact' | 'double'

/**
 * How a DuckDB type travels: numbers, dates and times as they lie in memory, HUGEINT as
 * decimal(38, 0), ENUM as a dictionary, text as itself or a dictionary, all the rest (lists,
 * structs, maps, intervals, UUIDs, bits, UHUGEINT, BIGNUM, TIME WITH TIME ZONE) as text.
 */
export function builderFor(type: DuckDBType, numbers: Numbers): ColumnBuilder {
  if (type instanceof DuckDBDecimalType) return decimalBuilder(type)
  if (type instanceof DuckDBEnumType) return new EnumColumn(type.values)
  const make = (numbers === 'double' ? doubleMakers[type.typeId] : undefined) ?? makers[type.typeId]
  return make ? make() : new SpokenColumn()
}
