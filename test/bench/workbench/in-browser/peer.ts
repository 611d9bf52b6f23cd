import type { Question, Row } from '../questions.ts'

/** A database of the browser that is measured against the app. */
export interface BrowserPeer {
  /** Reads the table from where the page came from, and returns its first rows. */
  load(): Promise<readonly Row[]>
  /** The whole answer, or as much of it as is looked at where `all` is not asked for. */
  ask(question: Question, run: string, all: boolean): Promise<readonly Row[]>
}

export interface Opening {
  readonly rows: number
  readonly arrowFiles: number
  /** For DuckDB-Wasm: the form that it loads, and how many threads it may use. */
  readonly form: 'csv' | 'arrow'
  readonly threads: number
}
