import { errorText } from '../../contract/error-text.ts'
import type { WireError } from '../../contract/errors.ts'
import { markup, type Html } from './html.ts'

export const cellView = (inside: Html): Html => markup`<section class="cell">${inside}</section>\n`

/** A cell without a table and without an error waits for one that failed. */
export function failure(name: string, error: WireError | null): Html {
  if (!error) return problem(`“${name}”没有运行：它要用的单元没有算出来。`)
  const { what, next } = errorText(error, 'zh')
  return problem(`“${name}”没有算出来。${what}${next}`)
}

export const problem = (sentence: string): Html => markup`<p class="problem">${sentence}</p>\n`
