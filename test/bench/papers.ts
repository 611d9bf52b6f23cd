import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { browserPdfPrinter } from '../../desktop/host/certificate/browser-pdf.ts'
import { atMost, median, part, type WorkbenchFigure } from './workbench/figures.ts'
import { onStage } from './workbench/stage.ts'

const lessons = [
  'b1-phone/01-keys-and-screen',
  'b4-payment/03-scan-and-type',
  'b8-fraud/01-stop-verify-call',
  'b9-privacy-ai/03-gifts-and-adverts',
]
const courses = fileURLToPath(new URL('../../courses', import.meta.url))
const rounds = 3
const goalMs = 5000

/**
 * How long the four papers of a lesson take from the click to the PDF, in the app as it is used,
 * beside a bare page of as many sheets that the same browser prints.
 */
export function benchPapers(): Promise<WorkbenchFigure[]> {
  return onStage(1000, {}, async ({ browser, host, installation }) => {
    await cp(courses, join(installation.root, 'courses'), { recursive: true })
    const page = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
    await page.goto(host.url)
    const figures: WorkbenchFigure[] = []
    for (const lesson of lessons) figures.push(...(await measured(page, lesson)))
    return figures
  })
}

async function measured(page: Page, lesson: string): Promise<WorkbenchFigure[]> {
  await page.evaluate((address) => (location.hash = address), `#/teach/${lesson}`)
  const name = page.getByText('全部一起')
  await name.click()
  const times: number[] = []
  const bare: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const { ms, pages } = await saved(page)
    times.push(ms)
    bare.push(await bareMs(pages))
  }
  return [
    atMost(`${lesson} four papers, ms`, median(times), goalMs),
    part({ name: `${lesson} / bare pages, ms`, ours: median(times), peer: median(bare) }),
  ]
}

async function saved(page: Page): Promise<{ ms: number; pages: number }> {
  const began = performance.now()
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 120_000 }),
    page.getByRole('button', { name: '存成 PDF' }).click(),
  ])
  const ms = performance.now() - began
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
  return { ms, pages: pagesOf(Buffer.concat(chunks)) }
}

const pagesOf = (pdf: Uint8Array): number =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type\s*\/Page\b/g)?.length ?? 0

/** The same browser, started as for the papers, with pages that hold one line each. */
async function bareMs(pages: number): Promise<number> {
  const sheet = '<p style="break-after:page">一行字</p>'
  const html = `<!doctype html><style>@page{size:A4}</style>${sheet.repeat(pages)}`
  const began = performance.now()
  await browserPdfPrinter().print(html)
  return performance.now() - began
}
