import type { Context } from './context.ts'
import { valueWords } from './expression.ts'
import { findTable, tableName } from './names.ts'
import { sqlText } from './sql-text.ts'
import { step, type Step } from './step.ts'
import { isObject, type Json, type JsonObject, listOf, textOf, textsOf } from './tree.ts'
import { code, list, name, say, type Words } from './words.ts'

/** A FROM as steps: where the rows come from, and what is joined to them. */
export function sourceSteps(from: Json | undefined, context: Context): Step[] {
  if (!isObject(from)) return []
  const type = textOf(from, 'type')
  if (type === 'EMPTY') return []
  if (type === 'JOIN') return joinSteps(from, context)
  return [...sourceStep(from, context), ...sampleStep(from)]
}

function sourceStep(from: JsonObject, context: Context): Step[] {
  switch (textOf(from, 'type')) {
    case 'SUBQUERY':
      return subqueryStep(from, context)
    case 'PIVOT':
      return [...sourceSteps(from['source'], context), pivotStep(from, context)]
    case 'SHOW_REF':
      return [showStep(from, context)]
    case 'EXPRESSION_LIST': {
      const rows = listOf(from, 'values').length
      return [step('source', say`直接写出 ${rows} 行数据`)]
    }
    default:
      return [step('source', say`从${sourceWords(from, context)}取数据`)]
  }
}

/** What rows are taken from, with the name that the query gives it. */
function sourceWords(from: JsonObject, context: Context): Words {
  const alias = textOf(from, 'alias')
  if (textOf(from, 'type') === 'TABLE_FUNCTION') return tableFunction(from, context)
  const written = tableName(from)
  const known = findTable(context.known, written)
  const own =
    known && known.title !== written
      ? say`${name(known.title, written)}（${written}）`
      : name(written)
  const called =
    alias !== '' && alias !== textOf(from, 'table_name') ? say`${own}（下称${name(alias)}）` : own
  const whole = say`${called}${columnAliases(from)}`
  return known?.cell === true ? say`单元${whole}` : whole
}

function columnAliases(from: JsonObject): Words {
  const columns = textsOf(from, 'column_name_alias').map((column) => name(column))
  return columns.length === 0 ? [] : say`（各列叫作${list(columns)}）`
}

function tableFunction(from: JsonObject, context: Context): Words {
  const call = isObject(from['function']) ? from['function'] : {}
  const [first, second, third] = listOf(call, 'children')
  const of = textOf(call, 'function_name')
  if (of === 'unnest') return say`${context.operand(first)}的各项`
  if (!['range', 'generate_series'].includes(of) || first === undefined) return code(sqlText(call))
  const start = second === undefined ? ['0'] : context.operand(first)
  const end = context.operand(second ?? first)
  const by = third === undefined ? [] : say`（每隔${context.operand(third)}）`
  return say`${start}到${end}（${of === 'range' ? '不含' : '含'}末尾）的数列${by}`
}

function subqueryStep(from: JsonObject, context: Context): Step[] {
  const holder = from['subquery']
  const query = isObject(holder) && isObject(holder['node']) ? holder['node'] : undefined
  if (!query) return [step('source', say`从${code('(SELECT …)')}取数据`)]
  const alias = textOf(from, 'alias')
  const title = alias === '' ? ['里层查询'] : say`里层查询${name(alias)}`
  return [
    step('source', say`从${title}${columnAliases(from)}取数据`, {
      within: [{ title, steps: context.steps(query) }],
    }),
  ]
}

export function sampleStep(from: JsonObject): Step[] {
  const sample = from['sample']
  if (!isObject(sample)) return []
  const size = valueWords(sample['sample_size'])
  const unit = sample['is_percentage'] === true ? '%' : ' 行'
  return [step('limit', [`随机抽取 `, ...size, unit])]
}

const kinds: Readonly<Record<string, string>> = {
  INNER: '配不上的行去掉',
  LEFT: '左边配不上的行也留着，右边的列为空',
  RIGHT: '右边配不上的行也留着，左边的列为空',
  OUTER: '两边配不上的行都留着，缺的列为空',
  FULL: '两边配不上的行都留着，缺的列为空',
  SEMI: '只留左边配得上的行，不取右边的列',
  ANTI: '只留左边配不上的行',
}

