import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { build } from 'vite'
import type {} from './in-page/main.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** The app's policy lets no foreign script in; the benchmark's comes from us. */
export const benchContext: BrowserContextOptions = {
  bypassCSP: true,
  locale: 'zh-CN',
  viewport: { width: 1366, height: 768 },
}

/** A page on the app's own address, so that its host answers, with the program of the benchmark in it. */
export async function openBenchPage(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(new URL('/', url).href)
  await page.addScriptTag({ content: await bundle(), type: 'module' })
  await page.waitForFunction(() => 'brushPage' in window)
  return page
}

async function bundle(): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'zhizhi-brush-'))
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      outDir,
      target: 'esnext',
      rolldownOptions: {
        input: { main: join(root, 'test/bench/brush/in-page/main.ts') },
        output: { entryFileNames: '[name].js', codeSplitting: false },
      },
    },
  })
  const text = await readFile(join(outDir, 'main.js'), 'utf8')
  await rm(outDir, { recursive: true, force: true })
  return text
}
