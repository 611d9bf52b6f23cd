import type { Sentence } from '../problem.ts'
import { firstOf, type ResultTable } from '../result-table.ts'
import { writeCell, writeValue } from '../value.ts'
import { columnLabel, type WordsOf } from './column-words.ts'
import { numbersTable, wordsTable, type Described } from './describe-tables.ts'
import { say, type Finished } from './finished.ts'
import { tooMany } from './group-rows.ts'
import type { StatOf } from './stat.ts'
import { numberIn, rowOf, valuesIn } from './statistics-row.ts'
import { topValues } from './write-describe.ts'
import { onlyRows, plainFinding } from './wording.ts'

const numeric = /^(?:U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|FLOAT|DOUBLE|DECIMAL.*)$/

/** Several columns at once, those of numbers and those of words each in a table. */
export function finishDescribe(
  { columns, group }: StatOf<'describe'>,
  table: ResultTable,
  words: WordsOf,
): Finished {
  const all = linesIn(table, words, group !== undefined)
  const groups = new Set(valuesIn(table, 'group_name')).size
  const many = tooMany(groups)
  if (many) return { ok: false, why: many, basis: undefined }
  const first = all.filter(({ column }) => column === all[0]?.column)
  const rows = first.reduce((sum, one) => sum + one.rows, 0)
  if (rows === 0) {
    return { ok: false, why: say('这张表没有一行。', 'The table has no row.'), basis: undefined }
  }
  const [numbers, texts] = [all.filter((one) => one.numeric), all.filter((one) => !one.numeric)]
  const by = group === undefined ? undefined : (words(group)?.title ?? group)
  return {
    ok: true,
    findings: [
      plainFinding('n', say('行数', 'rows'), rows, '.0'),
      plainFinding('columns', say('列数', 'columns'), columns.length, '.0'),
      ...(by === undefined ? [] : [plainFinding('groups', say('组数', 'groups'), groups, '.0')]),
    ],
    sentence: sentenceOf(columns.length, rows, by === undefined ? undefined : { by, groups }),
    says: missingSay(all),
    saysNot: onlyRows,
    table: numbers.length > 0 ? numbersTable(numbers, by) : wordsTable(texts, by),
    more: numbers.length > 0 && texts.length > 0 ? [wordsTable(texts, by)] : [],
    basis: say(`${writeValue(rows, '.0')} 行`, `${writeValue(rows, '.0')} rows`),
    cautions: [...skewCaution(numbers), ...wrongCaution(numbers)],
  }
}

function linesIn(table: ResultTable, words: WordsOf, grouped: boolean): Described[] {
  return Array.from({ length: table.rows }, (_, row): Described => {
    const line = rowOf(table, row)
    const number = (name: string) => numberIn(line, name)
    const text = (name: string) => writeCell(firstOf(line, name) ?? null)
    const group = firstOf(line, 'group_name') ?? null
    const name = text('column_name')
    const [mean, sd, median] = [number('mean'), number('sd'), number('median')]
    const [min, q1, q3, max] = [number('min'), number('q1'), number('q3'), number('max')]
    return {
      column: columnLabel(name, words(name)),
      group: grouped ? (group === null ? noGroup : sameIn(writeCell(group))) : undefined,
      numeric: numeric.test(text('kind')),
      rows: number('row_count'),
      empty: number('empty_count'),
      n: number('n'),
      ...{ mean, sd, min, q1, median, q3, max },
      kinds: number('kinds'),
      range: /^(?:DATE|TIME)/.test(text('kind'))
        ? [text('first_word'), text('last_word')]
        : undefined,
      top: topsIn(line),
    }
  })
}

function topsIn(line: ResultTable) {
  return Array.from({ length: topValues }, (_, at) => at + 1).flatMap((nth) => {
    const word = firstOf(line, `top_${nth}`) ?? null
    return word === null ? [] : [{ word: writeCell(word), times: numberIn(line, `times_${nth}`) }]
  })
}

const sameIn = (text: string): Sentence => say(text, text)
const noGroup = say('（没有组别）', '(no group)')

function sentenceOf(
  columns: number,
  rows: number,
  by: { readonly by: string; readonly groups: number } | undefined,
): Sentence {
  const many = writeValue(rows, '.0')
  return by
    ? say(
        `${columns} 列、${many} 行的概况，按${by.by}分成 ${by.groups} 组。`,
        `${columns} columns of ${many} rows, in ${by.groups} groups by ${by.by}.`,
      )
    : say(`${columns} 列、${many} 行的概况。`, `${columns} columns of ${many} rows.`)
}

/** Which column lacks most: what is reckoned from it is reckoned from fewer rows. */
function missingSay(all: readonly Described[]): Sentence {
  const names = [...new Set(all.map(({ column }) => column))]
  const shares = names.map((column) => {
    const own = all.filter((one) => one.column === column)
    const sum = (of: (one: Described) => number) => own.reduce((total, one) => total + of(one), 0)
    return { column, share: sum((one) => one.empty) / sum((one) => one.rows) }
  })
  const lacking = shares.filter(({ share }) => share > 0).sort((a, b) => b.share - a.share)
  const [most] = lacking
  if (!most) return say('各列都没有缺值。', 'No column lacks a value.')
  const share = writeValue(most.share, '%')
  return say(
    `${lacking.length} 列有缺值，缺得最多的是${most.column}（${share}）：用它算出的数只代表有值的那些行。`,
    `${lacking.length} columns lack values, most of all ${most.column} (${share}): what is reckoned from it tells of the rows that have one.`,
  )
}

/** Where mean and median lie further apart than a quarter of the middle half. */
function skewCaution(numbers: readonly Described[]): Sentence[] {
  const skewed = numbers.filter(
    ({ mean, median, q1, q3 }) => Math.abs(mean - median) > 0.25 * (q3 - q1),
  )
  const names = [...new Set(skewed.map(({ column }) => column))]
  if (names.length === 0) return []
  return [
    say(
      `${names.join('、')}的平均和中位数差得多，说“一般的情况”用中位数更稳妥。`,
      `Mean and median of ${names.join(', ')} lie far apart: the median tells the usual case better.`,
    ),
  ]
}

function wrongCaution(numbers: readonly Described[]): Sentence[] {
  const wrong = numbers.reduce((sum, one) => sum + one.rows - one.empty - one.n, 0)
  return wrong > 0
    ? [
        say(
          `有 ${writeValue(wrong, '.0')} 个值不是有限的数，没有算进来。`,
          `${writeValue(wrong, '.0')} values are no finite numbers and were left out.`,
        ),
      ]
    : []
}
