import type { Page } from '@playwright/test'
import { axeFaults } from './axe.ts'
import { testOn } from './fixture-root.ts'
import { expect as ask } from './fixtures.ts'
import { go } from './pages.ts'

/** A final whose questions are built: an indicator, a pivot and a chart, on the data of two courses. */

const test = testOn('courses-built')
test.describe.configure({ timeout: 180_000 })
const expect = ask.configure({ timeout: 40_000 })
const main = (page: Page) => page.getByRole('main')
const button = (page: Page, name: string | RegExp) =>
  main(page).getByRole('button', { name, exact: true })
const next = (page: Page) => button(page, /^(保存并下一题|保存，看全卷)$/)

async function choose(page: Page, label: RegExp, option: string | RegExp): Promise<void> {
  await main(page).getByLabel(label).click()
  await page.getByRole('option', { name: option }).first().click()
}

async function begin(page: Page): Promise<void> {
  await go(page, '#/programme/trial')
  await button(page, '写下名字').click()
  await page.getByRole('dialog').getByRole('textbox').fill('周桂英')
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await main(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: '结业测评', exact: true }) })
    .getByRole('button')
    .click()
  await expect(main(page).getByRole('heading', { level: 1, name: '结业测评' })).toBeVisible()
}

test('what was built stays through a reload; what nobody touched is no answer', async ({
  page,
}) => {
  const heard: string[] = []
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => heard.push(String(payload))),
  )
  await page.reload()
  await begin(page)

  // two indicators: a right one and a wrong one
  for (const [at, above] of ['清理结果是取消的', '清理以后保留的'].entries()) {
    await expect(main(page)).toContainText(`第 ${at + 1} 题，共 4 题`)
    await expect(next(page)).toBeDisabled()
    await choose(page, /^分子/, above)
    await choose(page, /^分母/, '清理以前的全部')
    await main(page).getByRole('checkbox', { name: '年报' }).check()
    await expect(
      main(page)
        .getByRole('status')
        .getByText(/÷.*= [\d.]+ %/),
    ).toBeVisible()
    if (at === 0) {
      await page.reload()
      await expect(main(page).getByLabel(/^分子/)).toContainText(above)
      await expect(main(page).getByRole('checkbox', { name: '年报' })).toBeChecked()
      expect(await axeFaults(page)).toEqual([])
    }
    await next(page).click()
  }

  // the pivot begins on the table of its own course, which is not the first of the test
  await expect(main(page)).toContainText('第 3 题，共 4 题')
  await expect(button(page, '添加到“行”')).toBeVisible()
  await expect(main(page)).not.toContainText('看做好一半的')
  await expect(next(page)).toBeDisabled()
  await button(page, '添加到“行”').click()
  await page.getByRole('menuitem', { name: /^街道（镇）/ }).click()
  await expect(next(page)).toBeEnabled()
  await page.reload()
  await expect(next(page)).toBeEnabled()
  await expect(main(page).getByRole('article')).toContainText('街道（镇）')
  await next(page).click()

  // a chart as it stands at first was drawn by nobody
  await expect(main(page)).toContainText('第 4 题，共 4 题')
  await expect(main(page).getByRole('article').getByRole('img')).toBeVisible()
  await expect(next(page)).toBeDisabled()
  await choose(page, /^长短表示/, '列里的数，照原样')
  await choose(page, /^排序/, '从多到少')
  await expect(next(page)).toBeEnabled()
  expect(await axeFaults(page)).toEqual([])
  await next(page).click()

  await expect(main(page).getByText('每一题都答了。')).toBeVisible()
  const told = heard.join('\n')
  expect(told).toContain('answered')
  expect(told).not.toMatch(/"correct"|"right":|"half":"|这是保留的|大类没有先后|先筛选/)
  await button(page, '交卷').click()
  await page.getByRole('dialog').getByRole('button', { name: '交卷' }).click()
  // the indicator of the first question and the chart; the other two are wrong
  await expect(main(page)).toContainText(/2 ?题/)
  expect(await axeFaults(page)).toEqual([])
})
