import { contextOf, scanCell } from '../../desktop/domain/catalogue/importing/cell-scan.ts'
import { maskPersonal } from '../../desktop/domain/privacy/mask.ts'
import type { GoldSet, GoldText } from './privacy-corpus/gold.ts'
import { hardNegatives } from './privacy-corpus/hard-negatives.ts'
import { fourthSet } from './privacy-corpus/four/set.ts'
import { developmentSet } from './privacy-corpus/one/set.ts'
import {
  count,
  type Found,
  judge,
  rates,
  structuredKinds,
  type Tallies,
  type Tally,
  together,
} from './privacy-corpus/score.ts'
import { type Part, thirdSet } from './privacy-corpus/three/set.ts'
import { heldOutSet } from './privacy-corpus/two/set.ts'

export interface AccuracyFigure {
  readonly name: string
  readonly texts: number
  /** Passages that are to be found. */
  readonly gold?: number
  readonly missed?: number
  /** Passages that were found and are none. */
  readonly wrong: number
  /** In per cent, to the hundredth: 99.97 is not 100. */
  readonly precision?: string
  readonly recall?: string
  readonly f1?: string
}

const HARD_NEGATIVES = 10_000

/** What is masked in a narrative, and companies' codes, which are found and kept. */
export function findInText(text: string): Found[] {
  const personal: readonly Found[] = maskPersonal(text).findings
  const codes = scanCell(text, '').filter(({ kind }) => kind === 'credit_code')
  const more = codes.filter(({ start, end }) =>
    personal.every((one) => one.end <= start || one.start >= end),
  )
  return [...personal, ...more]
}

/** How right the finder is on texts that it was not written with, and on those that it was. */
export function benchPrivacyAccuracy(): AccuracyFigure[] {
  const negatives = hardNegatives(HARD_NEGATIVES)
  const hits = negatives.filter((text) => findInText(text).length > 0).length
  return [
    ...figuresOf(heldOutSet(), ''),
    { name: 'numbers that are none', texts: negatives.length, wrong: hits },
    ...figuresOf(developmentSet(), ' (dev)'),
    ...thirdFigures('seen', ' (third)'),
    ...thirdFigures('kept', ' (third, held back)'),
    ...figuresOfWords(fourthSet(), ' (fourth)'),
  ]
}

/** The third set is made for names and addresses; its numbers are those of the first. */
function thirdFigures(part: Part, mark: string): AccuracyFigure[] {
  return figuresOfWords({ ...thirdSet(part), tables: [] }, mark)
}

const figuresOfWords = (set: GoldSet, mark: string) =>
  figuresOf(set, mark).filter(({ name }) => /(?:name|address)$/.test(name))

function figuresOf(set: GoldSet, mark: string): AccuracyFigure[] {
  const inTexts = (texts: readonly GoldText[]): Tallies => {
    const tallies: Tallies = new Map()
    for (const gold of texts) count(tallies, judge(gold, findInText(gold.text)))
    return tallies
  }
  const columns = set.tables.flat()
  const inCells: Tallies = new Map()
  for (const { title, cells } of columns) {
    const context = contextOf(title)
    for (const gold of cells) count(inCells, judge(gold, scanCell(gold.text, context, title)))
  }
  const cells = columns.reduce((sum, column) => sum + column.cells.length, 0)
  return [
    ...rowsOf(`formal${mark}`, set.formal.length, inTexts(set.formal)),
    ...rowsOf(`chatty${mark}`, set.chatty.length, inTexts(set.chatty)),
    ...rowsOf(`tables${mark}`, cells, inCells),
  ]
}

function rowsOf(where: string, texts: number, tallies: Tallies): AccuracyFigure[] {
  const row = (kind: string, tally: Tally): AccuracyFigure => {
    const { precision, recall, f1 } = rates(tally)
    return {
      name: `${where} ${kind}`,
      texts,
      gold: tally.right + tally.missed,
      missed: tally.missed,
      wrong: tally.wrong,
      precision: precision.toFixed(2),
      recall: recall.toFixed(2),
      f1: f1.toFixed(2),
    }
  }
  const kinds = [...tallies].toSorted(([one], [other]) => one.localeCompare(other))
  return [
    ...kinds.map(([kind, tally]) => row(kind, tally)),
    row('structured', together(tallies, structuredKinds)),
  ]
}
