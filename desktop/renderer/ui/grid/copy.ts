import { type CopiedTable, safeText, tableHtml, tabbedText } from './copy-text.ts'

/** Cells that are copied at once, at most. */
export const MOST_CELLS = 100_000

/**
 * Puts a table on the clipboard; a single value without its title. Every copy from a grid goes
 * through here. False where the page has no clipboard: browsers give it only to pages of this
 * computer or of a secure address.
 */
export async function copyOut(table: CopiedTable): Promise<boolean> {
  // a browser leaves it out where the page is not secure, whatever its types say
  const clipboard = navigator.clipboard as Clipboard | undefined
  if (!clipboard) return false
  const [[value] = []] = table.rows
  if (value !== undefined && table.titles.length === 1 && table.rows.length === 1) {
    await clipboard.writeText(safeText(value))
    return true
  }
  const item = new ClipboardItem({
    'text/plain': new Blob([tabbedText(table)], { type: 'text/plain' }),
    'text/html': new Blob([tableHtml(table)], { type: 'text/html' }),
  })
  await clipboard.write([item])
  return true
}
