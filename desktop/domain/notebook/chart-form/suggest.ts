import type { Kind } from '../chart-kinds/kinds.ts'
import type { Shape } from './choices.ts'
import type { ChartColumn } from './first-choices.ts'
import { firstDrawing } from './parts.ts'

/** What a chart may look like: layers of one mark, or a ready-made kind. */
export type Look = Shape | Kind

export interface Suggestion {
  readonly look: Look
  readonly why: Reason
}

/** Why a look suits the columns, for the form's words. */
export type Reason =
  'names' | 'parts' | 'months' | 'panels' | 'days' | 'spread' | 'pair' | 'scale' | 'sides' | 'two'

const scaleWords = /满意|同意|赞成|重要|清楚|经常|好评/
const sideWords = /性别|男女|^sex$|gender/i
const bandWords = /年龄|岁|^age|band/i

/** The looks that suit a table's columns, the best first, each with the reason. */
export function suggest(
  columns: readonly ChartColumn[],
  titled: (name: string) => string,
): Suggestion[] {
  const texts = columns.filter(
    ({ kind, distinct = 2 }) =>
      (kind === 'text' || kind === 'boolean') && distinct >= 2 && distinct <= 60,
  )
  const numbers = columns.filter(({ kind }) => kind === 'number')
  const date = columns.some(({ kind }) => kind === 'date')
  const isNamed = (words: RegExp) => (one: ChartColumn) => words.test(titled(one.name))
  const two = texts.length >= 2
  const found: (Suggestion | false)[] = [
    two && texts.some(isNamed(scaleWords)) && { look: 'likert', why: 'scale' },
    columns.some(isNamed(bandWords)) &&
      texts.some(isNamed(sideWords)) && { look: 'pyramid', why: 'sides' },
    texts.length > 0 && { look: 'ranked', why: 'names' },
    date && { look: 'lineY', why: 'months' },
    two && { look: 'share', why: 'parts' },
    date && texts.length > 0 && { look: 'panels', why: 'panels' },
    texts.length > 0 && numbers.length > 0 && { look: 'box', why: 'spread' },
    numbers.length >= 2 && { look: 'dot', why: 'pair' },
    date && { look: 'calendar', why: 'days' },
    two && { look: 'cell', why: 'two' },
  ]
  return found.filter((one): one is Suggestion => one !== false).slice(0, 4)
}

/** Whether the table has the columns that a look needs. */
export function canLook(look: Look, columns: readonly ChartColumn[]): boolean {
  const numbers = columns.filter(({ kind }) => kind === 'number').length
  switch (look) {
    case 'barX':
    case 'barY':
    case 'lineY':
    case 'areaY':
      return columns.length > 0
    case 'dot':
    case 'density':
      return numbers >= 2
    case 'rectY':
      return numbers >= 1
    case 'cell':
      return columns.length >= 2
    default:
      return firstDrawing(look, columns) !== undefined
  }
}
