import { spawn } from 'node:child_process'
import { readdirSync, existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ensureBuilt } from './build.mjs'
import { findBrowser } from './browser.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const sides = ['domain', 'contract', 'services', 'engine', 'journal', 'host', 'build']

/** What is known by reading alone: two at a time, the longest first, so that neither core waits. */
const reading = [
  ['lint', 'eslint', ['--max-warnings', '0', '.']],
  ['format', 'prettier', ['--check', '--log-level', 'warn', '.']],
  ...sides.map((side) => [`types ${side}`, 'tsc', ['-p', `desktop/${side}`]]),
  ['types datasets', 'tsc', ['-p', 'datasets']],
  ['types test', 'tsc', ['-p', 'test']],
  ['types configs', 'tsc', ['-p', '.']],
  [
    'types renderer',
    'svelte-check',
    [
      '--tsconfig',
      'desktop/renderer/tsconfig.json',
      '--threshold',
      'warning',
      '--fail-on-warnings',
      '--output',
      'human',
    ],
  ],
  [
    'import rules',
    'depcruise',
    ['--config', '.dependency-cruiser.mjs', 'desktop', 'datasets/generator'],
  ],
  ['unused code', 'knip', []],
]

/** What has to be run; one after the other, since some of it watches the clock. */
const running = [
  ['unit', 'vitest', ['run', '--project', 'unit']],
  ['contract', 'vitest', ['run', '--project', 'contract']],
  ['integration', 'vitest', ['run', '--project', 'integration']],
]

const seconds = (since) => ((Date.now() - since) / 1000).toFixed(0)

/** Runs a step and shows what it says; where others run beside it, all at once at its end. */
async function run([name, command, args], beside = false) {
  const since = Date.now()
  const suffix = process.platform === 'win32' ? '.cmd' : ''
  const bin = fileURLToPath(new URL(`../../node_modules/.bin/${command}${suffix}`, import.meta.url))
  if (!beside) console.log(`\n— ${name}`)
  const child = spawn(bin, args, {
    cwd: root,
    stdio: beside ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    shell: suffix !== '',
  })
  const said = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => said.push(data))
  const status = await new Promise((resolve) => {
    child.on('error', () => resolve(1))
    child.on('close', resolve)
  })
  if (beside) process.stdout.write(`\n— ${name}\n${Buffer.concat(said).toString()}`)
  if (status !== 0) {
    console.error(`\n没有通过：${name}（${command} ${args.join(' ')}）`)
    process.exit(1)
  }
  console.log(`  ${name}: ${seconds(since)} s`)
}

/** Each takes the next step as soon as its own is done. */
async function takeTurns(steps, at) {
  while (at.next < steps.length) {
    at.next += 1
    await run(steps[at.next - 1], true)
  }
}

const started = Date.now()
const browser = await findBrowser()
await ensureBuilt(['node', 'renderer', 'index'])
process.env.ZHIZHI_BUILT = '1'
process.env.ZHIZHI_BROWSER = browser
const at = { next: 0 }
await Promise.all([takeTurns(reading, at), takeTurns(reading, at)])
for (const step of running) await run(step)

const electron = existsSync(
  fileURLToPath(new URL('../../node_modules/electron/path.txt', import.meta.url)),
)
const projects = ['--project', 'web', ...(electron ? ['--project', 'electron'] : [])]
await run(['e2e', 'playwright', ['test', ...projects]])
if (!electron) {
  const specs = readdirSync(`${root}/test/e2e`).filter((name) => name.endsWith('.spec.ts')).length
  console.log(
    `\nelectron 项目已跳过：本机没有 Electron 的程序文件；${specs} 个规格文件只在网页版跑过。`,
  )
}
console.log(`\n全部通过，用时 ${seconds(started)} s。`)
