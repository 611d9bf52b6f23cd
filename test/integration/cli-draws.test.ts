import { spawn } from 'node:child_process'
import { describe, expect, test } from 'vitest'

/** `zhizhi check` on banks: what it says of variety, how far it is, and how it is stopped. */

const launcher = new URL('../../desktop/build/zhizhi.mjs', import.meta.url).pathname
const bank = 'courses/a4-query-1/bank.md'

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** In a process group of its own; Ctrl-C, which the whole group gets, once stderr says `stopAt`. */
async function zhizhi(args: readonly string[], stopAt?: string): Promise<Ended> {
  const child = spawn(process.execPath, [launcher, ...args], {
    ...{ stdio: ['ignore', 'pipe', 'pipe'], detached: true },
  })
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => {
    const before = err
    err += chunk.toString()
    const now = stopAt !== undefined && err.includes(stopAt) && !before.includes(stopAt)
    if (now && child.pid !== undefined) process.kill(-child.pid, 'SIGINT')
  })
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, out, err }
}

describe('check of a bank', () => {
  test('tells how different the draws are, in a table, and fails nothing for it', async () => {
    const { code, out, err } = await zhizhi(['check', 'courses/a9-privacy/bank.md'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/题目 last-working-day：抽 200 次只有 \d+ 个不同的答案/)
    expect(out).toMatch(/^a9-privacy +last-working-day +final +number +200 .*答案少$/m)
  })

  test('says how far it is, and with Ctrl-C tells what was proven so far', async () => {
    const { code, out, err } = await zhizhi(
      ['check', bank, '--draws', '2', '--json'],
      'a-by-channel：',
    )
    expect(code).toBe(130)
    expect(err).toContain('a4-query-1 a-by-channel：2/2\n')
    expect(err).toContain('停下了')
    const report = JSON.parse(out) as { banks: { variety: unknown[] } }
    expect(report).toMatchObject({ stopped: true, errors: [] })
    expect(report.banks.variety[0]).toMatchObject({ item: 'a-by-channel', kind: 'sql', proven: 2 })
  })

  test.each([
    ['no draws', ['--draws', '0'], '至少写 1'],
    ['half a draw', ['--draws', '1.5'], '整数'],
    ['two ways at once', ['--draws', '3', '--all-draws'], '只能写一个'],
  ])('does not understand %s', async (_, args, words) => {
    const { code, err } = await zhizhi(['check', bank, ...args])
    expect(code).toBe(2)
    expect(err).toContain(words)
  })
})
