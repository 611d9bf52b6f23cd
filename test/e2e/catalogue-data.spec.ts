import { cp, mkdtemp, rename, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { go } from './pages.ts'

const root = new URL('../..', import.meta.url).pathname
const tickets = '#/research/hotline-tickets/data'

const status = (page: Page) => page.getByRole('main').getByRole('status').first()
const strip = (page: Page, title: string) =>
  page.getByRole('group', { name: new RegExp(`^${title} 的分布`) })

test('columns filter one another by hand, and the rows follow', async ({ page }) => {
  await go(page, tickets)
  const main = page.getByRole('main')
  await expect(status(page)).toHaveText('共 300,000 行')
  await main.getByRole('button', { name: /^澜西区/ }).click()
  await expect(status(page)).toHaveText(/^剩 13\d,\d{3} 行（共 300,000 行）$/)
  const alone = await status(page).textContent()

  const days = strip(page, '办结用时')
  await days.scrollIntoViewIfNeeded()
  const box = await days.boundingBox()
  if (!box) throw new Error('the bars have no place')
  await page.mouse.move(box.x + 4, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.24, box.y + box.height / 2, { steps: 5 })
  await page.mouse.up()
  await expect(days.getByRole('button', { pressed: true })).toHaveCount(5)
  await expect(status(page)).not.toHaveText(alone ?? '')

  await main.getByRole('button', { name: '看这些行' }).click()
  const grid = main.getByRole('grid')
  await expect(grid).toBeFocused()
  await expect(grid.getByRole('columnheader').nth(6)).toHaveText(/区\s*district/)
  await expect(grid.getByRole('gridcell', { name: '澜西区' }).first()).toBeVisible()
  await expect(grid.getByRole('gridcell', { name: '望山区' })).toHaveCount(0)

  await main.getByRole('button', { name: /^去掉条件：办结用时/ }).click()
  await expect(status(page)).toHaveText(alone ?? '')
  await main.getByRole('button', { name: /^去掉条件：区/ }).click()
  await expect(status(page)).toHaveText('共 300,000 行')
})

test('columns are filtered by keyboard', async ({ page }) => {
  await go(page, tickets)
  const first = strip(page, '办结用时').getByRole('button').first()
  await first.focus()
  await page.keyboard.press('Enter')
  await expect(status(page)).toHaveText(/^剩 /)
  const one = await status(page).textContent()
  await page.keyboard.press('Shift+ArrowRight')
  await expect(strip(page, '办结用时').getByRole('button', { pressed: true })).toHaveCount(2)
  await expect(status(page)).not.toHaveText(one ?? '')
  await page.keyboard.press('End')
  await expect(strip(page, '办结用时').getByRole('button').last()).toBeFocused()
  await page.getByRole('button', { name: /^去掉条件：办结用时/ }).focus()
  await page.keyboard.press('Enter')
  await expect(status(page)).toHaveText('共 300,000 行')
})

const own = test.extend<{ appRoot: string }>({
  appRoot: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'zhizhi-gone-'))
    for (const part of [
      'package.json',
      'desktop/build',
      'dist',
      'datasets',
      'courses',
      'notebooks',
    ]) {
      await cp(join(root, part), join(folder, part), { recursive: true })
    }
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },
})

own('a dataset’s folder is taken away while its page is open', async ({ page, appRoot }) => {
  const main = page.getByRole('main')
  await go(page, '#/research/census-2020/data')
  await expect(status(page)).toHaveText('共 31 行')
  await rename(join(appRoot, 'datasets/census-2020'), join(appRoot, 'taken-away'))
  // what was read is still there to be looked at
  await strip(page, '常住人口').getByRole('button').last().click()
  await expect(status(page)).toHaveText('剩 1 行（共 31 行）')
  await expect(main.getByRole('grid')).toContainText('广东省')
  await go(page, '#/research/census-2020')
  await expect(main).toContainText('文件夹不在了')
  await go(page, '#/research')
  await expect(main).toContainText('文件夹不在了')
  await rename(join(appRoot, 'taken-away'), join(appRoot, 'datasets/census-2020'))
  await go(page, '#/research/census-2020')
  await expect(main).toContainText('目录卡片')
})
