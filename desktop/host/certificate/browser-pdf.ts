import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { ZhizhiError } from '../../contract/errors.ts'
import type { PdfPrinter } from '../../services/certificate/ports.ts'

/** Makes PDFs with a Chromium, Chrome or Edge that is installed; it is started for each. */
export function browserPdfPrinter(): PdfPrinter {
  return {
    print: (html, signal) =>
      withPage({ signal, scale: 1 }, async (page) => {
        await page.setContent(html)
        const wishes = { preferCSSPageSize: true, printBackground: true }
        return page.pdf({ ...wishes, outline: true, tagged: true })
      }),
  }
}

interface Wishes {
  readonly signal?: AbortSignal | undefined
  /** Pixels of the screen to one of the page. */
  readonly scale: number
  /** The page is the app itself: it runs its scripts and reaches its host. */
  readonly app?: boolean
}

/**
 * Lends a page that runs no script and reaches no network, unless it is the app's own. Cancelling
 * closes its browser.
 * Fails with `pdf_unavailable` where none is installed.
 */
export async function withPage<T>(
  { signal, scale, app = false }: Wishes,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  if (signal?.aborted) throw new ZhizhiError('cancelled')
  const executablePath = installedBrowser()
  if (executablePath === undefined) throw new ZhizhiError('pdf_unavailable')
  const browser = await launch(executablePath)
  const close = () => void browser.close().catch(() => undefined)
  signal?.addEventListener('abort', close, { once: true })
  try {
    const wishes = { offline: !app, javaScriptEnabled: app, deviceScaleFactor: scale }
    const context = await browser.newContext(wishes)
    return await work(await context.newPage())
  } catch (error) {
    throw signal?.aborted ? new ZhizhiError('cancelled') : error
  } finally {
    signal?.removeEventListener('abort', close)
    await browser.close()
  }
}

async function launch(executablePath: string) {
  // Chromium refuses its sandbox to root; the page is ours, without scripts and without a network
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const args = ['--disable-gpu', '--disable-background-networking', '--no-first-run', ...asRoot]
  // it takes a third of a second to be read, which most starts of the app never need
  const { chromium } = await import('playwright-core')
  try {
    return await chromium.launch({ executablePath, args })
  } catch {
    throw new ZhizhiError('pdf_unavailable')
  }
}

/** Where browsers are put on Linux, macOS and Windows; ZHIZHI_BROWSER names another. */
export function installedBrowser(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = env['ZHIZHI_BROWSER']
  const unix = ['chromium', 'chromium-browser', 'google-chrome', 'microsoft-edge']
  const windows = [
    'Google\\Chrome\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ]
  const programs = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => {
    const folder = env[name]
    return folder === undefined ? [] : windows.map((path) => join(folder, path))
  })
  const places = [
    ...(named === undefined ? [] : [named]),
    ...['/usr/bin', '/usr/local/bin', '/snap/bin'].flatMap((bin) =>
      unix.map((name) => join(bin, name)),
    ),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ...programs,
  ]
  return places.find((path) => existsSync(path))
}
