import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium } from 'playwright-core'
import { findBrowser } from '../../../desktop/build/browser.mjs'
import { type Host, install, type Installation, startHost } from './installation.ts'

const build = fileURLToPath(new URL('../../../desktop/build/build.mjs', import.meta.url))

/** A browser, and an installation with its host. */
export interface Stage {
  readonly browser: Browser
  readonly installation: Installation
  readonly host: Host
}

/** Builds the app, installs and opens it, and clears everything away at the end. */
export async function onStage<T>(
  rows: number,
  notebooks: Readonly<Record<string, string>>,
  work: (stage: Stage) => Promise<T>,
): Promise<T> {
  execFileSync(process.execPath, [build])
  const installation = await install(rows, notebooks)
  const host = await startHost(installation.root)
  const browser = await launch()
  try {
    return await work({ browser, installation, host })
  } finally {
    await browser.close()
    await host.stop()
    await installation.remove()
  }
}

export async function launch(): Promise<Browser> {
  const executablePath = await findBrowser()
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--no-first-run',
  ]
  return chromium.launch({ executablePath, args })
}
