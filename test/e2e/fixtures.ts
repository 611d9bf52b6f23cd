import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import {
  _electron,
  chromium,
  expect,
  test as base,
  type Browser,
  type BrowserContext,
  type Page,
} from '@playwright/test'

const root = new URL('../..', import.meta.url).pathname

/** A running app: a host of its own on a workspace of its own. */
export interface RunningApp {
  readonly workspace: string
  /** The address with the one-time token; empty in Electron. */
  readonly url: string
  /** The process of the host. */
  readonly hostPid: number
  /** Kills the host as a power cut would, and starts it again on the same workspace. */
  restart(): Promise<void>
  open(): Promise<Page>
}

interface Fixtures {
  /** The folder of the installation that is run. */
  appRoot: string
  app: RunningApp
  page: Page
}

export const test = base.extend<Fixtures, { browserProcess: Browser }>({
  browserProcess: [
    async ({}, use) => {
      const browser = await launchBrowser()
      await use(browser)
      await browser.close()
    },
    { scope: 'worker' },
  ],
  appRoot: root,
  app: async ({ appRoot, browserProcess }, use, info) => {
    const workspace = await mkdtemp(join(tmpdir(), 'zhizhi-e2e-'))
    const app =
      info.project.name === 'electron'
        ? new ElectronApp(appRoot, workspace)
        : new WebApp(appRoot, workspace, browserProcess)
    await app.start()
    await use(app)
    await app.stop()
    await rm(workspace, { recursive: true, force: true })
  },
  page: async ({ app }, use) => {
    await use(await app.open())
  },
})

export { expect }

/** Does something while the host answers nobody, as on a machine that is busy; not where it is the window too. */
export async function whileHostWaits(app: RunningApp, work: () => Promise<void>): Promise<void> {
  process.kill(app.hostPid, 'SIGSTOP')
  try {
    await work()
  } finally {
    process.kill(app.hostPid, 'SIGCONT')
  }
}

export function launchBrowser(): Promise<Browser> {
  const executablePath = process.env['ZHIZHI_BROWSER'] ?? '/usr/bin/chromium'
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  })
}

class WebApp implements RunningApp {
  readonly workspace: string
  readonly #root: string
  readonly #browser: Browser
  #host: ChildProcess | undefined
  #context: BrowserContext | undefined
  url = ''

  constructor(appRoot: string, workspace: string, browser: Browser) {
    this.#root = appRoot
    this.workspace = workspace
    this.#browser = browser
  }

  get hostPid(): number {
    return this.#host?.pid ?? 0
  }

  async start(): Promise<void> {
    const args = ['serve', '--port', '0', '--json', '--no-open', '--workspace', this.workspace]
    this.#host = spawn(process.execPath, [join(this.#root, 'desktop/build/zhizhi.mjs'), ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    this.url = await firstUrl(this.#host)
  }

  async open(): Promise<Page> {
    this.#context ??= await this.#browser.newContext({
      locale: 'zh-CN',
      viewport: { width: 1366, height: 768 },
    })
    const page = await this.#context.newPage()
    await page.goto(this.url)
    return page
  }

  async restart(): Promise<void> {
    await this.#kill()
    await this.#context?.close()
    this.#context = undefined
    await this.start()
  }

  async stop(): Promise<void> {
    await this.#context?.close()
    await this.#kill()
  }

  async #kill(): Promise<void> {
    const host = this.#host
    if (!host || host.exitCode !== null) return
    const gone = new Promise((resolve) => host.once('exit', resolve))
    host.kill('SIGKILL')
    await gone
  }
}

class ElectronApp implements RunningApp {
  readonly workspace: string
  readonly url = ''
  readonly #root: string
  #app: Awaited<ReturnType<typeof _electron.launch>> | undefined

  constructor(appRoot: string, workspace: string) {
    this.#root = appRoot
    this.workspace = workspace
  }

  get hostPid(): number {
    return this.#app?.process().pid ?? 0
  }

  async start(): Promise<void> {
    this.#app = await _electron.launch({
      args: [this.#root, '--workspace', this.workspace, '--no-sandbox'],
    })
  }

  async open(): Promise<Page> {
    if (!this.#app) throw new Error('not started')
    return this.#app.firstWindow()
  }

  async restart(): Promise<void> {
    this.#app?.process().kill('SIGKILL')
    await this.start()
  }

  async stop(): Promise<void> {
    await this.#app?.close()
  }
}

async function firstUrl(host: ChildProcess): Promise<string> {
  if (!host.stdout) throw new Error('no output')
  for await (const line of createInterface({ input: host.stdout })) {
    const parsed: unknown = JSON.parse(line)
    if (typeof parsed === 'object' && parsed !== null && 'url' in parsed) return String(parsed.url)
  }
  throw new Error('the host ended before it gave an address')
}
