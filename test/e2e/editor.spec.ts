import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { go } from './pages.ts'

/** The card of a SQL cell. */
function cell(page: Page, name: string): Locator {
  const heading = page.getByRole('heading', { level: 3, name: new RegExp(` ${name}$`) })
  return heading.locator('xpath=ancestor::header/..')
}

async function write(page: Page, card: Locator, sql: string): Promise<void> {
  await card.getByRole('textbox').click()
  await page.keyboard.press('Control+A')
  await page.keyboard.insertText(sql)
}

test('the editor proposes, explains, mends, formats, tries out and times a query', async ({
  page,
}) => {
  await go(page, '#/notebooks/ageing-digital-divide')
  const card = cell(page, 'by_province')
  await expect(card).toContainText('31 行')

  // a Chinese title brings its column; a keyword comes from the engine's grammar
  await write(page, card, 'SELECT province, ')
  await page.keyboard.insertText('常住')
  await page.keyboard.press('Control+Space')
  await expect(page.getByRole('option').first()).toContainText('population')
  await page.waitForTimeout(200) // a list that has just opened takes no key, lest it catch one meant for the text
  await page.keyboard.press('Tab')
  await expect(card.getByRole('textbox')).toContainText('SELECT province, population')
  await page.keyboard.type(' FRO')
  await expect(page.getByRole('option', { name: 'FROM' })).toBeVisible()
  await page.keyboard.press('Escape')

  // full-width marks are named and replaced by a click
  await write(page, card, 'SELECT province， share_65_plus FROM census_2020')
  await page.keyboard.press('Control+Enter')
  await expect(card).toContainText('全角标点')
  await card.getByRole('button', { name: '换成半角' }).click()
  await expect(card).toContainText('31 行')

  // an unknown input is named, and added
  await write(page, card, 'SELECT province FROM census_2020 WHERE province = $which')
  await page.keyboard.press('Control+Enter')
  await card.getByRole('button', { name: '加一个输入 which' }).click()
  await expect(page.getByRole('textbox', { name: 'which' })).toBeVisible()

  await write(page, card, 'select province,population from census_2020 where population>1e8')
  await card.getByRole('button', { name: '整理格式' }).click()
  await expect(card.getByRole('textbox')).toContainText('WHERE')
  await expect(card).toContainText('意思没有变')

  // the selected part alone; the cell's own table stays
  await write(page, card, 'SELECT province FROM census_2020')
  await page.keyboard.press('Control+Enter')
  await expect(card).toContainText('31 行')
  await write(page, card, 'SELECT 40 + 2 AS answer')
  await page.keyboard.press('Control+A')
  await card.getByRole('button', { name: '运行选中部分' }).click()
  const trial = card.getByRole('region', { name: '选中部分的结果' })
  await expect(trial.getByRole('grid')).toContainText('42')
  await trial.getByRole('button', { name: '关闭' }).click()
  await expect(trial).toHaveCount(0)

  await card.getByRole('button', { name: '看看怎么算的' }).click()
  await expect(card.getByRole('table')).toContainText('做什么')
})

test('steps tell a query in Chinese, by keyboard', async ({ page }) => {
  await go(page, '#/notebooks/ageing-digital-divide')
  const card = cell(page, 'by_province')
  await expect(card).toContainText('31 行')
  await card.getByRole('tab', { name: 'SQL' }).focus()
  await page.keyboard.press('ArrowRight')
  const steps = card.getByRole('tabpanel', { name: '步骤' })
  await expect(steps).toContainText('（census_2020）取数据')
  await expect(steps).toContainText('超过')
})
