import { spawn, type ChildProcess } from 'node:child_process'
import { appendFile, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const launcher = new URL('../../desktop/build/zhizhi.mjs', import.meta.url).pathname
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhizhi-cli-'))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

function start(args: string[]): ChildProcess {
  return spawn(process.execPath, [launcher, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
}

async function zhizhi(
  ...args: string[]
): Promise<{ code: number | null; out: string; err: string }> {
  const child = start(args)
  let out = ''
  let err = ''
  child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()))
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, out, err }
}

async function json(...args: string[]): Promise<unknown> {
  const { out } = await zhizhi(...args, '--json')
  return JSON.parse(out)
}

describe('query', () => {
  test('gives columns and rows; exact numbers as strings where a double would lose digits', async () => {
    const sql = `SELECT sum(population) AS people, 9007199254740993 AS big,
                        12345678901234567.89 AS exact, NULL AS none FROM census_2020`
    expect(await json('query', sql)).toEqual({
      columns: [
        { name: 'people', type: 'HUGEINT' },
        { name: 'big', type: 'BIGINT' },
        { name: 'exact', type: 'DECIMAL(19,2)' },
        { name: 'none', type: 'INTEGER' },
      ],
      // 1,411,778,724 as published, less 2,000,000 servicemen who belong to no province
      rows: [[1_409_778_724, '9007199254740993', '12345678901234567.89', null]],
    })
  })

  test('CSV keeps NULL and an empty text apart', async () => {
    const { out } = await zhizhi('query', `SELECT NULL AS a, '' AS b, 'x,"y"' AS c`)
    expect(out.trim()).toBe('a,b,c\r\n,"","x,""y"""')
  })

  test('writes Parquet that another DuckDB reads, types and order kept', async () => {
    const file = join(folder, "o'ut.parquet")
    const sql = 'SELECT province, population FROM census_2020 ORDER BY population DESC'
    expect(await json('query', sql, '--format', 'parquet', '--out', file)).toEqual({
      out: file,
      rows: 31,
    })
    const instance = await DuckDBInstance.create(':memory:')
    const connection = await instance.connect()
    const found = await connection.runAndReadAll(
      `FROM read_parquet('${file.replaceAll("'", "''")}') LIMIT 1`,
    )
    expect(found.columnTypes().map(String)).toEqual(['VARCHAR', 'BIGINT'])
    expect(found.getRowsJson()).toEqual([['广东省', '126012510']])
    connection.closeSync()
    instance.closeSync()
    const { code, err } = await zhizhi('query', sql, '--format', 'parquet')
    expect(code).toBe(2)
    expect(err).toContain('--out')
  })

  test.each([
    [`SELECT * FROM read_csv('/etc/passwd')`, 'sql_refused'],
    [`COPY census_2020 TO '/tmp/x.csv'`, 'sql_refused'],
    ['SELEC 1', 'sql_syntax'],
    ['SELECT * FROM nowhere', 'sql_failed'],
    ['', 'sql_empty'],
  ])('%s is refused in words', async (sql, code) => {
    const { code: exit, out, err } = await zhizhi('query', sql, '--json')
    expect(exit).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ error: { code } })
    expect(err).toMatch(/。/)
  })

  test('an unknown dataset is named', async () => {
    const { code, err } = await zhizhi('query', 'SELECT 1', '--dataset', 'no-such')
    expect(code).toBe(1)
    expect(err).toContain('no-such')
  })
})

describe('wrong usage ends with 2', () => {
  test.each([[[]], [['fly']], [['query']], [['query', 'SELECT 1', '--nope']], [['audit', 'burn']]])(
    '%j',
    async (args) => {
      expect((await zhizhi(...args)).code).toBe(2)
    },
  )
})

test('search answers with typed hits, and no typed character makes it fail', async () => {
  const hits = (await json('search', '投诉')) as { type: string; id: string }[]
  expect(hits).toContainEqual(expect.objectContaining({ type: 'dataset', id: 'hotline-tickets' }))
  expect(await json('search', '+-*:^~"\\（')).toEqual([])
})

