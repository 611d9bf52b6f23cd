import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test, whileHostWaits, type RunningApp } from './fixtures.ts'
import { go } from './pages.ts'

const text = `---
title: 试点选
datasets: [anlan-places]
---

\`\`\`query name=result
from: anlan_places.streets
\`\`\`
`

async function openNotebook(app: RunningApp, page: Page) {
  await mkdir(join(app.workspace, 'notebooks'), { recursive: true })
  await writeFile(join(app.workspace, 'notebooks', 'try.md'), text)
  await go(page, '#/notebooks/try')
  await expect(page.getByRole('main')).toContainText('12 行')
}

const step = (page: Page, name: string) => page.getByRole('group', { name, exact: true })
const main = (page: Page) => page.getByRole('main')

async function choose(page: Page, name: string, item: RegExp) {
  await step(page, name).getByRole('button').last().click()
  const one = page.getByRole('menuitem', { name: item }).first()
  await one.click()
  await expect(one).toBeHidden()
}

test('streets are ranked without SQL, from a dataset of the catalogue', async ({ app, page }) => {
  await openNotebook(app, page)
  await choose(page, '数据', /12345 热线工单/)
  await expect(step(page, '数据')).toContainText('hotline_tickets')
  await choose(page, '分组', /^街道/)
  await expect(main(page)).toContainText('12 行')
  await choose(page, '筛选', /来源渠道/)
  await page.getByRole('group', { name: '常见的值' }).getByText('电话', { exact: true }).click()
  await page.getByRole('button', { name: '确定' }).click()
  await expect(step(page, '筛选')).toContainText('来源渠道是电话')
  await choose(page, '再计算', /^排名/)
  await page.getByRole('button', { name: '确定' }).click()
  await choose(page, '排序', /^行数 从大到小/)
  await expect(main(page).getByRole('gridcell', { name: '科创街道' })).toBeVisible()

  await main(page).getByRole('gridcell').first().click()
  await page.getByRole('button', { name: '看这一行的明细' }).click()
  await expect(page.getByRole('heading', { name: /result_rows$/ })).toBeVisible()
  await expect(main(page)).toContainText('27,979 行')

  await page.getByRole('button', { name: 'SQL', exact: true }).first().click()
  await expect(main(page)).toContainText('GROUP BY ALL')
  await expect
    .poll(() => readFile(join(app.workspace, 'notebooks', 'try.md'), 'utf8'))
    .toContain('{ column: channel, is: 电话 }')
})

test('while a result is on its way nothing moves, and no row of the one before is looked into', async ({
  app,
  page,
}, info) => {
  test.skip(info.project.name === 'electron', 'there the host is the window too')
  await openNotebook(app, page)
  const look = page.getByRole('button', { name: '看这一行的明细' })
  await step(page, '分组').getByRole('button').last().click()
  const street = page.getByRole('menuitem', { name: /^街道/ }).first()
  await expect(street).toBeVisible()
  await whileHostWaits(app, async () => {
    await street.click()
    await expect(look).toBeDisabled()
    const before = await step(page, '排序').boundingBox()
    await expect(main(page).getByRole('progressbar').first()).toBeVisible()
    expect(await step(page, '排序').boundingBox()).toEqual(before)
    const wide = page.viewportSize() ?? { width: 1366, height: 768 }
    await page.setViewportSize({ width: 390, height: 844 })
    await expect(main(page).getByRole('progressbar').first()).toBeVisible()
    expect((await main(page).getByRole('heading').first().boundingBox())?.width).toBeLessThan(390)
    await page.setViewportSize(wide)
  })
  await expect(look).toBeEnabled()
  await main(page).getByRole('gridcell').nth(2).click()
  await look.click()
  await expect(page.getByRole('heading', { name: /result_rows$/ })).toBeVisible()
})

test('a join says what is to be feared of it', async ({ app, page }) => {
  await openNotebook(app, page)
  await step(page, '联接').getByRole('button').last().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('另一张表', { exact: true }).click()
  await page.getByRole('option', { name: 'anlan_places.communities' }).click()
  await dialog.getByLabel('这张表的列').click()
  await page.getByRole('option', { name: /street_code/ }).click()
  await dialog.getByLabel('另一张表的列').click()
  await page.getByRole('option', { name: /street_code/ }).click()
  await expect(dialog).toContainText('一行会变成 5.0 行')
  await dialog.getByLabel('另一张表的列').click()
  await page.getByRole('option', { name: /community_code/ }).click()
  await expect(dialog).toContainText('多半不是同一级的区划')
})

test('a question is understood aloud before anything runs', async ({ app, page }) => {
  await openNotebook(app, page)
  await page.getByRole('textbox', { name: '问一句' }).fill('各类型常住人口合计排名')
  await page.keyboard.press('Enter')
  await expect(main(page)).toContainText('这样理解')
  await expect(main(page)).toContainText('常住人口合计排名')
  await expect(page.getByRole('heading', { name: /answer$/ })).toHaveCount(0)
  await page.getByRole('button', { name: '放进笔记' }).click()
  await expect(page.getByRole('heading', { name: /answer$/ })).toBeVisible()
  await expect(main(page)).toContainText('常住人口合计排名')
})
