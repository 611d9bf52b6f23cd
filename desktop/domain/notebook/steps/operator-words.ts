import type { Context } from './context.ts'
import { literalOf } from './literal.ts'
import { isObject, type JsonObject, listOf, textOf } from './tree.ts'
import { list, say, type Words } from './words.ts'

/** COALESCE, elements of lists and fields of structures, in words; `undefined` for other operators. */
export function operatorWords(node: JsonObject, context: Context): Words | undefined {
  const given = listOf(node, 'children')
  const [first, second, third] = given
  const words = () => given.map((item) => context.operand(item))
  switch (textOf(node, 'type')) {
    case 'OPERATOR_COALESCE': {
      const [x, ...others] = words()
      return x ? say`${x}（为空时用${list(others, '，再空用')}）` : undefined
    }
    case 'ARRAY_EXTRACT': {
      const literal = isObject(second) ? literalOf(second) : undefined
      const index = context.operand(second)
      if (literal?.kind === 'text') return say`${context.operand(first)}里的${index}`
      return say`${context.operand(first)}的第${index}项`
    }
    case 'ARRAY_SLICE':
      if (given.length !== 3 || !isObject(second) || !isObject(third)) return undefined
      return say`${context.operand(first)}的第${context.operand(second)}到${context.operand(third)}项`
    case 'GROUPING_FUNCTION':
      return say`${list(words())}是否被合计（合计为 1）`
    default:
      return undefined
  }
}
