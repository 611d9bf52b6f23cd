import type { Row } from '../questions.ts'

/** Rows that a peer puts on the screen: as many as the app's own grid draws. */
const SHOWN = 20

/** Shows rows in a plain table; resolves when they have been painted. */
export async function show(rows: readonly Row[]): Promise<void> {
  const lines = rows.slice(0, SHOWN).map((row) => {
    const line = document.createElement('tr')
    for (const value of row) line.insertCell().textContent = String(value)
    return line
  })
  document.querySelector('tbody')?.replaceChildren(...lines)
  await painted()
}

/** The next frame is on the screen. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      setTimeout(resolve)
    })
  })
}
