import { spawn } from 'node:child_process'
import { describe, expect, test } from 'vitest'

/** What a command does when whoever reads its output goes away, as `head` does. */

const launcher = new URL('../../desktop/build/zhizhi.mjs', import.meta.url).pathname

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs a line of bash; `zhizhi` in it is the command. */
async function bash(line: string): Promise<Ended> {
  const zhizhi = `zhizhi() { '${process.execPath}' '${launcher}' "$@"; }`
  const child = spawn('bash', ['-c', `set -o pipefail\n${zhizhi}\n${line}`], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, out, err }
}

/** More than a pipe holds (64 KiB): what fits is written before anybody can go. */
const rows = `'SELECT range AS n, repeat($$x$$, 99) AS x FROM range(9000)'`

describe('a closed pipe', () => {
  test('ends a command without a word, with the code that a shell knows', async () => {
    const { code, out, err } = await bash(`zhizhi query ${rows} | head -n 2`)
    expect({ code, out, err }).toEqual({
      code: 141,
      out: `n,x\r\n0,${'x'.repeat(99)}\r\n`,
      err: '',
    })
  })

  test.each([
    ['JSON', `query ${rows} --json`],
    ['what is printed line by line', 'check courses/programmes'],
    ['the help', '--help'],
  ])('that was closed from the start ends %s likewise', async (_, command) => {
    const { code, out, err } = await bash(
      // the reader is gone before the command has begun
      `exec 3> >(exec true); wait $!; zhizhi ${command} >&3`,
    )
    expect({ code, out, err }).toEqual({ code: 141, out: '', err: '' })
  })

  test('leaves the code as it was where all is read', async () => {
    const { code, err } = await bash('zhizhi --help | cat')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect((await bash('zhizhi no-such-verb 2>&1 | cat')).code).toBe(2)
  })

  test('of the messages ends a command too', async () => {
    const { code, out } = await bash('exec 3> >(exec true); wait $!; zhizhi no-such-verb 2>&3')
    expect({ code, out }).toEqual({ code: 141, out: '' })
  })
})
