import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { axeFaults } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { go } from './pages.ts'

const notebook = new URL('../fixtures/chart-kinds.md', import.meta.url)

test('every ready-made kind is drawn, told and sound; its form and its YAML change it', async ({
  app,
  page,
}) => {
  test.slow()
  await writeFile(join(app.workspace, 'notebooks', 'kinds.md'), await readFile(notebook, 'utf8'))
  await go(page, '#/notebooks/kinds')
  const figure = (title: string) => page.locator('figure').filter({ hasText: title }).first()
  const picture = (title: string) => figure(title).getByRole('img')
  await expect(page.getByRole('heading', { level: 1, name: '各种图' })).toBeVisible()
  for (const title of ['各街道的平均用时', '人口的年龄和性别', '用时的变化', '每月的平均用时']) {
    await figure(title).scrollIntoViewIfNeeded()
    await expect(picture(title)).toHaveAttribute('aria-label', new RegExp(`^${title}。`))
  }
  await expect(figure('五千个名称')).toContainText('共 5000 个，只画了最大的 10 个')
  await expect(figure('怪漏斗')).toContainText('“三组”是负数')

  // by a small picture
  const first = figure('各街道的件数')
  await first.scrollIntoViewIfNeeded()
  await first.getByRole('button', { name: '改图' }).click()
  await first.getByText('全部图形').click()
  await first.getByRole('button', { name: '箱线图', exact: true }).click()
  const yaml = page.getByLabel('这张图的写法')
  await expect(yaml).toHaveValue(/kind: box/)
  // by its text, wrong at first
  await yaml.fill((await yaml.inputValue()).replace('kind: box', 'kind: boxes'))
  await expect(page.getByText('还不能画：')).toBeVisible()
  await yaml.fill((await yaml.inputValue()).replace('kind: boxes', 'kind: box'))
  await expect(page.getByText('还不能画：')).toHaveCount(0)
  const box = page.locator('figure').filter({ has: yaml })
  await expect(box.getByText('箱子是中间一半')).toBeVisible()
  // into layers and back, and undone
  await box.getByRole('button', { name: '横条', exact: true }).click()
  await expect(yaml).toHaveValue(/mark: barX/)
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(yaml).toHaveValue(/kind: box/)

  expect(await axeFaults(page)).toEqual([])
})
