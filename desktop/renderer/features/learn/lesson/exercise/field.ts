import type { Verdict } from '../../../../../contract/learn.ts'

export type Mark = Verdict['marks'][number]

/** What a kind's own field is given: it shows the answer and says when it changes. */
export interface FieldProps<View, Answer> {
  readonly block: View
  readonly answer: Answer
  /** What was said about single pieces, by their text or id; empty until the answer is checked. */
  readonly marks: ReadonlyMap<string, Mark>
  /** The id of the element that asks: it names the field. */
  readonly labelledby: string
  readonly onanswer: (answer: Answer) => void
  /** Says that the field showed the learner a part of the answer. */
  readonly onhelp: () => void
}

export const marksOf = (verdict: Verdict | undefined): ReadonlyMap<string, Mark> =>
  new Map(verdict?.marks.map((mark) => [mark.at, mark]))
