/** A4 without its margins at the top and the foot, as part of the sheet's width with them. */
const pageHeight = 267 / 210
/** Drawn pictures: as high as there is room for, but never lower than this, in CSS pixels. */
const [highest, lowest] = [316, 196]

/**
 * Makes a card's pictures so low that all of it fits on one page, and moves each phone's screen so
 * that what is ringed can be seen. Tells whether it fits.
 */
export function settleCard(sheet: HTMLElement): boolean {
  const content = sheet.firstElementChild
  if (!(content instanceof HTMLElement)) return true
  const rows = rowCount(content)
  const excess = () => {
    const { width } = sheet.getBoundingClientRect()
    const { height } = content.getBoundingClientRect()
    return ((height - width * pageHeight) * sheet.offsetWidth) / width
  }
  content.style.setProperty('--shot', `${highest}px`)
  const over = excess()
  if (over > 0 && rows > 0) {
    const fitting = Math.max(lowest, Math.floor(highest - over / rows))
    content.style.setProperty('--shot', `${fitting}px`)
  }
  // on paper nothing steps back: the ring says enough
  for (const dim of content.querySelectorAll('[data-spot="dim"]')) dim.removeAttribute('data-spot')
  for (const phone of content.querySelectorAll<HTMLElement>('.glass')) showRinged(phone)
  sheet.dataset['settled'] = ''
  return excess() <= 1
}

/** Pictures stand in rows: each new height of their tops is one. */
function rowCount(content: HTMLElement): number {
  const tops = [...content.querySelectorAll('.strip > figure')].map((each) =>
    Math.round(each.getBoundingClientRect().top),
  )
  return new Set(tops).size
}

/** Scrolling does not last on paper: what is inside is moved instead. */
function showRinged(phone: HTMLElement): void {
  const ringed = phone.querySelector('[data-spot="here"]')
  const around = ringed?.closest('.veil, .screen')
  // a screen's heading goes up with what stands below it
  const inside = around?.querySelector<HTMLElement>(':scope > :is(h2, .window, .things)')
  if (!ringed || !around || !inside) return
  inside.style.removeProperty('margin-block-start')
  const [target, glass] = [ringed.getBoundingClientRect(), around.getBoundingClientRect()]
  const scale = glass.width / (around as HTMLElement).offsetWidth
  const below = (target.bottom - glass.bottom) / scale + 16
  if (below > 0) inside.style.setProperty('margin-block-start', `${-Math.ceil(below)}px`)
}