function joinSteps(from: JsonObject, context: Context): Step[] {
  const left = sourceSteps(from['left'], context)
  const { words: right, within } = rightSide(from['right'], context)
  const kind = textOf(from, 'ref_type')
  if (kind === 'CROSS') return [...left, step('join', say`与${right}的每一行两两相配`, { within })]
  if (kind === 'POSITIONAL')
    return [...left, step('join', say`与${right}按行的先后并排`, { within })]
  const on = matching(from, context)
  const groups = [...within, ...context.takeGroups()]
  const ending = kinds[textOf(from, 'join_type')] ?? ''
  const nearest = kind === 'ASOF' ? '，取其中最接近的一行' : ''
  return [
    ...left,
    step('join', say`连上${right}：${on}的配成一行${nearest}；${ending}`, { within: groups }),
  ]
}

function rightSide(from: Json | undefined, context: Context) {
  if (!isObject(from)) return { words: code('…'), within: [] }
  const type = textOf(from, 'type')
  if (type === 'BASE_TABLE' || type === 'TABLE_FUNCTION') {
    return { words: sourceWords(from, context), within: [] }
  }
  const alias = textOf(from, 'alias')
  const words = alias === '' ? ['里层查询'] : say`里层查询${name(alias)}`
  if (type === 'SUBQUERY') {
    return { words, within: subqueryStep(from, context).flatMap(({ within }) => within) }
  }
  return { words, within: [{ title: words, steps: sourceSteps(from, context) }] }
}

function matching(from: JsonObject, context: Context): Words {
  const using = textsOf(from, 'using_columns').map((column) => context.columnNamed(column))
  if (using.length > 0) return say`${list(using)}相同`
  if (textOf(from, 'ref_type') === 'NATURAL') return ['同名的列都相同']
  return context.words(from['condition'])
}

function pivotStep(from: JsonObject, context: Context): Step {
  const pivots = listOf(from, 'pivots').filter(isObject)
  const into = textsOf(from, 'unpivot_names').map((item) => name(item))
  if (into.length > 0) {
    const [pivot = {}] = pivots
    const nulls = from['include_nulls'] === true ? '（空值也留着）' : ''
    const columns = listOf(pivot, 'entries').flatMap((entry) =>
      isObject(entry) ? listOf(entry, 'values').map(columnOf(context)) : [],
    )
    const names = textsOf(pivot, 'unpivot_names').map((item) => name(item))
    return step(
      'reshape',
      say`把${list(columns)}这些列竖起来：列名放进${list(names)}，值放进${list(into)}${nulls}`,
    )
  }
  const across = pivots.map((pivot) => {
    const of = listOf(pivot, 'pivot_expressions').map((item) => context.operand(item))
    const values = listOf(pivot, 'entries').map((entry) =>
      isObject(entry) ? list(listOf(entry, 'values').map(valueWords), '与') : [],
    )
    return say`${list(of)}的每个值（${list(values)}）`
  })
  const filled = listOf(from, 'aggregates').map((item) => context.operand(item))
  const groups = textsOf(from, 'groups').map((item) => context.columnNamed(item))
  const rows = groups.length === 0 ? ['其余各列相同的合成一行'] : say`${list(groups)}相同的合成一行`
  return step('reshape', say`把${list(across, '和')}各变成一列，填入${list(filled)}；${rows}`, {
    within: context.takeGroups(),
  })
}

const columnOf =
  (context: Context) =>
  (value: Json): Words => {
    const words = isObject(value) && typeof value['value'] === 'string' ? value['value'] : ''
    return words === '' ? valueWords(value) : context.columnNamed(words)
  }

function showStep(from: JsonObject, context: Context): Step {
  const query = isObject(from['query']) ? from['query'] : {}
  const title = ['里层查询']
  const steps = context.steps(query)
  const summary = textOf(from, 'show_type') === 'SUMMARY'
  const words = summary
    ? '给里层查询结果的每一列做概括：最小值、最大值、不同值的个数、平均值、空值的比例'
    : '列出里层查询结果的列名和类型'
  return step('describe', [words], { within: [{ title, steps }] })
}
