import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { findBrowser } from './browser.mjs'

/** Every page worth looking at; grow this with every page. */
const pages = {
  home: '#/',
  courses: '#/learn',
  'lesson-query': '#/learn/a4-query-1/01-count-by-street',
  'lesson-payment': '#/learn/b4-payment/01-look-before-you-pay',
  phone: '#/phone',
  scenario: '#/phone/b4-payment/look-before-you-pay',
  teach: '#/teach',
  catalogue: '#/research',
  dataset: '#/research/census-2020',
  'dataset-synthetic': '#/research/hotline-tickets',
  notebooks: '#/notebooks',
  notebook: '#/notebooks/ageing-digital-divide',
  settings: '#/settings',
}
const themes = ['light', 'dark', 'contrast', 'elder']
const sizes = [
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
]

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = join(root, 'shots')
const only = process.argv.slice(2)

async function serve(workspace) {
  const host = spawn(
    process.execPath,
    [join(root, 'desktop/build/zhizhi.mjs'), 'serve', '--json', '--workspace', workspace],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  for await (const line of createInterface({ input: host.stdout })) {
    return { host, url: JSON.parse(line).url }
  }
  throw new Error('the host gave no address')
}

/** Quiet: no loading mark in sight, fonts there, two frames drawn. */
async function settle(page) {
  await page.waitForLoadState('networkidle')
  await page
    .locator('[aria-busy="true"]')
    .first()
    .waitFor({ state: 'detached', timeout: 20_000 })
    .catch(() => {})
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(600)
}

async function shoot(page, name, hash, theme, size) {
  await page.setViewportSize(size)
  await page.evaluate((to) => (location.hash = to), hash)
  await settle(page)
  const path = join(folder, `${name}-${theme}-${size.width}.png`)
  await page.screenshot({ path, fullPage: true })
  console.log(path)
}

const workspace = await mkdtemp(join(tmpdir(), 'zhizhi-shots-'))
const { host, url } = await serve(workspace)
const browser = await chromium.launch({
  executablePath: await findBrowser(),
  args: ['--no-sandbox', '--disable-gpu'],
})
try {
  await mkdir(folder, { recursive: true })
  const page = await browser.newPage({ locale: 'zh-CN' })
  page.on('pageerror', (error) => console.error(`error on the page: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') console.error(`console: ${message.text()}`)
  })
  await page.goto(url)
  await settle(page)
  for (const theme of themes) {
    await page.evaluate(() => (location.hash = '#/settings'))
    await page.locator(`[data-theme-choice="${theme}"]`).click()
    for (const [name, hash] of Object.entries(pages)) {
      if (only.length > 0 && !only.includes(name)) continue
      for (const size of sizes) await shoot(page, name, hash, theme, size)
    }
  }
} finally {
  await browser.close()
  host.kill()
  await rm(workspace, { recursive: true, force: true })
}
