import { spawnSync } from 'node:child_process'
import { readdirSync, existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ensureBuilt } from './build.mjs'
import { findBrowser } from './browser.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const sides = ['domain', 'contract', 'services', 'engine', 'journal', 'host', 'build']

/** Everything that must hold, in the order of how soon it can fail. */
const steps = [
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
  ['lint', 'eslint', ['--max-warnings', '0', '.']],
  [
    'import rules',
    'depcruise',
    ['--config', '.dependency-cruiser.mjs', 'desktop', 'datasets/generator'],
  ],
  ['unused code', 'knip', []],
  ['unit', 'vitest', ['run', '--project', 'unit']],
  ['contract', 'vitest', ['run', '--project', 'contract']],
  ['integration', 'vitest', ['run', '--project', 'integration']],
]

const seconds = (since) => ((Date.now() - since) / 1000).toFixed(0)

function run(name, command, args) {
  console.log(`\n— ${name}`)
  const started = Date.now()
  const suffix = process.platform === 'win32' ? '.cmd' : ''
  const bin = fileURLToPath(new URL(`../../node_modules/.bin/${command}${suffix}`, import.meta.url))
  const { status } = spawnSync(bin, args, {
    cwd: root,
    stdio: 'inherit',
    shell: suffix !== '',
  })
  if (status !== 0) {
    console.error(`\n没有通过：${name}（${command} ${args.join(' ')}）`)
    process.exit(1)
  }
  console.log(`  ${name}: ${seconds(started)} s`)
}

const started = Date.now()
const browser = await findBrowser()
await ensureBuilt(['node', 'renderer', 'index'])
process.env.ZHIZHI_BUILT = '1'
process.env.ZHIZHI_BROWSER = browser
for (const [name, command, args] of steps) run(name, command, args)

const electron = existsSync(
  fileURLToPath(new URL('../../node_modules/electron/path.txt', import.meta.url)),
)
const projects = ['--project', 'web', ...(electron ? ['--project', 'electron'] : [])]
run('e2e', 'playwright', ['test', ...projects])
if (!electron) {
  const specs = readdirSync(`${root}/test/e2e`).filter((name) => name.endsWith('.spec.ts')).length
  console.log(
    `\nelectron 项目已跳过：本机没有 Electron 的程序文件；${specs} 个规格文件只在网页版跑过。`,
  )
}
console.log(`\n全部通过，用时 ${seconds(started)} s。`)
