import { ZhizhiError } from '../../contract/errors.ts'
import {
  writeKeyCheck,
  type KeyCounts,
  type KeyPair,
} from '../../domain/notebook/query/key-check.ts'
import { asCount, askRow, type AskedEngine, type Work } from '../measure/ask.ts'

/** What the keys of two tables have in common; `bad_request` where the columns are not in pairs. */
export async function countKeys(
  engine: AskedEngine,
  pair: KeyPair,
  work: Work,
): Promise<KeyCounts> {
  if (pair.leftColumns.length !== pair.rightColumns.length) throw new ZhizhiError('bad_request')
  const row = await askRow(engine, writeKeyCheck(pair), work)
  const length = (index: number) => (row[index] === null ? null : asCount(row[index]))
  return {
    leftKeys: asCount(row[0]),
    matched: asCount(row[1]),
    rightRows: asCount(row[2]),
    rightKeys: asCount(row[3]),
    leftLength: length(4),
    rightLength: length(5),
  }
}
