import type { ItemVariety } from '../../services/assessment/check-bank.ts'

const heads = [
  '题库',
  '题目',
  '用途',
  '题型',
  '抽题',
  '不同的题',
  '不同的答案',
  '已证明',
  '',
] as const

const fewWords = { questions: '题少', answers: '答案少' } as const

/** The items of banks with how different their draws are, as lines of a table. */
export function varietyTable(items: readonly ItemVariety[]): string[] {
  if (items.length === 0) return []
  const rows = items.map((one) => [
    ...[one.course, one.item, one.use, one.kind, `${one.drawn}${one.all ? '（全部）' : ''}`],
    ...[one.questions, one.answers, one.proven].map(String),
    one.few.map((lack) => fewWords[lack]).join('、'),
  ])
  const all = [[...heads], ...rows]
  const widths = heads.map((_, at) => Math.max(...all.map((row) => widthOf(row[at] ?? ''))))
  return all.map((row) =>
    row
      .map((cell, at) => padded(cell, widths[at] ?? 0, at >= 4 && at < 8))
      .join('  ')
      .trimEnd(),
  )
}

const padded = (text: string, width: number, right: boolean): string => {
  const room = ' '.repeat(width - widthOf(text))
  return right ? room + text : text + room
}

/** Columns that a terminal takes for it: two for a sign of Chinese. */
const widthOf = (text: string): number => text.replaceAll(/[\u1100-\uFFEF]/gu, '--').length
