import { copyTo, draftTo, mergeTo, type Encoding } from './parquet.ts'
import type { Truths } from './truths.ts'

export interface GenerateOptions {
  /** A whole number; the same seed gives the same bytes. */
  readonly seed: number
  /** 1 makes the datasets as they ship; 0.1 a tenth of the rows. */
  readonly scale: number
  readonly truths: Truths
  /** The folder that holds `<dataset>/source/*.csv`. */
  readonly sourceDir: string
  /** Files are written to `<outDir>/<dataset>/data/`, which must be there. */
  readonly outDir: string
}

/**
 * The rows that are made at one time. A large city is made of many sheets of a size that fits into
 * memory, each from its own row numbers, so that no step ever holds more than one of them.
 */
export interface Sheet {
  /** 0 for the first. */
  readonly index: number
  /** How much of the city as it ships, at most 1. */
  readonly scale: number
}

/** `count` rows of this sheet, when there are `usual` at scale 1, as SQL of their numbers. */
export function rowsOf(sheet: Sheet, usual: number): { first: number; count: number } {
  return { first: sheet.index * usual, count: Math.max(Math.round(usual * sheet.scale), 1) }
}

/** A file of a dataset, by its path in the descriptor, and the query whose rows it holds in order. */
export interface Output {
  readonly path: string
  /** Ordered by a unique key: then the same data give the same bytes. */
  readonly query: string
  /** `plain` unless said. */
  readonly encoding?: Encoding
}

/** What one sheet of a dataset takes: temporary tables first, then the files' queries. */
export interface Work {
  readonly statements: readonly string[]
  readonly outputs: readonly Output[]
}

/** A statement of the host's own; `completes` names the file that is whole once it has run. */
export interface Step {
  readonly sql: string
  readonly completes?: string
}

/** How one dataset is made: its steps run in order on one connection of an empty database. */
export interface Making {
  readonly dataset: string
  /** The steps of each sheet, then those that put the sheets together. */
  readonly stages: readonly (readonly Step[])[]
  /** Files that are only needed while it is made. */
  readonly drafts: readonly string[]
}

function sheetsOf(scale: number): Sheet[] {
  const count = Math.max(1, Math.ceil(scale))
  return Array.from({ length: count }, (_, index) => ({ index, scale: Math.min(1, scale - index) }))
}

const step = (sql: string): Step => ({ sql })

/** Makes a dataset sheet by sheet. An output that only the first sheet has does not grow with scale. */
export function making(
  dataset: string,
  { scale, outDir }: GenerateOptions,
  work: (sheet: Sheet) => Work,
): Making {
  const file = (path: string) => `${outDir}/${dataset}/${path}`
  const sheets = sheetsOf(scale).map(work)
  const [only] = sheets
  if (only && sheets.length === 1) {
    const copies = only.outputs.map(({ path, query, encoding = 'plain' }) => ({
      sql: copyTo(query, file(path), encoding),
      completes: path,
    }))
    return { dataset, stages: [[...only.statements.map(step), ...copies]], drafts: [] }
  }
  const draft = (path: string, index: number) => file(path).replace('.parquet', `.${index}.parquet`)
  const drafts = new Map<string, string[]>()
  const encodings = new Map<string, Encoding>()
  const stages = sheets.map(({ statements, outputs }, index) => {
    const copies = outputs.map(({ path, query, encoding = 'plain' }) => {
      const to = draft(path, index)
      encodings.set(path, encoding)
      drafts.set(path, [...(drafts.get(path) ?? []), to])
      return step(draftTo(query, to))
    })
    return [...statements.map(step), ...copies]
  })
  const merges = [...drafts].map(([path, from]) => ({
    sql: mergeTo(from, file(path), encodings.get(path) ?? 'plain'),
    completes: path,
  }))
  return { dataset, stages: [...stages, merges], drafts: [...drafts.values()].flat() }
}
