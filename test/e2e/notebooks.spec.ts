import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { go } from './pages.ts'

/** A notebook made by hand, and the file it lies in. */
async function makeNotebook(page: Page, workspace: string, title: string) {
  await go(page, '#/notebooks')
  await page.getByRole('button', { name: '新建笔记' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: '题目' }).fill(title)
  await page.getByRole('button', { name: '建好并打开' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  const id = new URL(page.url()).hash.split('/').at(-1) ?? ''
  return { hash: `#/notebooks/${id}`, file: join(workspace, 'notebooks', `${id}.md`) }
}

/** Edits the whole text, without leaving its editor. */
async function prepare(page: Page, change: (text: string) => string) {
  await page.getByRole('button', { name: '原文', exact: true }).click()
  const text = page.getByRole('textbox', { name: '笔记的原文' })
  await text.fill(change(await text.inputValue()))
}

const use = (page: Page) => page.getByRole('button', { name: '用这份原文' }).click()

async function rewrite(page: Page, change: (text: string) => string) {
  await prepare(page, change)
  await use(page)
}

const saved = (page: Page) => expect(page.getByText('已自动保存')).toBeVisible()
const clash = (page: Page) => page.getByRole('dialog', { name: '两边都改了这份笔记' })

test('two windows and another program on one notebook lose nothing', async ({ app, page }) => {
  const { hash, file } = await makeNotebook(page, app.workspace, '街道投诉')
  expect(hash).toMatch(/notebook-\d{8}-1$/)
  await rewrite(page, (text) => `${text}\n第一段\n\n中间\n\n第三段\n`)
  await saved(page)

  const other = await page.context().newPage()
  await other.goto(new URL(page.url()).origin)
  await go(other, hash)
  await expect(other.getByText('第三段')).toBeVisible()

  // nothing unsaved there: it is taken in
  await rewrite(page, (text) => text.replace('第一段', '第一段，改过'))
  await expect(other.getByText('第一段，改过')).toBeVisible()

  // another program writes while there are changes here
  await prepare(page, (text) => text.replace('第三段', '第三段，我的'))
  await writeFile(file, (await readFile(file, 'utf8')).replace('第一段，改过', '第一段，外面的'))
  await expect(page.getByText('您改原文的时候，笔记在别处也改了')).toBeVisible()
  await use(page)
  for (const window of [page, other]) {
    await expect(window.getByText('第三段，我的')).toBeVisible()
    await expect(window.getByText('第一段，外面的')).toBeVisible()
  }
  await saved(page)

  // both at once, on the same line: the later one is asked
  await prepare(other, (whole) => whole.replace('中间', '中间，那边的'))
  await prepare(page, (whole) => whole.replace('中间', '中间，我的'))
  await Promise.all([use(page), use(other)])
  const asked = await Promise.race(
    [page, other].map(async (window) => {
      await clash(window).waitFor()
      return window
    }),
  )
  await expect(clash(asked)).toContainText('中间，那边的')
  await clash(asked).getByText('都留下').click()
  await clash(asked).getByRole('button', { name: '合并' }).click()
  for (const window of [page, other]) {
    await expect(
      window.getByText(/^中间，我的\s中间，那边的$|^中间，那边的\s中间，我的$/),
    ).toBeVisible()
  }

  // a file that is spoilt, and one that is gone
  await saved(page)
  await writeFile(file, Buffer.from([0xb3, 0xcc, 0xd0, 0xf2]))
  await expect(page.getByText('读不出来的内容')).toBeVisible()
  await page.getByRole('button', { name: '重新写回' }).click()
  await saved(page)
  await expect.poll(() => readFile(file, 'utf8')).toContain('中间，那边的')
  await rm(file)
  await expect(page.getByText('文件被移走或删除了')).toBeVisible()
  await page.getByRole('button', { name: '重新写回' }).click()
  await saved(page)
  await saved(other)
})

test('an earlier version is compared, named, restored, and that is undone', async ({
  app,
  page,
}) => {
  await makeNotebook(page, app.workspace, 'A look at streets')
  await expect(page).toHaveURL(/a-look-at-streets$/)
  await rewrite(page, (text) => text.replace('在这里写下您的想法', '有 12 个街道'))
  await saved(page)
  await page.getByRole('button', { name: '版本' }).click()
  const dialog = page.getByRole('dialog', { name: '版本' })
  await expect(dialog.locator('ins').first()).toContainText('12')
  await dialog.getByRole('textbox', { name: '名字' }).fill('送审稿')
  await dialog.getByRole('button', { name: '记下名字' }).click()
  await expect(dialog.getByRole('button', { name: /送审稿/ })).toBeVisible()
  await dialog.getByRole('button', { name: '恢复这一版' }).click()
  await expect(page.getByText('在这里写下您的想法')).toBeVisible()
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(page.getByText('有 12 个街道')).toBeVisible()
})

test('a disk that refuses is told of, and tried again until it takes the text', async ({
  app,
  page,
}) => {
  const { file } = await makeNotebook(page, app.workspace, '写不进去')
  const obstacle = join(app.workspace, 'notebooks/.versions')
  await writeFile(obstacle, '') // no version can be kept, so nothing may be written over
  await rewrite(page, (text) => `${text}\n等一等\n`)
  await expect(page.getByText('没有保存：磁盘或工作区现在不能写入')).toBeVisible()
  await rm(obstacle)
  await saved(page)
  expect(await readFile(file, 'utf8')).toContain('等一等')
})

test('what was typed and not yet saved survives a crash of the window', async ({ app, page }) => {
  const { hash } = await makeNotebook(page, app.workspace, '会中断的')
  await saved(page)
  await rewrite(page, (text) => `${text}\n来不及保存的一句\n`)
  await page.waitForTimeout(300)
  const again = await page.context().newPage()
  await page.goto('chrome://crash').catch(() => undefined)
  await again.goto(new URL(app.url).origin)
  await go(again, hash)
  await expect(again.getByText('上次有改动没来得及保存')).toBeVisible()
  await expect(again.getByRole('region', { name: '比较' })).toContainText('来不及保存的一句')
  await again.getByRole('button', { name: '恢复', exact: true }).click()
  await expect(again.getByRole('main').getByText('来不及保存的一句')).toBeVisible()
  await expect(again.getByText('上次有改动没来得及保存')).toBeHidden()
  await saved(again)
})

test('a notebook is renamed, copied, deleted and brought back; files come and go', async ({
  app,
  page,
}) => {
  await makeNotebook(page, app.workspace, '原名')
  await go(page, '#/notebooks')
  await page.getByRole('button', { name: '改题目：原名' }).click()
  await page.getByRole('textbox', { name: '题目' }).fill('新名')
  await page.getByRole('button', { name: '改好' }).click()
  await page.getByRole('button', { name: '复制一份：新名' }).click()
  await expect(page.getByRole('link', { name: '新名（副本）', exact: true })).toBeVisible()
  await page.getByRole('button', { name: '删除：新名（副本）' }).click()
  await expect(page.getByText('已删除“新名（副本）”')).toBeVisible()
  await page.getByRole('button', { name: '撤销删除' }).click()
  await expect(page.getByRole('link', { name: '新名（副本）', exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: /^删除：老龄化/ })).toHaveCount(0)

  const arriving = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出 .md 文件：新名', exact: true }).click()
  expect(await readFile(await (await arriving).path(), 'utf8')).toContain('title: 新名')
  const bytes = Buffer.from([0xb3, 0xcc, 0xd0, 0xf2])
  const picker = page.locator('input[type=file]')
  await picker.setInputFiles({ name: 'gbk.md', mimeType: 'text/markdown', buffer: bytes })
  await expect(page.getByText('文件不是 UTF-8 编码的文字')).toBeVisible()
  const plain = Buffer.from('# 调研记录\n\n走访三个小区。\n')
  await picker.setInputFiles({ name: 'x.md', mimeType: 'text/markdown', buffer: plain })
  await expect(page.getByRole('heading', { level: 1, name: '调研记录' })).toBeVisible()

  await go(page, '#/research/census-2020')
  await page.getByRole('button', { name: '用这份数据新建笔记' }).click()
  await expect(page).toHaveURL(/notebooks\/census-2020-1$/)
  await expect(page.getByRole('main').getByRole('grid')).toContainText('辽宁')
})
