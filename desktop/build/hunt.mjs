import { spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Runs the properties on fresh seeds, as often as asked, until one fails; see ADR 024. */
const root = fileURLToPath(new URL('../..', import.meta.url))
const times = Number(process.argv[2] ?? 10)
const files = ['unit', 'contract', 'integration'].flatMap((suite) =>
  readdirSync(`${root}/test/${suite}`)
    .map((name) => `test/${suite}/${name}`)
    .filter(
      (path) =>
        path.endsWith('.test.ts') && readFileSync(`${root}/${path}`, 'utf8').includes('fast-check'),
    ),
)
const vitest = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url))
for (let at = 1; at <= times; at += 1) {
  const seed = randomInt(2 ** 31)
  console.log(`\n第 ${at} 遍，共 ${times} 遍：ZHIZHI_SEED=${seed}`)
  const env = { ...process.env, ZHIZHI_SEED: String(seed) }
  const args = [vitest, 'run', '--reporter', 'dot', ...files]
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env })
  if (status !== 0) {
    console.error(`有一条性质不成立。重做：ZHIZHI_SEED=${seed} npx vitest run <文件>`)
    process.exit(1)
  }
}
