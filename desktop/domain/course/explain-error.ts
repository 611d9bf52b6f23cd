import { fullWidthEdits } from '../notebook/sql-errors/full-width.ts'

/** DuckDB's commonest complaints, said to somebody who is learning. */

interface Known {
  readonly pattern: RegExp
  readonly say: (found: readonly string[], message: string) => string
}

const known: readonly Known[] = [
  {
    // what is to be filled in in a half-worked query
    pattern: /["'][^"'\n]*_{4,}[^"'\n]*["']/,
    say: () => '还有没填的空：把 ____ 换成要写的内容，再检查。空前空后的字不用动。',
  },
  {
    pattern: /Referenced column "(.+?)" not found/,
    say: ([name = ''], message) =>
      isAscii(name)
        ? `表里没有叫“${name}”的列。${candidates(message)}`
        : `表里没有叫“${name}”的列。如果它是要找的文字，请放在英文单引号里：'${name}'。`,
  },
  {
    pattern: /Referenced column "(.+?)" was not found because the FROM clause is missing/,
    say: ([name = '']) => `“${name}”从哪张表来？还少一段 FROM，后面写表名。`,
  },
  {
    pattern: /column "(.+?)" must appear in the GROUP BY clause/i,
    say: ([name = '']) =>
      `“${name}”既没有分堆，也没有汇总：把它写进 GROUP BY，或者从 SELECT 里去掉。`,
  },
  {
    pattern: /Table with name (\S+) does not exist/,
    say: ([name = '']) => `没有叫“${name}”的表，核对一下表名。`,
  },
  {
    pattern: /WHERE clause cannot contain aggregates/i,
    say: () => 'WHERE 是分堆之前用的，里面不能数数。分堆以后再筛，要写在 HAVING 里。',
  },
  {
    pattern: /GROUP BY clause cannot contain aggregates/i,
    say: () => 'GROUP BY 后面只写按什么分堆，count、sum 这些写在 SELECT 里。',
  },
  {
    pattern: /syntax error at end of input/i,
    say: () => '查询没写完：看看是不是少了右括号、引号，或者最后一段只写了一半。',
  },
  {
    pattern: /syntax error at or near "(.+?)"/i,
    say: ([near = '']) =>
      `读到“${near}”这里读不下去了：看看它前面是不是少了逗号、引号，或者词的次序不对。`,
  },
  {
    pattern: /Ambiguous reference to column name "(.+?)"/i,
    say: ([name = '']) => `不止一张表有“${name}”这一列：在前面写明是哪张表的，例如 表名.${name}。`,
  },
  {
    pattern: /Could not convert string '(.*?)' to (\S+)/i,
    say: ([text = '']) => `“${text}”不能当作数字或日期来比，核对一下写法和列的类型。`,
  },
]

const isAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text)

function candidates(message: string): string {
  const list = /Candidate bindings: (.+)/.exec(message)?.[1] ?? ''
  const names = [...list.matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? '')
  return names.length > 0 ? `相近的有 ${names.slice(0, 3).join('、')}。` : '核对一下列名。'
}

/** Why a query did not run; `undefined` where DuckDB's own words have to do. */
export function explainError(message: string): string | undefined {
  for (const { pattern, say } of known) {
    const match = pattern.exec(message)
    if (match) return say(match.slice(1), message)
  }
  return undefined
}

/**
 * The first full-width sign outside quotes and comments, which SQL does not understand: where it
 * stands, in UTF-16 units, and why it has to go.
 */
export function fullWidthSign(
  sql: string,
): { readonly at: number; readonly to: number; readonly message: string } | undefined {
  const [first, ...others] = fullWidthEdits(sql)
  if (first === undefined) return undefined
  const { from, to, insert } = first
  const written = sql.slice(from, to)
  const half = insert === ' ' ? '空格' : insert
  const message =
    to - from > 1
      ? `${written} 用的是中文引号，数据库只认英文的：文字前后用英文单引号，写成 ${insert}。`
      : `这里有一个全角的“${written}”，是中文输入法打出来的；数据库只认英文的半角标点，请换成半角的“${half}”。`
  const more = others.length > 0 ? `后面还有 ${others.length} 处也要换。` : ''
  return { at: from, to, message: message + more }
}
