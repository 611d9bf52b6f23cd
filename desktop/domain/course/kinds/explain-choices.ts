import type { NamedSlip } from '../slip.ts'
import type { PointedExercise } from './pointed.ts'

/** What the rows of the form are called that a slip is about. */
interface FormWords {
  readonly where: string
  readonly group: string
  readonly measure: string
  readonly sort: string
}

const words: Readonly<Record<PointedExercise['kind'], FormWords>> = {
  query: { where: '筛选', group: '分组', measure: '计算', sort: '排序' },
  pivot: { where: '筛选', group: '行”和“列', measure: '数值', sort: '行的顺序' },
}

/** The likely slip and which choice to look at, for who points instead of writing SQL. */
export function explainChoice(
  kind: PointedExercise['kind'],
  { slip, about }: NamedSlip,
  label: (column: string) => string,
): string {
  const of = about === '' ? '这里' : label(about)
  const { where, group, measure, sort } = words[kind]
  switch (slip) {
    case 'missing-condition':
      return `看看“${where}”是不是少了一个条件${about === '' ? '' : `：题目对${of}有要求`}。`
    case 'extra-condition':
      return `看看“${where}”是不是多了一个条件：题目对${of}没有要求，去掉它再试。`
    case 'missing-branch':
      return `看看“${where}”里${of}的条件：题目要的不止一种，是不是漏选了其中一种？`
    case 'boundary':
      return `看看“${where}”里${of}的条件：正好等于界线的那些行，题目算不算在内？`
    case 'reversed':
      return `看看“${where}”里${of}的条件，是不是选反了？`
    case 'logic':
      return `看看“${where}”：几个条件要同时满足；“这个或那个都行”要放在同一个条件里，选几个值。`
    case 'grouping':
      return `看看“${group}”里放了什么：题目要的是每个什么？检查${of}。`
    case 'aggregate':
      return `看看“${measure}”用的算法：题目要的是行数、合计、平均，还是最大最小？`
    case 'distinct':
      return `看看“${measure}”：同一个东西出现几次，题目只算一次吗？只算一次的，用去重的个数。`
    case 'no-table':
    case 'missing-join':
      return kind === 'query'
        ? `看看“数据”和“联接”：题目要的内容有一部分在表 ${about} 里。`
        : `看看“数据表”：题目要的内容在表 ${about} 里。`
    case 'join':
      return '看看“联接”里“只留对得上的行”：没有对上的行，题目要不要留下？'
    case 'missing-sort':
      return `看看“${sort}”：题目说了按什么排，还没有选。`
    case 'sort-direction':
      return `看看“${sort}”：是不是选了别的列，或者从大到小、从小到大选反了？`
    case 'missing-limit':
      return kind === 'query'
        ? '题目只要前面几行：排好序以后，在“行数”里写要几行。'
        : '题目只要前面几个。'
  }
}

/** Right on the visible data, wrong on hidden data. */
export function explainChoiceVariant(kind: PointedExercise['kind'], name: string): string {
  const { where, measure } = words[kind]
  return `在眼前的数据上对了，换成${name}就不对。检查一下：有没有照着结果里的名字或数去“${where}”？“${measure}”碰到空值、重复和并列还对不对？`
}
