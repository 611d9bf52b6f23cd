import { performance } from 'node:perf_hooks'
import type { DatasetSummary } from '../../desktop/contract/catalogue.ts'
import {
  answer,
  eachFacet,
  nothingChosen,
  type Question,
  type Shelf,
  shelve,
} from '../../desktop/domain/catalogue/facets.ts'
import { summaryOf } from '../../desktop/services/catalogue-handlers.ts'
import { manyDatasets } from './many-datasets.ts'

interface CatalogueFigure {
  readonly name: string
  /** Median of one question: search, facets with their counts, order. */
  readonly ours_ms: number
  /** Median of going through the list for each value of each facet as well. */
  readonly peer_ms?: number
  readonly ratio?: number
  readonly kb?: number
}

const DATASETS = 500
const ROUNDS = 25

function median(run: () => unknown): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  })
  return times.toSorted((a, b) => a - b)[ROUNDS >> 1] ?? NaN
}

const ask = (text: string, choices: Partial<Question['choices']> = {}): Question => ({
  text,
  choices: { ...nothingChosen, ...choices },
  sort: 'title',
})

const questions: Readonly<Record<string, Question>> = {
  everything: ask(''),
  'one character': ask('养'),
  'two words': ask('热线 满意'),
  'words run together': ask('澜西区网格事件'),
  'three facets': ask('', { class: ['residents', 'events'], level: ['general'], origin: ['real'] }),
}

/** What a question to a catalogue of 500 costs; `kb` is the list's way to the window, in kilobytes. */
export async function benchCatalogue(): Promise<CatalogueFigure[]> {
  const datasets = await manyDatasets(DATASETS)
  const list = datasets.map((dataset) =>
    summaryOf({ id: dataset.name, package: dataset, problem: null }),
  )
  const shelf = shelve(list)
  const name = (what: string) => `catalogue of ${DATASETS}: ${what}`
  const kb = Buffer.byteLength(JSON.stringify(list)) / 1000
  const asked = Object.entries(questions).map(([what, question]) => {
    const ours_ms = median(() => answer(shelf, question))
    const peer_ms = median(() => oneByOne(shelf, question))
    return { name: name(what), ours_ms, peer_ms, ratio: peer_ms / ours_ms }
  })
  return [{ name: name('made ready, once'), ours_ms: median(() => shelve(list)), kb }, ...asked]
}

/** The plain way: the list is gone through again for every value of every facet. */
function oneByOne(shelf: Shelf<DatasetSummary>, question: Question): unknown {
  const { found, facets } = answer(shelf, question)
  const left = (asked: Question) => answer(shelf, asked).found.length
  const counts = eachFacet((facet) =>
    facets[facet].map(({ value }) =>
      left({ ...question, choices: { ...question.choices, [facet]: [value] } }),
    ),
  )
  return { found, counts }
}
