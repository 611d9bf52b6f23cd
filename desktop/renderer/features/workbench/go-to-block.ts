/** Brings the `index`th block of the notebook into view, and the keyboard with it. */
export function goToBlock(index: number): void {
  const target = document.getElementById(`block-${index}`)
  target?.scrollIntoView({ block: 'start' })
  target?.focus({ preventScroll: true })
}
