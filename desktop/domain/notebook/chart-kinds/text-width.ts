/** How wide a text is, in its own size: a Chinese character is one, a Latin one a good half. */
export function textWidth(text: string): number {
  let width = 0
  for (const character of text) width += /[\p{Script=Han}\p{P}（）]/u.test(character) ? 1 : 0.6
  return width
}

/** The text, shortened with … to the width. */
export function fitted(text: string, width: number): string {
  if (textWidth(text) <= width) return text
  let kept = ''
  for (const character of text) {
    if (textWidth(`${kept}${character}…`) > width) break
    kept += character
  }
  return `${kept}…`
}
