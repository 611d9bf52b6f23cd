import type { ColumnKind } from '../pivot/pieces.ts'

/** A column that a question may speak of. */
export interface KnownColumn {
  readonly name: string
  readonly title: string
  readonly kind: ColumnKind
  /** Its values where they are few. */
  readonly values: readonly string[]
  /** Its last day (`YYYY-MM-DD`), where it holds dates. */
  readonly last: string | undefined
}

/** A table that a question may be about. */
export interface KnownTable {
  /** As queries name it. */
  readonly name: string
  readonly title: string
  readonly columns: readonly KnownColumn[]
}

/** What a piece of a question means. */
export type Meaning =
  | { readonly kind: 'column'; readonly column: KnownColumn }
  | { readonly kind: 'value'; readonly column: KnownColumn; readonly value: string }
  | { readonly kind: 'word'; readonly word: Word }
  | { readonly kind: 'time'; readonly from: string; readonly to: string }
  | { readonly kind: 'compare'; readonly test: 'from' | 'to'; readonly number: number }
  | { readonly kind: 'first'; readonly count: number }
  | { readonly kind: 'filler' }

export const words = {
  each: ['各个', '各', '按照', '按', '每个', '每', '分别'],
  count: [
    '件数',
    '数量',
    '个数',
    '人数',
    '次数',
    '总数',
    '多少件',
    '多少人',
    '多少个',
    '多少',
    '几件',
    '几个',
    '数',
  ],
  average: ['平均', '均值'],
  sum: ['合计', '总和', '总计', '总共', '共'],
  median: ['中位数'],
  highest: ['最多', '最高', '最大', '最长', '从高到低', '从多到少'],
  lowest: ['最少', '最低', '最小', '最短', '从低到高', '从少到多'],
  rate: ['比率', '比例', '率'],
  share: ['占比'],
  year: ['同比'],
  period: ['环比'],
  rank: ['排名', '排行', '名次'],
  running: ['累计'],
  byYear: ['年度', '逐年', '年份', '历年'],
  byQuarter: ['季度'],
  byMonth: ['月份', '逐月', '月'],
  byWeek: ['周'],
  byDay: ['逐日', '日', '天'],
} as const
export type Word = keyof typeof words

const fillers =
  `的 了 是 有 和 与 在 里 中 为 给我 请问 请 帮我 统计 计算 看看 查询 查一下 一下 哪些 哪个 什么 怎么样 情况
  如何 呢 吗 ？ ? ， , 。 、 ！ 哪 前几 大概 目前 现在 我想知道 我想看 想看 显示 列出 对比 比较 趋势 变化 分布 分组 排序 之间 件 个 人`.split(
    /\s+/,
  )

/** A piece that can be met in a question. */
export interface Entry {
  readonly text: string
  readonly meaning: Meaning
}

/** All that a question about this table may say; longer pieces first. */
export function lexiconOf(table: KnownTable): Entry[] {
  const entries: Entry[] = fillers.map((text) => ({ text, meaning: { kind: 'filler' } }))
  for (const [word, texts] of Object.entries(words) as [Word, readonly string[]][]) {
    for (const text of texts) entries.push({ text, meaning: { kind: 'word', word } })
  }
  for (const column of table.columns) {
    for (const text of namesOf(column.title)) {
      entries.push({ text, meaning: { kind: 'column', column } })
    }
    for (const value of column.values) {
      if (value.length > 1) entries.push({ text: value, meaning: { kind: 'value', column, value } })
    }
  }
  return entries.toSorted((a, b) => b.text.length - a.text.length)
}

/** `街道（镇）` is also called `街道`; `是否满意` also `满意`; `办结用时/天` also `办结用时`. */
function namesOf(title: string): string[] {
  const plain = title
    .replaceAll(/[（(][^）)]*[）)]/g, '')
    .replace(/\/.*$/, '')
    .trim()
  const bare = plain.replace(/^(?:是否|有无)/, '')
  return [...new Set([title, plain, bare])].filter((name) => name !== '')
}
