import type { BrowserWindow as Window } from 'electron'
import type { PdfPrinter } from '../../services/certificate/ports.ts'

type WindowClass = new (options: Electron.BrowserWindowConstructorOptions) => Window

/** Makes PDFs in a hidden window without scripts, which is gone afterwards. */
export function windowPdfPrinter(BrowserWindow: WindowClass): PdfPrinter {
  return {
    async print(html) {
      const window = new BrowserWindow({
        show: false,
        webPreferences: { sandbox: true, contextIsolation: true, javascript: false },
      })
      try {
        const page = Buffer.from(html).toString('base64')
        await window.loadURL(`data:text/html;charset=utf-8;base64,${page}`)
        return await window.webContents.printToPDF({
          preferCSSPageSize: true,
          printBackground: true,
        })
      } finally {
        window.destroy()
      }
    },
  }
}
