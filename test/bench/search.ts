import { performance } from 'node:perf_hooks'
import type { SearchDocument } from '../../desktop/domain/search/document.ts'
import { glossary } from '../../desktop/domain/search/glossary.ts'
import { buildIndex, loadIndex } from '../../desktop/domain/search/search-index.ts'

export interface SearchFigure {
  readonly name: string
  /** Median of one search. */
  readonly ours_ms: number
  /** Median of one scan of all texts for the query as a substring, which ranks nothing. */
  readonly peer_ms: number
  readonly ratio: number
}

const DOCUMENTS = 2000
const ROUNDS = 25

const queries = [
  '投诉',
  '投诉率',
  '结',
  '结案率 同比',
  '老龄化与数字鸿沟',
  'census',
  '社区 物业 满意度 回访',
]

const common =
  '天地人和山水日月春夏秋冬东南西北上下左右大小多少长短高低新老男女父母兄弟花草树木鸟虫鱼米茶盐衣食住行门窗桌椅书画琴棋'

/**
 * A document of 120 words, the same in every run: one in four of the glossary, so that each of its
 * words stands in about every thirteenth document, and the rest made of two common characters.
 */
function documentOf(at: number): SearchDocument {
  let state = at + 1
  const next = (below: number) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return (state >>> 8) % below
  }
  const character = () => common[next(common.length)] ?? ''
  const known = () => glossary[next(glossary.length)] ?? ''
  const word = () => (next(4) === 0 ? known() : character() + character())
  const words = (count: number) => Array.from({ length: count }, word).join('，')
  const id = `document-${at}`
  return { type: 'notebook', id, title: `${known()}与${known()}`, names: id, text: words(120) }
}

function median(run: () => unknown): number {
  for (let warm = 0; warm < 5; warm += 1) run()
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  })
  return times.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN
}

/** Searching 2,000 documents by word, against looking for the text in all of them. */
export function searchBench(): SearchFigure[] {
  const documents = Array.from({ length: DOCUMENTS }, (_, at) => documentOf(at))
  const index = loadIndex(buildIndex(documents))
  const texts = documents.map(({ title, names, text }) => `${title}\n${names}\n${text}`)
  return queries.map((query) => {
    const ours_ms = median(() => index.search(query))
    const peer_ms = median(() => texts.filter((text) => text.includes(query)))
    return { name: `search ${query}`, ours_ms, peer_ms, ratio: peer_ms / ours_ms }
  })
}
