import { heldWords } from '../../domain/privacy/release/held-words.ts'
import type { Withheld } from '../disclosure/releases.ts'
import { markup, nothing, type Html } from './html.ts'

export interface CellWithheld {
  readonly cell: string
  readonly note: string
}

export function withheldOf(cells: ReadonlyMap<string, Withheld>): CellWithheld[] {
  return Array.from(cells, ([cell, withheld]) => ({ cell, note: heldWords(withheld).zh }))
}

/** What was held back, and why: the reader must know that an empty place is no zero. */
export function withheldView(cells: readonly CellWithheld[]): Html {
  if (cells.length === 0) return nothing
  return markup`<h2>没有带出的数</h2>
<p>这份报告用到受保护的人员数据。人数太少的格子没有写出，图和引用的数也由写出的数算来。</p>
<ul>
${cells.map(({ cell, note }) => markup`<li>${cell}：${note}</li>\n`)}</ul>`
}
