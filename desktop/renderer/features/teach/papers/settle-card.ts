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

/** Scrolling does not last on paper: the heading goes, and what is inside is moved up instead. */
function showRinged(phone: HTMLElement): void {
  const ringed = phone.querySelector('[data-spot="here"]')
  const around = ringed?.closest<HTMLElement>('.veil, .screen')
  const inside = around?.querySelector<HTMLElement>(':scope > :is(.window, .things)')
  if (!ringed || !around || !inside) return
  const heading = around.querySelector<HTMLElement>(':scope > h2')
  const below = () => {
    const [target, glass] = [ringed.getBoundingClientRect(), around.getBoundingClientRect()]
    return ((target.bottom - glass.bottom) * around.offsetWidth) / glass.width + 16
  }
  inside.style.removeProperty('margin-block-start')
  if (heading) heading.hidden = false
  if (below() <= 0) return
  if (heading) heading.hidden = true
  // what keeps buttons at the foot gives way first, so one move may not be enough
  for (
    let moved = 0, rest = below(), tries = 0;
    rest > 0 && tries < 3;
    rest = below(), tries += 1
  ) {
    moved += Math.ceil(rest)
    inside.style.setProperty('margin-block-start', `${-moved}px`)
  }
}
