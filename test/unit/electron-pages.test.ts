import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { appScheme, servePages } from '../../desktop/host/electron/pages.ts'

let folder: string
let pages: ReturnType<typeof servePages>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhizhi-pages-'))
  await mkdir(join(folder, 'renderer/assets'), { recursive: true })
  await writeFile(join(folder, 'renderer/index.html'), '<meta content="__CSP_NONCE__">')
  await writeFile(join(folder, 'renderer/assets/a.js'), 'export {}')
  await writeFile(join(folder, 'secret.html'), 'secret')
  pages = servePages(join(folder, 'renderer'))
})

afterAll(() => rm(folder, { recursive: true }))

test('the scheme is standard, secure and CORS-checked', () => {
  expect(appScheme.privileges).toMatchObject({ standard: true, secure: true, corsEnabled: true })
})

test('the page carries its policy and nonce', async () => {
  const answer = await pages(new Request('app://zhizhi/'))
  const policy = answer.headers.get('content-security-policy') ?? ''
  const nonce = /content="(.+)"/.exec(await answer.text())?.[1] ?? ''
  expect(nonce).not.toBe('__CSP_NONCE__')
  expect(policy).toContain(`'nonce-${nonce}'`)
  expect(policy).toContain("connect-src 'self';")
})

test('assets come with their type', async () => {
  const answer = await pages(new Request('app://zhizhi/assets/a.js'))
  expect(answer.headers.get('content-type')).toContain('text/javascript')
  expect(await answer.text()).toBe('export {}')
})

test.each([
  ['app://other/index.html', 403],
  ['app://zhizhi/../secret.html', 404],
  ['app://zhizhi/%2e%2e/secret.html', 404],
  ['app://zhizhi/..%2fsecret.html', 404],
  ['app://zhizhi/%00', 404],
  ['app://zhizhi/%E0%A4%A', 404],
  ['app://zhizhi/assets', 404],
  ['app://zhizhi/nowhere.js', 404],
])('%s → %d', async (url, status) => {
  const answer = await pages(new Request(url))
  expect(answer.status).toBe(status)
  expect(await answer.text()).toBe('')
})

test('nothing but reading', async () => {
  expect((await pages(new Request('app://zhizhi/', { method: 'POST' }))).status).toBe(403)
})
