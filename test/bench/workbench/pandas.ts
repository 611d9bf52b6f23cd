import { spawn, spawnSync } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Material } from './material.ts'
import type { Peer } from './peer.ts'
import type { Row } from './questions.ts'

const program = fileURLToPath(new URL('with-pandas.py', import.meta.url))

interface Answer {
  readonly ms: number
  readonly rows?: readonly Row[]
}

/** The interpreter that ZHIZHI_PYTHON names, or `python3`; undefined where it has no pandas. */
export function findPandas(): string | undefined {
  const python = process.env['ZHIZHI_PYTHON'] ?? 'python3'
  const { status } = spawnSync(python, ['-c', 'import pandas'], { stdio: 'ignore' })
  return status === 0 ? python : undefined
}

/** pandas in a process of its own; its own clock runs, so the way to it does not count. */
export function openPandas(python: string, { parquet }: Material): Peer {
  const path = parquet.slice(0, -'.parquet'.length)
  const child = spawn(python, [program, path], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const order = async (what: Readonly<Record<string, string>>): Promise<Answer> => {
    child.stdin.write(`${JSON.stringify(what)}\n`)
    const line: IteratorResult<string, unknown> = await lines.next()
    if (line.done) throw new Error('pandas 中途退出了')
    return JSON.parse(line.value) as Answer
  }
  return {
    name: 'pandas',
    load: async () => (await order({ do: 'load' })).ms,
    ask: async (question) => (await order({ do: 'ask', question })).ms,
    async answer(question) {
      const { rows = [] } = await order({ do: 'answer', question })
      return rows.map((row) => ['', ...row])
    },
    close() {
      child.kill()
      return Promise.resolve()
    },
  }
}
