import type { Measure } from '../query/measure.ts'
import type { Doubts } from './build.ts'
import type { Piece } from './pieces.ts'

interface Rate {
  readonly measure: Measure
  /** The pieces that it is made of. */
  readonly used: readonly Piece[]
}

/**
 * `满意率`, `投诉率`, `电话占比`: what stands before “率” is the numerator. The denominator is never
 * guessed silently: of a yes or no it may be all rows or only those with an answer.
 */
export function rateOf(pieces: readonly Piece[], doubts: Doubts): Rate | undefined {
  const at = pieces.findIndex(({ meanings }) =>
    meanings.some((one) => one.kind === 'word' && one.word === 'rate'),
  )
  const before = pieces[at - 1]
  const rate = pieces[at]
  const [first] = before?.meanings ?? []
  if (at < 1 || !before || !rate || !first) return undefined
  const as = `${before.text}率`
  const used = [before, rate]
  if (first.kind === 'value') {
    const column = first.column.name
    const measure = doubts.choose<Measure>(
      'denominator',
      { zh: `“${as}”的分母`, en: `The denominator of “${as}”` },
      [
        [
          { zh: '全部的行', en: 'all rows' },
          { as, share: [{ column, is: first.value }] },
        ],
        [
          { zh: `${first.column.title}有值的行`, en: `rows with ${column}` },
          { as, share: [{ column, is: first.value }], of: [{ column, empty: false }] },
        ],
      ],
    )
    return measure && { measure, used }
  }
  if (first.kind !== 'column' || first.column.kind !== 'boolean') return undefined
  const column = first.column.name
  const measure = doubts.choose<Measure>(
    'denominator',
    { zh: `“${as}”的分母`, en: `The denominator of “${as}”` },
    [
      [
        { zh: `${first.column.title}有答案的行`, en: `rows with an answer` },
        { as, share: [{ column, is: true }], of: [{ column, empty: false }] },
      ],
      [
        { zh: '全部的行', en: 'all rows' },
        { as, share: [{ column, is: true }] },
      ],
    ],
  )
  return measure && { measure, used }
}
