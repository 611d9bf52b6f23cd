import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test, type RunningApp } from './fixtures.ts'
import { go } from './pages.ts'

const text = `---
title: 试算
datasets: [census-2020]
---

第一段。

\`\`\`sql name=base
SELECT province, population FROM census_2020
\`\`\`

一共 {{total.n}} 个省份。

\`\`\`sql name=total run=manual
SELECT count(*) AS n FROM base
\`\`\`
`

const fileOf = ({ workspace }: RunningApp) => join(workspace, 'notebooks', 'try.md')

async function openNotebook(app: RunningApp, page: Page) {
  await mkdir(join(app.workspace, 'notebooks'), { recursive: true })
  await writeFile(fileOf(app), text)
  await go(page, '#/notebooks/try')
  await expect(page.getByRole('main')).toContainText('31 行')
}

/** Opens what can be done with a cell and does one thing. */
async function choose(page: Page, cell: string, action: string) {
  await page.getByRole('button', { name: `对“${cell}”可以做的事` }).click()
  await page.getByRole('menuitem', { name: action }).click()
}

test('a manual cell waits for a click, and all can be done by keyboard', async ({ app, page }) => {
  await openNotebook(app, page)
  const main = page.getByRole('main')
  await expect(main).toContainText('手动运行的单元，点“运行”才算')
  await page.getByRole('button', { name: '运行' }).last().press('Enter')
  await expect(main).toContainText('一共 31 个省份')

  const tools = page.getByRole('button', { name: '对“total”可以做的事' })
  await tools.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: '改为自动运行' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('已自动保存').first()).toBeVisible()
  await expect.poll(() => readFile(fileOf(app), 'utf8')).not.toContain('run=manual')
})

test('blocks are added, rewritten, moved and taken away, and undone', async ({ app, page }) => {
  await openNotebook(app, page)
  const main = page.getByRole('main')

  await page.getByRole('button', { name: '添加', exact: true }).click()
  await page.getByRole('menuitem', { name: /^SQL 查询/ }).click()
  await expect(main.getByRole('heading', { name: /query$/ })).toBeVisible()
  await expect(main.getByRole('heading', { level: 3 })).toHaveCount(3)

  await choose(page, 'query', '上移')
  await choose(page, 'query', '复制一份')
  await expect(main.getByRole('heading', { name: /query_2$/ })).toBeVisible()
  await choose(page, 'query_2', '删除')
  await expect(main.getByRole('heading', { name: /query_2$/ })).toBeHidden()
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(main.getByRole('heading', { name: /query_2$/ })).toBeVisible()

  await page.getByRole('button', { name: '对“这段文字”可以做的事' }).first().click()
  await page.getByRole('menuitem', { name: '改文字' }).click()
  await page.getByLabel('文字（Markdown）').fill('新的**第一段**。')
  await page.keyboard.press('Control+Enter')
  await expect(main.locator('strong', { hasText: '第一段' })).toBeVisible()
  await expect.poll(() => readFile(fileOf(app), 'utf8')).toContain('新的**第一段**。')
})

test('the graph shows what is made from what, and leads there', async ({ app, page }) => {
  await openNotebook(app, page)
  await page.getByRole('button', { name: '关系图' }).click()
  const graph = page.getByRole('region', { name: '谁由谁算出来' })
  await graph
    .getByRole('button', { name: /^查询 base，由 census-2020 算出，改它会影响 total/ })
    .click()
  await expect(graph.getByRole('button', { name: /^文字/ })).toBeVisible()
  await graph.getByRole('button', { name: '去“base”' }).click()
  await expect(page.locator('.block:focus')).toContainText('base')
})
