import type { StepKind } from './recipe.ts'

type What = Readonly<{ column: string | null; count: number }>

const sentences: Readonly<Record<StepKind, (what: What) => string>> = {
  title_rows: ({ count }) => `跳过列名上面的标题 ${count} 行`,
  empty_rows: ({ count }) => `去掉空行 ${count} 行`,
  unit_rows: ({ count }) => `单位行 ${count} 行不当数据`,
  index_rows: ({ count }) => `给各列编号的行 ${count} 行不当数据`,
  total_rows: ({ count }) => `合计、小计 ${count} 行不当数据`,
  part_rows: ({ count }) => `“其中”行 ${count} 行不当数据`,
  section_rows: ({ count }) => `分组标题 ${count} 行不当数据`,
  repeat_rows: ({ count }) => `每页重复的标题、列名、页码 ${count} 行不当数据`,
  note_rows: ({ count }) => `表下说明 ${count} 行不当数据`,
  hidden_rows: ({ count }) => `文件里隐藏的 ${count} 行没有导入`,
  empty_columns: ({ count }) => `去掉空列 ${count} 列`,
  table_unit: ({ count }) => `按表头上写的单位，给 ${count} 列登记单位`,
  names: ({ count }) => `整理列名 ${count} 个（合并、补空、去重）`,
  short_rows: ({ count }) => `${count} 行格数不足，缺的按空值`,
  fill_down: ({ column, count }) => `“${column ?? ''}”合并的格向下填 ${count} 格`,
  ditto: ({ column, count }) => `“${column ?? ''}”里的“同上”换成上面的内容 ${count} 格`,
  ticks: ({ column, count }) => `“${column ?? ''}”里的“√”“×”改为“是”“否” ${count} 格`,
  number: ({ column, count }) => `“${column ?? ''}”转成数，改写 ${count} 格`,
  date: ({ column, count }) => `“${column ?? ''}”转成日期，改写 ${count} 格`,
  missing: ({ column, count }) => `“${column ?? ''}”里表示没有值的符号 ${count} 格，改为空值`,
  trim: ({ column, count }) => `“${column ?? ''}”去掉首尾空格 ${count} 格`,
  width: ({ column, count }) => `“${column ?? ''}”全角改半角 ${count} 格`,
}

/** What a step did, as a line of a dataset's lineage. */
export const explainStep = (kind: StepKind, what: What): string => sentences[kind](what)
