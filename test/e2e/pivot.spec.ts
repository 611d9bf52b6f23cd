import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { axeFaults } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { go } from './pages.ts'

const notebook = `---
title: 诉求从哪里来
datasets: [hotline-tickets]
---

## 各区

\`\`\`pivot name=streets
from: hotline_tickets
rows: [district]
columns: [channel]
values:
  - { as: 件数, count: rows }
\`\`\`
`

async function open(page: Page, workspace: string): Promise<void> {
  await writeFile(join(workspace, 'notebooks/pivoted.md'), notebook)
  await go(page, '#/notebooks/pivoted')
  await expect(page.getByRole('region', { name: '透视表 streets' })).toContainText('合计')
}

test('fields are moved by mouse and by keyboard, and every step can be undone', async ({
  app,
  page,
}) => {
  await open(page, app.workspace)
  const table = page.getByRole('region', { name: '透视表 streets' })
  await expect(table.getByRole('columnheader', { name: '电话' })).toBeVisible()

  const columns = page.getByRole('group', { name: '列', exact: true })
  const rows = page.getByRole('group', { name: '行', exact: true })
  await page
    .getByRole('list', { name: '字段' })
    .getByRole('button', { name: '街道（镇）' })
    .dragTo(rows)
  await expect(table.getByRole('rowheader', { name: '望山区 小计' })).toBeVisible()

  await columns.getByRole('button', { name: '来源渠道' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: '移到“行”' }).press('Enter')
  await expect(table.getByRole('columnheader', { name: '来源渠道' })).toBeVisible()
  await rows.getByRole('button', { name: '来源渠道' }).focus()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(table.getByRole('columnheader').nth(1)).toHaveText('来源渠道')

  for (let step = 0; step < 3; step += 1) await page.getByRole('button', { name: /^撤销/ }).click()
  await expect(table.getByRole('columnheader', { name: '电话' })).toBeVisible()

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出 Excel' }).click()
  expect((await download).suggestedFilename()).toMatch(/^streets-.+\.xlsx$/)
})

test('a chart is made by choices, and its form is sound', async ({ app, page }) => {
  await open(page, app.workspace)
  await page.getByRole('button', { name: '添加', exact: true }).click()
  await page.getByRole('menuitem', { name: /^图/ }).click()
  const figure = page.locator('figure')
  await expect(figure.locator('.picture svg').first()).toBeVisible({ timeout: 20_000 })
  await figure.getByRole('button', { name: '改图' }).click()
  await figure.getByText('全部图形').click()
  await figure.getByRole('button', { name: '折线', exact: true }).click()
  await figure.getByLabel('横轴', { exact: true }).click()
  await page.getByRole('option', { name: '受理时间' }).click()
  await expect(figure.getByRole('heading')).toHaveText('数量按月的变化')

  expect(await axeFaults(page)).toEqual([])
})
