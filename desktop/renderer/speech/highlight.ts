/** How `base.css` knows it. */
const name = 'reading'

/**
 * Marks a range without touching the page: where a screen reader listens for what is new, a mark
 * among the nodes would be told as news. Browsers that cannot do it read without marking.
 */
export function highlight(range: Range): () => void {
  if (!('highlights' in CSS)) return () => undefined
  const marked = CSS.highlights.get(name) ?? new Highlight()
  CSS.highlights.set(name, marked)
  marked.add(range)
  return () => void marked.delete(range)
}
