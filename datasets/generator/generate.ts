import { hotlineTickets } from './hotline/tickets.ts'
import { publicTables } from './public-tables.ts'

export interface GenerateOptions {
  /** A whole number; the same seed gives the same bytes. */
  readonly seed: number
  /** 1 makes the datasets as they ship; 0.1 a tenth of the rows. */
  readonly scale: number
  /** The folder that holds `<dataset>/source/*.csv`. */
  readonly sourceDir: string
  /** Files are written to `<outDir>/<dataset>/data/`, which must be there. */
  readonly outDir: string
}

export interface MadeFile {
  readonly dataset: string
  /** Relative to the dataset's folder, as its descriptor names it. */
  readonly path: string
  readonly file: string
  readonly rows: number
  /** To be run in this order on one connection of an empty database. */
  readonly statements: readonly string[]
}

/** What the shipped files were made with. */
export const shippedSeed = 20_250_101

/** Every file of every shipped dataset, and the DuckDB statements that write it. */
export function generate(options: GenerateOptions): MadeFile[] {
  return [...publicTables(options), hotlineTickets(options)]
}
