import type { Diagnosis } from './diagnose.ts'
import type { SortKey } from './kinds/sql.ts'
import type { Lean } from './pairing.ts'
import type { NamedSlip } from './slip.ts'

/** Sentences for learners: the result first, then what to do. */

export const sentences = {
  empty: '这里还没有查询。先写上 SELECT……再运行。',
  several:
    '一次只查一条：这里有好几条查询，不知道该判哪一条。留下回答题目的那一条，其余的删掉；分号只放在最后。',
  onlySelect: '练习里只查数，不改数据，也不读写文件：写一条以 SELECT 开头的查询。',
  noParameters: '练习里没有这样的参数：把要找的值直接写进查询，文字放在英文单引号里。',
  hardCoded:
    '数字对，但这个答案是写死的：查询没有从表里读数据。数据一更新它就错了，请让查询自己去数。',
  tooLong:
    '这条查询用的时间或内存太多，已经停下。检查一下：连接表时有没有写连接条件，递归有没有终点。',
}

/** Says a column as people know it, in quotation marks. */
type Label = (column: string) => string
const bare: Label = (column) => `“${column}”`

/** What is wrong with the result; without the likely reason. */
export function explainDifference(
  diagnosis: Exclude<Diagnosis, { code: 'ok' }>,
  wanted: readonly string[],
  order: readonly SortKey[],
  label: Label = bare,
): string {
  switch (diagnosis.code) {
    case 'columns':
      return explainColumns(diagnosis, wanted, label)
    case 'row_count': {
      const { given, wanted: rows, lean, cut } = diagnosis
      if (cut) return `行数不对：应有 ${rows} 行，你得到的超过 ${given} 行。`
      const gap = given > rows ? `多了 ${given - rows} 行` : `少了 ${rows - given} 行`
      const close = lean ? `，而且${leaning(lean, label)}` : ''
      return `行数不对：应有 ${rows} 行，你得到 ${given} 行，${gap}${close}。`
    }
    case 'rows': {
      const { missing, extra } = diagnosis.difference
      return `行数对了，内容不对：有 ${extra.length} 行不该出现，另有 ${missing.length} 行没有找到。`
    }
    case 'values': {
      const { wrong, lean, rows, difference } = diagnosis
      const [only] = wrong
      const state = lean && wrong.length === 1 ? leaning(lean, label) : `${names(wrong, label)}不对`
      const count = rows > 1 ? `共 ${rows} 行，${difference.extra.length} 行不同。` : ''
      return only === undefined ? count : `接近了：${state}。${count}`
    }
    case 'order':
      return `内容都对，只差顺序：要按${order.map((key) => sortWords(key, label)).join('，再按')}。`
  }
}

function explainColumns(
  { missing, extra, swapped }: Extract<Diagnosis, { code: 'columns' }>,
  wanted: readonly string[],
  label: Label,
): string {
  if (swapped) return `接近了：数都对，只是列名贴错了地方。要的列是${names(wanted, label)}。`
  const parts = [
    ...(missing.length > 0 ? [`没有找到${names(missing, label)}`] : []),
    ...(extra.length > 0 ? [`多了${names(extra, label)}`] : []),
  ]
  return `列不对：要的列是${names(wanted, label)}；${parts.join('，')}。`
}

const names = (columns: readonly string[], label: Label): string => columns.map(label).join('、')

function leaning({ column, way }: Lean, label: Label): string {
  if (way === 'mixed') return `${label(column)}有的偏多、有的偏少`
  return `${label(column)}${way === 'high' ? '偏多' : '偏少'}`
}

const sortWords = ({ column, descending }: SortKey, label: Label): string =>
  `${label(column)}从${descending ? '大到小' : '小到大'}`

/** The likely slip and what to do about it. `label` says a column as people know it. */
export function explainSlip({ slip, about }: NamedSlip, label: Label): string {
  const of = about === '' ? '这里' : label(about)
  switch (slip) {
    case 'missing-condition':
      if (about === '') return '看看是不是少了一个条件：分堆以后再筛的，写在 HAVING 里。'
      return `看看是不是少了一个条件：题目对${of}有要求，在 WHERE 里加上。`
    case 'extra-condition':
      return `看看是不是多了一个条件：题目对${of}没有要求，去掉它再试。`
    case 'missing-branch':
      return `看看${of}的条件：题目要的不止一种，是不是漏了其中一种？`
    case 'boundary':
      return `看看${of}的条件：正好等于界线的那些行，题目算不算在内？`
    case 'reversed':
      return `看看${of}的条件，是不是写反了？`
    case 'logic':
      return '看看条件之间用的是 AND 还是 OR：都要满足用 AND，满足一个就行用 OR。'
    case 'grouping':
      return `看看按什么分堆：题目要的是每个什么？检查 GROUP BY 里的${of}。`
    case 'aggregate':
      return `看看用的函数：题目要的是行数、合计、平均，还是最大最小？检查 ${about}。`
    case 'distinct':
      return '看看要不要去掉重复：同一个东西出现几次，题目只算一次吗？检查 DISTINCT。'
    case 'no-table':
      return `这条查询没有从表里读数据：写上 FROM ${about}，让它自己去数。`
    case 'missing-join':
      return `看看用到的表：题目要的内容有一部分在表 ${about} 里，要把它连接进来。`
    case 'join':
      return '看看连接的方式：没有配上对的行，题目要不要留下？JOIN 不留，LEFT JOIN 留。'
    case 'missing-sort':
      return '在最后写上 ORDER BY，说明按哪一列排。'
    case 'sort-direction':
      return '看看排序的列和方向：从大到小要写 DESC；不写就是从小到大。'
    case 'missing-limit':
      return '题目只要前面几行：排好序以后，在最后写 LIMIT 和行数。'
  }
}

/** Right on the visible data, wrong on hidden data. */
export function explainVariant(name: string): string {
  return `在眼前的数据上对了，换成${name}就不对。检查一下：有没有把结果里的数、名字或行数直接写进查询？空值、重复和并列有没有算对？`
}

export function praise(rows: number, variants: number): string {
  const all = rows > 1 ? `${rows} 行都对；` : ''
  return `对了。${all}换了 ${variants} 份没见过的数据再试，也都对。`
}

export function renamedNote(wanted: readonly string[], label: Label = bare): string {
  return `列名和题目说的不一样，不算错。题目里的叫法是${names(wanted, label)}。`
}
