import { interceptName } from '../../../statistics/regression/design.ts'
import { effectName } from '../../../statistics/regression/did.ts'
import type { Fitted } from '../../../statistics/regression/fit-model.ts'
import type { Sentence } from '../../problem.ts'
import type { WordsOf } from '../column-words.ts'
import { columnsOfStat, type ModelStat } from '../stat.ts'

/** A model and what it came to, with titles where columns have them. */
export function titledModel(
  stat: ModelStat,
  fitted: Fitted,
  words: WordsOf,
): { readonly stat: ModelStat; readonly fitted: Fitted } {
  const columns = columnsOfStat(stat)
  const term = (text: string) => titledTerm(text, columns, words)
  const coefficients = fitted.coefficients.map((one) => ({ ...one, term: term(one.term) }))
  return {
    stat:
      stat.test === 'did'
        ? { ...stat, outcome: words(stat.outcome)?.title ?? stat.outcome }
        : { ...stat, formula: titledFormula(stat.formula, words) },
    fitted: { ...fitted, coefficients, collinear: fitted.collinear.map(term) },
  }
}

/** Why a model came to nothing, as it names columns in quotes. */
export function titledWhy(stat: ModelStat, why: Sentence, words: WordsOf): Sentence {
  const told = (text: string) =>
    columnsOfStat(stat).reduce(
      (so, column) => so.replaceAll(`“${column}”`, `“${words(column)?.title ?? column}”`),
      text,
    )
  return { zh: told(why.zh), en: told(why.en) }
}

/** A product of factors; a column of text has its category behind its name. */
function titledTerm(term: string, columns: readonly string[], words: WordsOf): string {
  if (term === interceptName || term === effectName) return term
  const longest = [...columns].sort((a, b) => b.length - a.length)
  const factor = (piece: string) => {
    const [, before = '', rest = piece] = /^(factor\(|log\(|I\(|)(.*)$/su.exec(piece) ?? []
    const column = longest.find((one) => rest.startsWith(one))
    const title = column === undefined ? undefined : words(column)?.title
    if (column === undefined || title === undefined) return piece
    const after = rest.slice(column.length)
    const category = before === '' && after !== '' ? `＝${after}` : after
    return `${before}${title}${category}`
  }
  return term.split(':').map(factor).join(':')
}

/** A formula to be read: words that are called with brackets are the language's own. */
function titledFormula(formula: string, words: WordsOf): string {
  return formula.replaceAll(
    /`([^`]+)`|"([^"]+)"|[\p{L}_.][\p{L}\p{M}\p{N}_.]*(?!\s*\(|[\p{L}\p{M}\p{N}_.])/gu,
    (whole: string, ticked?: string, quoted?: string) =>
      words(ticked ?? quoted ?? whole)?.title ?? whole,
  )
}
