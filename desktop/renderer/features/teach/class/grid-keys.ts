/** How many of these stand in the first row, as they are laid out. */
export function columnsOf(elements: readonly HTMLElement[]): number {
  const top = elements[0]?.offsetTop
  const next = elements.findIndex(({ offsetTop }) => offsetTop !== top)
  return next < 0 ? elements.length : next
}

/** Where a key leads among `count` cards in rows of `columns`; nothing where it leads nowhere. */
export function stepTo(
  key: string,
  at: number,
  count: number,
  columns: number,
): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ...{ ArrowLeft: at - 1, ArrowRight: at + 1, ArrowUp: at - columns, ArrowDown: at + columns },
    ...{ Home: 0, End: count - 1 },
  }
  const to = steps[key]
  return to !== undefined && to >= 0 && to < count ? to : undefined
}
