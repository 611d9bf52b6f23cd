import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { ZhizhiError } from '../../contract/errors.ts'
import type { PdfPrinter } from '../../services/certificate/ports.ts'

/** Makes PDFs with a Chromium, Chrome or Edge that is installed; it is started for each. */
export function browserPdfPrinter(): PdfPrinter {
  return {
    async print(html) {
      const executablePath = installedBrowser()
      if (executablePath === undefined) throw new ZhizhiError('pdf_unavailable')
      const browser = await launch(executablePath)
      try {
        const context = await browser.newContext({ offline: true, javaScriptEnabled: false })
        const page = await context.newPage()
        await page.setContent(html)
        return await page.pdf({ preferCSSPageSize: true, printBackground: true })
      } finally {
        await browser.close()
      }
    },
  }
}

async function launch(executablePath: string) {
  // Chromium refuses its sandbox to root; the page is ours, without scripts and without a network
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const args = ['--disable-gpu', '--disable-background-networking', '--no-first-run', ...asRoot]
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
