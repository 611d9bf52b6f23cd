import { drawing, type Draw } from './draw.ts'
import type { GoldColumn, GoldSet, GoldText } from './gold.ts'
import { type Grammar, writeText } from './grammar.ts'

/** A sort of column: one of the titles, and one of the templates for each cell. */
export interface ColumnForm {
  readonly titles: readonly string[]
  readonly cells: readonly string[]
}

/** What a set is written from. Both grammars have the slots `document` and `clean`. */
export interface SetPlan {
  readonly seed: string
  readonly texts: number
  readonly tables: number
  /** The share of texts that carry nothing personal, of 1. */
  readonly clean: number
  readonly formal: Grammar
  readonly chatty: Grammar
  readonly chatter: (gold: GoldText, draw: Draw) => GoldText
  readonly columns: readonly ColumnForm[]
  /** The grammar of cells. */
  readonly cells: Grammar
}

const ROWS = 20

/** The set: the same texts in every run. */
export function buildSet(plan: SetPlan): GoldSet {
  const texts = (grammar: Grammar, name: string) =>
    Array.from({ length: plan.texts }, (_, at) => {
      const draw = drawing(`${plan.seed} ${name} ${at}`)
      const slot = draw.chance(plan.clean) ? '{clean}' : '{document}'
      return { gold: writeText(slot, grammar, draw), draw }
    })
  return {
    formal: texts(plan.formal, 'formal').map(({ gold }) => gold),
    chatty: texts(plan.chatty, 'chatty').map(({ gold, draw }) => plan.chatter(gold, draw)),
    tables: Array.from({ length: plan.tables }, (_, at) => tableOf(plan, at)),
  }
}

/** A table of five to nine columns; each sort of column comes round in turn. */
function tableOf(plan: SetPlan, at: number): GoldColumn[] {
  const draw = drawing(`${plan.seed} table ${at}`)
  const width = 5 + draw.below(5)
  return Array.from({ length: width }, (_, column) => {
    const form =
      plan.columns[(at * 5 + column * 7) % plan.columns.length] ?? draw.pick(plan.columns)
    const cells = Array.from({ length: ROWS }, () =>
      writeText(draw.pick(form.cells), plan.cells, draw),
    )
    return { title: draw.pick(form.titles), cells }
  })
}
