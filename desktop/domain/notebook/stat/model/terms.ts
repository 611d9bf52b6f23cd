import { interceptName } from '../../../statistics/regression/design.ts'
import { effectName } from '../../../statistics/regression/did.ts'
import type { Fitted } from '../../../statistics/regression/fit-model.ts'
import type { Sentence } from '../../problem.ts'
import { say } from '../finished.ts'
import type { SmallCell, SmallTable } from '../small-table.ts'
import { correctedFor, correctedHeads } from '../pair-table.ts'
import { pCell } from '../wording.ts'
import { sized } from './size.ts'

/** A term in words. */
export function termText(term: string): Sentence {
  if (term === interceptName) return say('常数项', 'constant')
  if (term === effectName) return say('实施的效果', 'effect of the treatment')
  const plain = term.replaceAll(/factor\(([^)]*)\)/g, '$1＝').replaceAll(':', ' × ')
  return say(plain, plain)
}

/** Coefficients with their intervals; of a logit and a Poisson regression what they multiply too. */
export function coefficientTable(fitted: Fitted): SmallTable {
  const ratio = ratioName(fitted)
  const row = ({ term, estimate, se, p, low, high }: Fitted['coefficients'][number]) => {
    const numbers = [estimate, se, low, high].map((value) => say(sized(value), sized(value)))
    const own: SmallCell[] = [termText(term), ...numbers, pCell(p), ...family(term)]
    return ratio ? [...own, Math.exp(estimate)] : own
  }
  const tested = fitted.coefficients.filter(({ term }) => term !== interceptName)
  const corrected = correctedFor(tested.map(({ p }) => p))
  /** Terms that are tested at once; nobody asks whether the constant is 0. */
  const family = (term: string): SmallCell[] => {
    if (tested.length < 2) return []
    const found = corrected[tested.findIndex((one) => one.term === term)]
    return found ? [pCell(found.holm), pCell(found.bh)] : [null, null]
  }
  return {
    title: say('各项系数', 'Coefficients'),
    columns: [
      { title: say('项', 'term') },
      { title: say('系数', 'coefficient') },
      { title: say('标准误', 'standard error') },
      { title: say('区间下限', 'lower end') },
      { title: say('区间上限', 'upper end') },
      { title: say('p 值', 'p'), format: '.3' as const },
      ...(tested.length < 2 ? [] : correctedHeads.slice(1)),
      ...(ratio ? [{ title: ratio, format: '.3' as const }] : []),
    ],
    rows: fitted.coefficients.map(row),
  }
}

/** What the exponential of a coefficient is called, where it has a meaning. */
export function ratioName({ test }: Pick<Fitted, 'test'>): Sentence | undefined {
  if (test === 'logit') return say('优势比', 'odds ratio')
  return test === 'poisson' ? say('率比', 'rate ratio') : undefined
}
