import type { Sentence } from '../problem.ts'
import { identifier, tableName } from './identifier.ts'

/** Tables that are to stand side by side, and the columns that mean the same in both. */
export interface KeyPair {
  readonly left: string
  readonly leftColumns: readonly string[]
  readonly right: string
  readonly rightColumns: readonly string[]
}

/** What the keys of two tables have in common; every number counts what is not empty. */
export interface KeyCounts {
  /** Different keys of the first table, and how many of them the second has. */
  readonly leftKeys: number
  readonly matched: number
  /** Rows of the second table, and their different keys. */
  readonly rightRows: number
  readonly rightKeys: number
  /** The usual number of characters of a key; codes of two levels differ in it. */
  readonly leftLength: number | null
  readonly rightLength: number | null
}

/** Counts the keys of both tables: one row, its columns in the order of `KeyCounts`. */
export function writeKeyCheck({ left, leftColumns, right, rightColumns }: KeyPair): string {
  const keys = (columns: readonly string[]) =>
    columns.map((column, index) => `${identifier(column)} AS k${index}`).join(', ')
  const present = leftColumns.map((_, index) => `k${index} IS NOT NULL`).join(' AND ')
  const same = leftColumns.map((_, index) => `l.k${index} = r.k${index}`).join(' AND ')
  const length = (table: string) => `(SELECT mode(length(CAST(k0 AS VARCHAR))) FROM ${table})`
  return `WITH l AS (SELECT DISTINCT * FROM (SELECT ${keys(leftColumns)} FROM ${tableName(left)}) WHERE ${present}),
  rows_r AS (SELECT * FROM (SELECT ${keys(rightColumns)} FROM ${tableName(right)}) WHERE ${present}),
  r AS (SELECT DISTINCT * FROM rows_r)
SELECT
  (SELECT count(*) FROM l) AS left_keys,
  (SELECT count(*) FROM l SEMI JOIN r ON ${same}) AS matched,
  (SELECT count(*) FROM rows_r) AS right_rows,
  (SELECT count(*) FROM r) AS right_keys,
  ${length('l')} AS left_length,
  ${length('r')} AS right_length`
}

export interface KeyWarning {
  readonly kind: 'fan-out' | 'level' | 'unmatched' | 'nothing'
  readonly sentence: Sentence
}

/** What is to be feared of putting the tables side by side; nothing where all is well. */
export function keyWarnings(counts: KeyCounts, right: string): KeyWarning[] {
  const { leftKeys, matched, rightRows, rightKeys } = counts
  const warnings: KeyWarning[] = []
  if (leftKeys > 0 && matched === 0) warnings.push(nothingMatches(counts))
  else if (matched < leftKeys) {
    const gone = leftKeys - matched
    warnings.push({
      kind: 'unmatched',
      sentence: {
        zh: `${leftKeys} 个值里有 ${gone} 个在“${right}”里找不到，取来的列会是空的`,
        en: `${gone} of ${leftKeys} values are not in “${right}”; what is taken will be empty there`,
      },
    })
  }
  if (rightKeys > 0 && rightRows > rightKeys) {
    const each = rightRows / rightKeys
    const times = each.toFixed(each < 10 ? 1 : 0)
    warnings.push({
      kind: 'fan-out',
      sentence: {
        zh: `“${right}”里同一个值平均有 ${times} 行：一行会变成 ${times} 行，计数和合计会重复。请先把它按这一列汇总成一个单元，再联接`,
        en: `“${right}” has ${times} rows for each value: one row becomes ${times}, and counts and sums repeat. Group it by this column in a cell of its own first`,
      },
    })
  }
  return warnings
}

/** Codes of places grow with the level: 6 digits a district, 9 a street, 12 a community. */
function nothingMatches({ leftLength, rightLength }: KeyCounts): KeyWarning {
  if (leftLength !== null && rightLength !== null && leftLength !== rightLength) {
    return {
      kind: 'level',
      sentence: {
        zh: `两边的代码一长一短（${leftLength} 位和 ${rightLength} 位），多半不是同一级的区划，一个也对不上`,
        en: `The codes differ in length (${leftLength} and ${rightLength}): probably places of different levels, none matches`,
      },
    }
  }
  return {
    kind: 'nothing',
    sentence: {
      zh: '两边的值一个也对不上，请另选一对列',
      en: 'No value of one is in the other; choose another pair of columns',
    },
  }
}
