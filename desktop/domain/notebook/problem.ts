import type { TextSpan } from './notebook.ts'

/** What a reader is told, in both languages. */
export type Sentence = Readonly<Record<'zh' | 'en', string>>

/** Everything that can be wrong with a notebook's text. */
export type Fault =
  | { readonly kind: 'head-missing' }
  | { readonly kind: 'head-open' }
  | { readonly kind: 'head-wrong'; readonly detail: Sentence }
  | { readonly kind: 'fence-open'; readonly cell: string }
  | { readonly kind: 'name-missing'; readonly cell: string }
  | { readonly kind: 'name-wrong'; readonly name: string }
  | { readonly kind: 'name-taken'; readonly name: string }
  | { readonly kind: 'attribute-wrong'; readonly attribute: string }
  | { readonly kind: 'cell-empty'; readonly name: string }
  | { readonly kind: 'input-wrong'; readonly name: string; readonly detail: Sentence }
  | { readonly kind: 'query-wrong'; readonly name: string; readonly detail: Sentence }
  | { readonly kind: 'pivot-wrong'; readonly name: string; readonly detail: Sentence }
  | {
      readonly kind: 'value-wrong' | 'stat-wrong' | 'check-wrong'
      readonly name: string
      readonly detail: Sentence
    }
  | { readonly kind: 'chart-wrong' | 'map-wrong'; readonly name: string; readonly detail: Sentence }
  | { readonly kind: 'quote-wrong'; readonly quote: string }
  | { readonly kind: 'quote-unknown'; readonly quote: string }
  | { readonly kind: 'source-unknown'; readonly name: string; readonly source: string }
  | { readonly kind: 'selection-unknown'; readonly name: string; readonly selection: string }

export type Problem = Fault & {
  /** From 1. */
  readonly line: number
  readonly at: TextSpan
  /** The cell that is unusable because of it. */
  readonly broken?: string
}

/** What is wrong and what to do, without the line number. */
export function explain(fault: Fault): Sentence {
  switch (fault.kind) {
    case 'head-missing':
      return say(
        '文件开头缺少说明。请以 --- 开始，写上 title 和 question，再以 --- 结束',
        'The file does not start with its front matter. Begin with ---, give title and question, end with ---',
      )
    case 'head-open':
      return say(
        '开头的说明没有结束，请补上一行 ---',
        'The front matter never ends; add a line ---',
      )
    case 'head-wrong':
      return say(
        `开头的说明有误：${fault.detail.zh}`,
        `The front matter is wrong: ${fault.detail.en}`,
      )
    case 'fence-open':
      return say(
        `${fault.cell} 单元没有结束，请补上一行 \`\`\``,
        `The ${fault.cell} cell never ends; add a line \`\`\``,
      )
    case 'name-missing':
      return say(
        `${fault.cell} 单元还没有名字，请写成 \`\`\`${fault.cell} name=名字`,
        `The ${fault.cell} cell has no name; write \`\`\`${fault.cell} name=…`,
      )
    case 'name-wrong':
      return say(
        `名字“${fault.name}”不能用：请以字母、汉字或下划线开头，只含字母、汉字、数字和下划线，不超过 63 个字符`,
        `“${fault.name}” cannot be a name: start with a letter or underscore, use only letters, digits and underscores, at most 63`,
      )
    case 'name-taken':
      return say(
        `名字“${fault.name}”已经用过（不分大小写），请换一个`,
        `The name “${fault.name}” is already taken (case does not count); choose another`,
      )
    default:
      return explainInside(fault)
  }
}

const measureNames = {
  'value-wrong': { zh: '数字卡', en: 'value' },
  'stat-wrong': { zh: '统计', en: 'statistic' },
  'check-wrong': { zh: '质量断言', en: 'check' },
} as const

type InsideFault = Exclude<Fault, { kind: 'fence-open' | `head-${string}` | `name-${string}` }>

function explainInside(fault: InsideFault): Sentence {
  switch (fault.kind) {
    case 'attribute-wrong':
      return say(
        `看不懂“${fault.attribute}”，属性请写成 名=值`,
        `Cannot read “${fault.attribute}”; write attributes as key=value`,
      )
    case 'cell-empty':
      return say(`单元“${fault.name}”是空的`, `The cell “${fault.name}” is empty`)
    case 'input-wrong':
      return say(
        `输入“${fault.name}”有误：${fault.detail.zh}`,
        `The input “${fault.name}” is wrong: ${fault.detail.en}`,
      )
    case 'query-wrong':
      return say(
        `点选查询“${fault.name}”有误：${fault.detail.zh}`,
        `The query “${fault.name}” is wrong: ${fault.detail.en}`,
      )
    case 'pivot-wrong':
      return say(
        `透视表“${fault.name}”有误：${fault.detail.zh}`,
        `The pivot “${fault.name}” is wrong: ${fault.detail.en}`,
      )
    case 'value-wrong':
    case 'stat-wrong':
    case 'check-wrong': {
      const { zh, en } = measureNames[fault.kind]
      return say(
        `${zh}“${fault.name}”有误：${fault.detail.zh}`,
        `The ${en} “${fault.name}” is wrong: ${fault.detail.en}`,
      )
    }
    case 'chart-wrong':
      return say(
        `图“${fault.name}”有误：${fault.detail.zh}`,
        `The chart “${fault.name}” is wrong: ${fault.detail.en}`,
      )
    case 'map-wrong':
      return say(
        `地图“${fault.name}”有误：${fault.detail.zh}`,
        `The map “${fault.name}” is wrong: ${fault.detail.en}`,
      )
    case 'quote-wrong':
      return say(
        `看不懂引用 ${fault.quote}，请写成 {{单元.列 | 格式}}`,
        `Cannot read the quote ${fault.quote}; write {{cell.column | format}}`,
      )
    case 'quote-unknown':
      return say(
        `引用 ${fault.quote} 找不到对应的单元或参数`,
        `The quote ${fault.quote} names no cell and no parameter`,
      )
    case 'source-unknown':
      return say(
        `图“${fault.name}”的数据来源“${fault.source}”既不是本笔记的单元，也不是所附的数据集`,
        `The chart “${fault.name}” reads “${fault.source}”, which is neither a cell nor an attached dataset`,
      )
    case 'selection-unknown':
      return say(
        `图“${fault.name}”按“${fault.selection}”筛选，但没有图定义这个选区`,
        `The chart “${fault.name}” is filtered by “${fault.selection}”, which no chart defines`,
      )
  }
}

const say = (zh: string, en: string): Sentence => ({ zh, en })
