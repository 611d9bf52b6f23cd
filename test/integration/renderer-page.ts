import { fileURLToPath } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { type Browser, type Page, chromium } from 'playwright-core'
import { build } from 'vite'
import { findBrowser } from '../../desktop/build/browser.mjs'

export interface ModulePage {
  readonly page: Page
  close(): Promise<void>
}

async function bundle(module: string): Promise<string> {
  const entry = fileURLToPath(new URL(`../../desktop/renderer/${module}`, import.meta.url))
  const lib = { entry, formats: ['iife' as const], name: 'tested' }
  const built = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [svelte({ configFile: false })],
    build: { lib, write: false },
  })
  const [output] = Array.isArray(built) ? built : []
  if (!output) throw new Error('nothing was built')
  return output.output[0].code
}

/** One module of the renderer in an empty page of a real browser, its exports in `tested`. */
export async function openModule(module: string): Promise<ModulePage> {
  const executablePath = await findBrowser()
  const browser: Browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  const page = await browser.newPage()
  await page.addScriptTag({ content: await bundle(module) })
  return { page, close: () => browser.close() }
}
