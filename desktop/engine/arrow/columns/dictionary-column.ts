import { batchType, Column, dictionary as dictionaryType, int32, utf8 } from '@uwdata/flechette'
import type { Dictionary } from '../dictionary.ts'
import { Validity } from '../validity.ts'
import { columnOf } from './column.ts'

interface DictionaryBatch {
  setDictionary(values: Column<unknown>): Column<unknown>['data'][number]
}

/** Codes over distinct texts; a null row's code is −1 and is written as 0. */
export function dictionaryColumn(
  dictionary: Dictionary,
  codes: Int32Array,
  validity: Validity,
): Column<unknown> {
  const all = new Validity()
  all.append(undefined, dictionary.size)
  const values = columnOf(utf8(), all, {
    values: dictionary.bytes.written,
    offsets: dictionary.offsets.written,
  })
  const type = dictionaryType(values.type, int32())
  const Batch = batchType(type) as new (options: object) => DictionaryBatch
  const batch = new Batch({
    type,
    length: validity.rows,
    nullCount: validity.nulls,
    validity: validity.bitmap,
    values: codes.map((code) => Math.max(0, code)),
  })
  return new Column([batch.setDictionary(values)], type)
}
