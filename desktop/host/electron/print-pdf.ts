import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserWindow as Window } from 'electron'
import { ZhizhiError } from '../../contract/errors.ts'
import type { PdfPrinter } from '../../services/certificate/ports.ts'

type WindowClass = new (options: Electron.BrowserWindowConstructorOptions) => Window

/** Makes PDFs in a hidden window without scripts, which is gone afterwards. */
export function windowPdfPrinter(BrowserWindow: WindowClass): PdfPrinter {
  return {
    async print(html, signal) {
      if (signal?.aborted) throw new ZhizhiError('cancelled')
      const window = new BrowserWindow({
        show: false,
        webPreferences: { sandbox: true, contextIsolation: true, javascript: false },
      })
      // an address may hold two million characters, a report more
      const folder = await mkdtemp(join(tmpdir(), 'zhizhi-print-'))
      const file = join(folder, 'page.html')
      const close = () => window.destroy()
      signal?.addEventListener('abort', close, { once: true })
      try {
        await writeFile(file, html)
        await window.loadFile(file)
        return await window.webContents.printToPDF({
          preferCSSPageSize: true,
          printBackground: true,
          generateTaggedPDF: true,
          generateDocumentOutline: true,
        })
      } catch (error) {
        throw signal?.aborted ? new ZhizhiError('cancelled') : error
      } finally {
        signal?.removeEventListener('abort', close)
        window.destroy()
        await rm(folder, { recursive: true, force: true })
      }
    },
  }
}
