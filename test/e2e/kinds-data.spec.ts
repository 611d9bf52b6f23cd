import { cp, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { axeFaults } from './axe.ts'
import { expect as ask, test as base } from './fixtures.ts'
import { go } from './pages.ts'

/** Exercises that are answered on the lesson's data: pointing, drawing, building, moving a line. */

const root = new URL('../..', import.meta.url).pathname
const lesson = '#/learn/pointing/01-by-pointing'

/** An installation whose only course has these exercises. */
const test = base.extend<{ appRoot: string }>({
  appRoot: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'zhizhi-pointing-'))
    for (const part of ['package.json', 'desktop/build', 'dist', 'datasets', 'notebooks']) {
      await cp(join(root, part), join(folder, part), { recursive: true })
    }
    await cp(join(root, 'test/fixtures/courses-data'), join(folder, 'courses'), { recursive: true })
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },
})
// the first check of a fresh host starts an engine; on a busy machine that takes its time
test.describe.configure({ timeout: 240_000 })
const expect = ask.configure({ timeout: 60_000 })

const task = (page: Page, id: string) => page.locator(`#task-${id}`)

test('a threshold is moved by keyboard and by figures, an indicator shows its value', async ({
  page,
}) => {
  await go(page, lesson)
  // the forms above are made as one comes near them, and push down what is below
  await task(page, 'top-categories').scrollIntoViewIfNeeded()
  await expect(task(page, 'top-categories').getByRole('img')).toBeVisible()
  const line = task(page, 'visit-line')
  await line.scrollIntoViewIfNeeded()
  await expect(line.getByText('先移一移滑块，再检查。')).toBeVisible()
  await line.getByRole('slider').press('ArrowRight')
  await line.getByRole('button', { name: '检查' }).click()
  await expect(line.getByText('线划得太低', { exact: false })).toBeVisible()
  await line.getByRole('textbox').fill('０.6')
  await line.getByRole('textbox').press('Enter')
  await expect(line.getByRole('img')).toHaveAttribute('aria-label', /线划在 0\.6/)
  await line.getByRole('button', { name: '检查' }).click()
  await expect(line.getByText('两头都担得起', { exact: false })).toBeVisible()

  const rate = task(page, 'call-back-rate')
  await rate.getByLabel('分子').click()
  await page.getByRole('option', { name: '回访时说满意的工单' }).click()
  await rate.getByLabel('分母').click()
  await page.getByRole('option', { name: '全部工单' }).click()
  await expect(rate.getByRole('status').getByText(/÷.*= [\d.]+ %/)).toBeVisible()
  await rate.getByRole('button', { name: '检查' }).click()
  await expect(rate.getByText('没有机会说满意', { exact: false })).toBeVisible()
  await expect(rate.getByText('照题目的口径', { exact: false })).toBeVisible()
})

test('a query is put together by pointing, wrong at first, and opened in the workbench', async ({
  page,
}) => {
  await go(page, lesson)
  const query = task(page, 'noise-by-street')
  await query.scrollIntoViewIfNeeded()
  await expect(query.getByText('先在上面选一步，再检查。')).toBeVisible()
  await query.getByRole('button', { name: '按什么分开算' }).click()
  await page.getByRole('menuitem', { name: /^街道（镇）/ }).click()
  await query.getByRole('button', { name: '检查' }).click()
  await expect(query.getByText('看看“筛选”', { exact: false })).toBeVisible()
  await expect(query.getByText('有 12 行不同')).toBeVisible()

  await query.getByRole('button', { name: '在工作台打开' }).click()
  await expect(page).toHaveURL(/#\/notebooks\/pointing-01-noise-by-street$/)
  await expect(page.getByRole('main')).toContainText('它是您自己的')
  await expect(page.getByRole('main')).toContainText('点选查询 我的答案')
  await page.getByRole('link', { name: '点着查，画着看' }).click()
  await expect(page).toHaveURL(/#\/learn\/pointing\/01-by-pointing$/)

  // what was chosen is still there
  await expect(task(page, 'noise-by-street').getByText('街道（镇）').first()).toBeVisible()
})

test('a chart is drawn by choices and judged by them', async ({ page }) => {
  await go(page, lesson)
  const chart = task(page, 'top-categories')
  await chart.scrollIntoViewIfNeeded()
  await expect(chart.getByRole('img')).toBeVisible()
  await chart.getByRole('button', { name: '检查' }).click()
  await expect(chart.getByText('现在画的是行数', { exact: false })).toBeVisible()
  await chart.getByLabel('长短表示').click()
  await page.getByRole('option', { name: '列里的数，照原样' }).click()
  await chart.getByLabel('排序').click()
  await page.getByRole('option', { name: '从多到少' }).click()
  await chart.getByRole('button', { name: '检查' }).click()
  await expect(chart.getByText('对了', { exact: false })).toBeVisible()

  expect(await axeFaults(page)).toEqual([])
})
