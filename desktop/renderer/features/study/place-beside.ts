const gap = 8
const widest = 380

/** Where a box of explanation stands: below its word, above where there is no room; styles. */
export function placeBeside(word: HTMLElement, box: HTMLElement): string {
  const { innerWidth, innerHeight } = window
  if (innerWidth < 600) return '' // along the lower edge, as the style sheet has it
  const at = word.getBoundingClientRect()
  const width = Math.min(widest, innerWidth - 24)
  const left = Math.max(12, Math.min(at.left, innerWidth - width - 12))
  const below = innerHeight - at.bottom - gap - 12
  const fits = below >= Math.min(box.scrollHeight, 220)
  const block = fits
    ? `inset-block: ${at.bottom + gap}px auto; max-block-size: ${below}px`
    : `inset-block: auto ${innerHeight - at.top + gap}px; max-block-size: ${at.top - gap - 12}px`
  return `inset-inline: ${left}px auto; inline-size: ${width}px; ${block}`
}
