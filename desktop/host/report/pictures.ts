import { ZhizhiError } from '../../contract/errors.ts'
import type { Pictures } from '../../services/report/makers.ts'
import { withPage } from '../certificate/browser-pdf.ts'

/** Twice the page's pixels: sharp on paper at the width of a text. */
const scale = 2

/** PNGs of our own SVGs, made by an installed browser; nothing where there is none. */
export async function picturesOf(svgs: readonly string[], signal: AbortSignal): Promise<Pictures> {
  if (svgs.length === 0) return []
  const fonts = "font-family: 'Noto Sans SC', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif"
  const parts = svgs.map((svg) => `<div>${svg}</div>`).join('\n')
  const html = `<!doctype html><meta charset="utf-8"><style>
body { margin: 0; background: #fff; ${fonts} }
div { width: max-content } svg { display: block }
svg text { white-space: pre }</style>${parts}`
  try {
    return await withPage({ signal, scale }, async (page) => {
      await page.setContent(html)
      const pictures: Uint8Array[] = []
      for (const one of await page.locator('div').all()) pictures.push(await one.screenshot())
      return pictures
    })
  } catch (error) {
    if (error instanceof ZhizhiError && error.code === 'pdf_unavailable') return undefined
    throw error
  }
}
