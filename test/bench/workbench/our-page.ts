import type { Browser, Page } from 'playwright-core'
import type { Peer } from './peer.ts'
import { sqlOf, TABLE, type Question, type Row } from './questions.ts'

const id = TABLE.replaceAll('_', '-')

/** The notebook in which the questions are put, one after the other, into one cell. */
export const askingNotebook = {
  id: 'asking',
  text: `---
title: 提问
question: 要多久？
datasets: [${id}]
---
\`\`\`sql name=asked
SELECT 'none' AS run
\`\`\`
`,
}

export const cellOf = (row: number, column: number) =>
  `[role="grid"] [role="row"][aria-rowindex="${row + 2}"] [role="gridcell"][aria-colindex="${column + 1}"]`

/** The app in the browser, on the page where the questions are put. */
export async function openOurPage(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({
    locale: 'zh-CN',
    viewport: { width: 1366, height: 768 },
  })
  const page = await context.newPage()
  await page.goto(url)
  await page.evaluate(listen)
  return page
}

/** In the page: remembers when the last order was given, and can wait until a text has been painted. */
function listen(): void {
  const given = (event: Event) => (window.ordered = event.timeStamp)
  addEventListener('keydown', given, { capture: true })
  addEventListener('click', given, { capture: true })
  window.painted = (selector, text) =>
    new Promise((resolve) => {
      const look = () => {
        const found = document.querySelector(selector)?.querySelector('.text')?.textContent.trim()
        if (found === undefined || (text !== undefined && found !== text))
          requestAnimationFrame(look)
        else setTimeout(() => resolve(performance.now()))
      }
      requestAnimationFrame(look)
    })
}

declare global {
  interface Window {
    ordered: number
    painted: (selector: string, text?: string) => Promise<number>
  }
}

/** Goes to an address of the app; milliseconds until the first cell of a table has been painted. */
export async function timeToTable(page: Page, hash: string): Promise<number> {
  return page.evaluate(
    async ([to, cell]) => {
      const begin = performance.now()
      location.hash = to
      return (await window.painted(cell)) - begin
    },
    [hash, cellOf(0, 0)] as const,
  )
}

/** The app on its whole way: from the key that runs a query to its rows on the screen. */
export async function openOurs(page: Page, renew: () => Promise<void>): Promise<Peer> {
  const ask = async (question: Question, run: string) => {
    await writeQuery(page, sqlOf(question, run))
    const painted = page.evaluate(([cell, text]) => window.painted(cell, text), [
      cellOf(0, 0),
      run,
    ] as const)
    await page.keyboard.press('Control+Enter')
    return (await painted) - (await page.evaluate(() => window.ordered))
  }
  return {
    name: '致知',
    async load() {
      await leave(page)
      await renew()
      await timeToTable(page, '#/research/census-2020/data') // the new engine answers
      await leave(page)
      const ms = await timeToTable(page, `#/research/${id}/data`)
      await leave(page)
      await timeToTable(page, `#/notebooks/${askingNotebook.id}`)
      return ms
    },
    ask,
    async answer(question) {
      await ask(question, `shown ${question}`)
      return shownRows(page)
    },
    close: () => page.context().close(),
  }
}

/** Goes where there is no table. */
async function leave(page: Page): Promise<void> {
  await page.evaluate(() => (location.hash = '#/settings'))
  await page.waitForFunction(() => !document.querySelector('[role="grid"]'))
}

/** Writes a text into the only cell, as a hand would. */
export async function writeQuery(page: Page, sql: string): Promise<void> {
  await page.locator('.cm-content').first().click()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(sql)
}

/** What the grid shows, as text; numbers without their separators. */
async function shownRows(page: Page): Promise<Row[]> {
  const texts = await page.evaluate(() =>
    Array.from(document.querySelectorAll('[role="grid"] [role="row"]:has(.text)'), (row) =>
      Array.from(row.querySelectorAll('[role="gridcell"]'), (cell) => cell.textContent.trim()),
    ),
  )
  return texts.map((row) => row.map(numberOrText))
}

function numberOrText(text: string): string | number {
  const bare = text.replaceAll(',', '')
  return bare !== '' && Number.isFinite(Number(bare)) ? Number(bare) : text
}
