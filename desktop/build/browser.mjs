import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/**
 * A browser for the tests and the pictures: ZHIZHI_BROWSER, an installed one, Playwright's own,
 * or, as root on Debian, one installed now. Throws a sentence where none can be had.
 * @returns {Promise<string>} its path
 */
export async function findBrowser() {
  const named = process.env.ZHIZHI_BROWSER
  if (named) {
    if (existsSync(named)) return named
    throw new Error(`ZHIZHI_BROWSER 指的浏览器不存在：${named}`)
  }
  return installed.find(existsSync) ?? (await playwrightsOwn()) ?? fromDebian() ?? none()
}

async function playwrightsOwn() {
  const { chromium } = await import('playwright-core')
  const path = chromium.executablePath()
  return path && existsSync(path) ? path : undefined
}

function fromDebian() {
  const root = process.getuid?.() === 0
  if (!root || !existsSync('/usr/bin/apt-get')) return undefined
  console.error('没有找到浏览器，正在用 apt-get 安装 chromium …')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env })
  spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], { stdio: 'inherit', env })
  return installed.find(existsSync)
}

function none() {
  throw new Error(
    '没有可用的浏览器。请安装 Chromium、Chrome 或 Edge，或把 ZHIZHI_BROWSER 设为它的路径，再运行一次。',
  )
}
