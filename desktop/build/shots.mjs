import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { findBrowser } from './browser.mjs'
import { ensureBuilt } from './build.mjs'

await ensureBuilt(['node', 'renderer', 'index'])
const env = { ...process.env, ZHIZHI_BROWSER: await findBrowser() }
const cli = fileURLToPath(new URL('../../node_modules/@playwright/test/cli.js', import.meta.url))
const args = [cli, 'test', '--project', 'shots', ...process.argv.slice(2)]
process.exitCode = spawnSync(process.execPath, args, { stdio: 'inherit', env }).status ?? 1
