import type { Attachment } from 'svelte/attachments'

/** Cells that are drawn at once without a thought. */
const FEW_CELLS = 4000
const SPARE = 10

/** Which rows of a long table are drawn: all of a small one, else those in view and some around. */
export class WindowOfRows {
  readonly #size: () => { readonly rows: number; readonly width: number }
  #top = $state(0)
  #height = $state(480)
  /** Of one row, in pixels. */
  #row = $state(32)

  readonly #whole = $derived.by(() => {
    const { rows, width } = this.#size()
    return rows * width <= FEW_CELLS
  })
  readonly from = $derived.by(() =>
    this.#whole ? 0 : Math.max(0, Math.floor(this.#top / this.#row) - SPARE),
  )
  readonly to = $derived.by(() => {
    const { rows } = this.#size()
    const last = Math.ceil((this.#top + this.#height) / this.#row) + SPARE
    return this.#whole ? rows : Math.min(rows, last)
  })
  /** Room for the rows that are not drawn, in pixels. */
  readonly above = $derived.by(() => this.from * this.#row)
  readonly below = $derived.by(() => Math.max(0, this.#size().rows - this.to) * this.#row)

  constructor(size: () => { readonly rows: number; readonly width: number }) {
    this.#size = size
  }

  /** For the element that scrolls. */
  readonly watch: Attachment<HTMLElement> = (node) => {
    const scrolled = () => (this.#top = node.scrollTop)
    const sizes = new ResizeObserver(() => {
      this.#height = node.clientHeight
      const row = node.querySelector('tbody tr[aria-rowindex]')?.getBoundingClientRect().height
      if (row !== undefined && row > 0) this.#row = row
    })
    node.addEventListener('scroll', scrolled, { passive: true })
    sizes.observe(node)
    return () => {
      node.removeEventListener('scroll', scrolled)
      sizes.disconnect()
    }
  }
}