// every course is proven by learning-content.test.ts; here it is the verb that is tried
test('check proves what it is pointed at, courses, datasets and notebooks', async () => {
  const asked = [
    'courses/a4-query-1/01-count-by-street',
    'courses/b4-payment',
    'datasets',
    'notebooks',
  ]
  const report = (await json('check', ...asked)) as {
    errors: unknown[]
    exercises: { proven: number; total: number }
    scenarios: { proven: number; total: number; states: number }
  }
  expect(report.errors).toEqual([])
  expect(report.exercises.total).toBeGreaterThan(0)
  expect(report.exercises.proven).toBe(report.exercises.total)
  expect(report.scenarios.proven).toBe(report.scenarios.total)
})

test('generate makes the shipped files byte for byte', async () => {
  const out = join(folder, 'made')
  const { createHash } = await import('node:crypto')
  const { readFile } = await import('node:fs/promises')
  const { files } = (await json('generate', '--out', out)) as { files: { file: string }[] }
  expect(files.length).toBeGreaterThanOrEqual(3)
  const shipped = new URL('../../datasets/', import.meta.url).pathname
  for (const { file } of files) {
    const sum = async (path: string) =>
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex')
    expect(await sum(file), file).toBe(await sum(file.replace(out, shipped)))
  }
})

describe('serve', () => {
  const hosts: ChildProcess[] = []
  afterAll(() => hosts.forEach((host) => host.kill('SIGKILL')))

  async function serve(...args: string[]): Promise<string> {
    const host = start(['serve', '--json', ...args])
    hosts.push(host)
    for await (const line of createInterface({ input: host.stdout! })) {
      return (JSON.parse(line) as { url: string }).url
    }
    throw new Error('no address')
  }

  test('a second app on the same workspace and a port in use are said in a sentence', async () => {
    const workspace = join(folder, 'shared')
    const url = await serve('--workspace', workspace)
    const second = await zhizhi('serve', '--no-open', '--workspace', workspace)
    expect(second.code).toBe(1)
    expect(second.err).toContain('正被另一个致知使用')
    const { port } = new URL(url)
    const other = await zhizhi(
      'serve',
      '--no-open',
      '--port',
      port,
      '--workspace',
      join(folder, 'other'),
    )
    expect(other.code).toBe(1)
    expect(other.err).toContain(port)
  })

  test('a workspace that cannot be written does not stop the app', async () => {
    await writeFile(join(folder, 'a-file'), '')
    expect(await serve('--workspace', join(folder, 'a-file/workspace'))).toMatch(
      /^http:\/\/127\.0\.0\.1/,
    )
  })

  test('a folder with other things in it is refused', async () => {
    const { code, err } = await zhizhi(
      'serve',
      '--no-open',
      '--workspace',
      new URL('..', import.meta.url).pathname,
    )
    expect(code).toBe(1)
    expect(err).toContain('不能当工作区')
  })
})

test('audit verify tells a whole journal from a damaged one', async () => {
  const workspace = join(folder, 'audited')
  const host = start(['serve', '--json', '--workspace', workspace])
  await new Promise((resolve) => host.stdout?.once('data', resolve))
  const gone = new Promise((resolve) => host.once('exit', resolve))
  host.kill('SIGTERM')
  await gone
  expect(await json('audit', 'verify', '--workspace', workspace)).toMatchObject({
    intact: true,
    damaged: [],
  })
  const [segment] = (await readdir(join(workspace, 'journal'))).filter((name) =>
    name.endsWith('.jsonl'),
  )
  await appendFile(join(workspace, 'journal', segment ?? '0.jsonl'), '{"seq":99}\n{"seq":100}\n')
  const after = await zhizhi('audit', 'verify', '--workspace', workspace, '--json')
  expect(JSON.parse(after.out)).toHaveProperty('damaged')
})
