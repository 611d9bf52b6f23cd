import { markup, Html, nothing } from './html.ts'

interface Entry {
  readonly id: string
  readonly level: number
  readonly text: string
}

/** With fewer headings a reader finds his way alone. */
const fewest = 3
const deepest = 3

/** The headings of a report in their order, and the list of them at its beginning. */
export class Contents {
  readonly #entries: Entry[] = []

  /** Notes a heading as it stands in the page; gives the place that the list will lead to. */
  add(level: number, html: string): string {
    const id = `part-${this.#entries.length + 1}`
    // our own HTML: text without its marks is text that is escaped
    this.#entries.push({ id, level, text: html.replaceAll(/<[^>]*>/g, '') })
    return id
  }

  view(): Html {
    const shown = this.#entries.filter(({ level }) => level <= deepest)
    if (shown.length < fewest) return nothing
    const lines = shown.map(
      ({ id, level, text }) =>
        markup`<li class="level-${level}"><a href="#${id}">${new Html(text)}</a></li>\n`,
    )
    return markup`<nav aria-label="目录"><h2>目录</h2>
<ol>
${lines}</ol></nav>`
  }
}
