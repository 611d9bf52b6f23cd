/** In quotation marks; those that stand in the text already become the inner kind. */
export function quoted(text: string): string {
  if (/^“[^“”]*”$/.test(text)) return text
  return `“${text.replaceAll('“', '‘').replaceAll('”', '’')}”`
}
