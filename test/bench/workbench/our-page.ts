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

/** A busy machine may need another. */
const MOST_ATTEMPTS = 5

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

/** In the page: gives orders as a hand would, and waits until a text has been painted. */
function listen(): void {
  window.order = async (sql) => {
    const editor = document.querySelector('.cm-content')
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', sql)
    const options = { bubbles: true, cancelable: true }
    const pasted = performance.now()
    editor?.dispatchEvent(new ClipboardEvent('paste', { ...options, clipboardData }))
    await new Promise((resolve) => setTimeout(resolve, 120))
    const now = performance.now()
    const run = { ...options, key: 'Enter', code: 'Enter', keyCode: 13, ctrlKey: true }
    editor?.dispatchEvent(new KeyboardEvent('keydown', run))
    return now - pasted < 400 ? now : undefined
  }
  window.painted = (selector, text) =>
    new Promise((resolve, reject) => {
      const begin = performance.now()
      const look = () => {
        const found = document.querySelector(selector)?.querySelector('.text')?.textContent.trim()
        if (found !== undefined && (text === undefined || found === text)) {
          setTimeout(() => resolve(performance.now()))
        } else if (performance.now() - begin > 120_000) reject(new Error(`never seen: ${text}`))
        else requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    })
}

declare global {
  interface Window {
    /**
     * Pastes a query over what is selected and, as soon as a hand could, presses the keys that run
     * it; says when. Nothing where that took so long that the cell may have begun by itself.
     */
    order: (sql: string) => Promise<number | undefined>
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

interface OurPeer extends Peer {
  /** Milliseconds from the order to the first screen of the whole table. */
  show(run: string): Promise<number>
}

/** The app on its whole way: from the key that runs a query to its rows on the screen. */
export function openOurs(page: Page, renew: () => Promise<void>): OurPeer {
  const runQuery = async (sqlOfRun: (mark: string) => string, mark: string) => {
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      await selectQuery(page)
      const ms = await page.evaluate(
        async ([text, cell, wanted]) => {
          const ordered = await window.order(text)
          const seen = await window.painted(cell, wanted)
          return ordered === undefined ? undefined : seen - ordered
        },
        [sqlOfRun(`${mark}.${attempt}`), cellOf(0, 0), `${mark}.${attempt}`] as const,
      )
      if (ms !== undefined) return ms
    }
    throw new Error('这台机器太忙，测不准')
  }
  const ask = (question: Question, mark: string) => runQuery((run) => sqlOf(question, run), mark)
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
    show: (mark) => runQuery((run) => `SELECT '${run}' AS run, * FROM ${TABLE}`, mark),
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

/** Selects what is written in the only cell. */
export async function selectQuery(page: Page): Promise<void> {
  await page.locator('.cm-content').first().click()
  await page.keyboard.press('Control+a')
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
