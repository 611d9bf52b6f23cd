import type { Block } from '../../../../contract/learn.ts'

export interface Headed {
  /** The question that the lesson's text opens with, as plain text; `undefined` where it has none. */
  readonly heading: string | undefined
  readonly blocks: readonly Block[]
}

/** Takes the first heading out of a lesson's text, since a page has one heading of first rank. */
export function takeHeading(blocks: readonly Block[]): Headed {
  const [first, ...rest] = blocks
  if (first?.kind !== 'prose') return { heading: undefined, blocks }
  const found = /^# +([^\n]*\S)[ \t]*(?:\n+|$)/.exec(first.text)
  if (!found) return { heading: undefined, blocks }
  const text = first.text.slice(found[0].length)
  return { heading: found[1], blocks: text === '' ? rest : [{ ...first, text }, ...rest] }
}
