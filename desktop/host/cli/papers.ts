import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { appTable } from '../../contract/procedures.ts'
import { serve } from '../../contract/wire/server.ts'
import { webSocketPort } from '../../contract/wire/web-socket.ts'
import { findAppRoot } from '../app-root.ts'
import { withPage } from '../certificate/browser-pdf.ts'
import type { App } from '../compose.ts'
import { logInternal } from '../log.ts'
import { startWebHost } from '../web/server.ts'
import { print, printJson } from './output.ts'
import { only, parse, UsageError, type Verb } from './verb.ts'
import { withApp } from './with-app.ts'
import { writeWhole } from './write-whole.ts'

const usage = 'papers COURSE/LESSON --out DIR [--json]'

/** A lesson's papers as PDFs, one file each: drawn by the app's own page in an installed browser. */
export const papersVerb: Verb = {
  usage,
  async run(args) {
    const { values, positionals } = parse(args, usage, {
      out: { type: 'string' },
      json: { type: 'boolean' },
    })
    const [course = '', lesson = '', more] = only(positionals, usage).split('/')
    const { out } = values
    if (lesson === '' || more !== undefined || out === undefined)
      throw new UsageError(`用法：zhizhi ${usage}`)
    const files = await withApp(async (app) => {
      // what is wrong with the lesson is said before a browser is started
      await app.learning.library.lesson(course, lesson)
      return withWindow(app, (page) => savePapers(page, `#/teach/${course}/${lesson}`, out))
    })
    if (values.json) printJson(files)
    else for (const file of files) print(`写好了：${file}`)
    return 0
  },
}

/** The app in a window of an installed browser; nobody else can open this one. */
async function withWindow<T>(app: App, work: (page: Page) => Promise<T>): Promise<T> {
  const web = await startWebHost({
    port: 0,
    renderer: join(findAppRoot(), 'dist/renderer'),
    accept: (socket) =>
      serve(webSocketPort(socket), appTable, app.handlers, undefined, { onInternal: logInternal }),
  })
  try {
    return await withPage({ scale: 1, app: true }, async (page) => {
      await page.goto(web.url)
      return work(page)
    })
  } finally {
    await web.close()
  }
}

/** One PDF for each paper that the page offers; the last choice is all of them together. */
async function savePapers(page: Page, address: string, out: string): Promise<string[]> {
  await page.evaluate(`location.hash = ${JSON.stringify(address)}`)
  const choices = page.locator('label:has(input[type=radio])')
  await page.locator('.paper-sheet').first().waitFor()
  const labels = (await choices.allTextContents()).map((label) => label.trim())
  const papers = labels.length > 1 ? labels.slice(0, -1) : labels
  await mkdir(out, { recursive: true })
  const files: string[] = []
  for (const [index, label] of papers.entries()) {
    await choices.nth(index).click()
    await page.evaluate('document.fonts.ready.then(() => undefined)')
    const pdf = await page.pdf({ preferCSSPageSize: true, outline: true, tagged: true })
    const file = join(out, `${index + 1}-${label}.pdf`)
    await writeWhole(file, pdf)
    files.push(file)
  }
  return files
}
