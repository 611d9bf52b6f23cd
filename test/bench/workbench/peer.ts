import type { Question, Row } from './questions.ts'

/** Someone who is asked the same: a database with the table in it. */
export interface Peer {
  readonly name: string
  /** Milliseconds from the order to read the table until its first rows are to be seen. */
  load(): Promise<number>
  /** Milliseconds from the order to the answer; `run` differs each time. */
  ask(question: Question, run: string): Promise<number>
  /** The whole answer, or its first rows where no more is to be had; not timed. */
  answer(question: Question): Promise<readonly Row[]>
  close(): Promise<void>
}
