import type { Page } from '@playwright/test'
import { expect as ask, test } from './fixtures.ts'
import { go, pages } from './pages.ts'

// the first check of a fresh host starts an engine; on a busy machine that takes its time
test.describe.configure({ timeout: 180_000 })
const expect = ask.configure({ timeout: 30_000 })

const wrong = `SELECT street, count(*) AS 件数
FROM hotline_tickets
GROUP BY street
ORDER BY 件数 DESC`
const right = `SELECT street, count(*) AS 件数
FROM hotline_tickets
WHERE category = '噪声扰民'
GROUP BY street
ORDER BY 件数 DESC`

const desk = (page: Page) => page.getByRole('region', { name: '我的查询', exact: true })
const editor = (page: Page) => page.getByRole('textbox', { name: '我的查询' })
const task = (page: Page, id: string) => page.locator(`#task-${id}`)

async function check(page: Page, sql: string): Promise<void> {
  await editor(page).fill(sql)
  await editor(page).press('Control+Enter')
}

async function writeName(page: Page, name: string): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: '写下名字' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill(name)
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
}

test('the list of courses leads into the lesson that comes next', async ({ page }) => {
  await go(page, pages.courses)
  await page.getByRole('link', { name: '开始', exact: true }).first().click()
  await expect(page).toHaveURL(/#\/learn\/a1-data-thinking\/01-from-complaint$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('恳谈会上的话，哪句能去核实？')
  await expect(page.getByRole('main')).toContainText('合成数据')
})

test('a demo runs, is changed, shows its error in place, and is restored', async ({ page }) => {
  await go(page, pages['lesson-query'])
  const demo = page.locator('.demo').first()
  await demo.getByRole('button', { name: '运行' }).click()
  await expect(demo.getByRole('table')).toContainText('噪声扰民')
  await expect(demo.getByRole('table')).toContainText('共 13 行')

  await demo.getByRole('textbox').fill('SELECT categry FROM hotline_tickets')
  await demo.getByRole('button', { name: '运行' }).click()
  await expect(demo.getByRole('alert')).toContainText('categry')
  await expect(demo.locator('.cm-lintRange-error')).toHaveText('categry')

  await demo.getByRole('button', { name: '还原' }).click()
  await expect(demo.getByRole('textbox')).toContainText('GROUP BY category')
  await expect(demo.locator('.cm-lintRange-error')).toHaveCount(0)
})

test('a wrong answer is explained by its rows, and the right one passes', async ({ page }) => {
  await go(page, pages['lesson-query'])
  await check(page, wrong)
  await expect(desk(page).getByRole('alert')).toContainText('接近了：件数偏多')
  const rows = desk(page).getByRole('region', { name: '有 12 行不同' }).locator('tbody tr')
  await expect(rows).toHaveCount(12)
  await expect(rows.first()).toContainText(/应为 \d+/)
  await expect(rows.first()).toContainText(/多 \d+/)
  await expect(desk(page)).toContainText('试了 1 次 · 不限次数')

  await desk(page).getByRole('button', { name: '对照着看' }).click()
  const both = page.getByRole('dialog', { name: '对照着看' })
  await expect(both.getByRole('region', { name: '你的查询' })).toContainText('GROUP BY street')
  await expect(both.getByRole('region', { name: '你的查询' })).toContainText('接近了：件数偏多')
  await expect(both.getByRole('region', { name: '差在哪' }).locator('tbody tr')).toHaveCount(12)
  await page.keyboard.press('Escape')
  await expect(both).toBeHidden()

  await check(page, right)
  await expect(desk(page).getByRole('status')).toContainText('第一行就是巡查组该先去的地方')
  await expect(page.getByRole('img', { name: '共 3 个练习，做好了 1 个' })).toBeVisible()
  await desk(page).getByRole('button', { name: '做下一题' }).click()
  await expect(desk(page)).toContainText('五个社区')
})

test('a mere run shows rows and counts as no attempt', async ({ page }) => {
  await go(page, pages['lesson-query'])
  await editor(page).fill('SELECT street FROM hotline_tickets')
  await desk(page).getByRole('button', { name: '运行' }).click()
  await expect(desk(page).getByRole('table')).toContainText('只显示前 200 行')
  await expect(desk(page)).toContainText('不限次数，放心试')
})

test('each wrong option has an explanation of its own', async ({ page }) => {
  await go(page, pages['lesson-query'])
  const card = task(page, 'without-where')
  await card.getByRole('radio', { name: /数据库报错/ }).check()
  await card.getByRole('button', { name: '检查' }).click()
  await expect(card.getByRole('alert')).toContainText('不会报错')
  await card.getByRole('radio', { name: /顺序乱/ }).check()
  await expect(card.getByRole('alert')).toHaveCount(0)
  await card.getByRole('button', { name: '检查' }).click()
  await expect(card.getByRole('alert')).toContainText('顺序归 ORDER BY 管')
  await card.getByRole('radio', { name: /所有大类/ }).check()
  await card.getByRole('button', { name: '检查' }).click()
  await expect(card.getByRole('status')).toContainText('对。')
  await expect(card).toContainText('已做对')
})

test('three hints go back and forth and end in a half-worked example', async ({ page }) => {
  await go(page, pages['lesson-query'])
  await desk(page).getByRole('button', { name: '提示 1/3' }).click()
  const hints = desk(page).getByRole('region', { name: '提示', exact: true })
  await expect(hints).toContainText('先想清楚要哪两列')
  await expect(hints.getByRole('button', { name: '上一条' })).toBeDisabled()
  for (let step = 0; step < 3; step++) await hints.getByRole('button', { name: '下一条' }).click()
  await expect(hints).toContainText("WHERE ____ = '噪声扰民'")
  await hints.getByRole('button', { name: '上一条' }).click()
  await expect(hints).toContainText('提示 3，共 3 条')
  await hints.getByRole('button', { name: '下一条' }).click()
  await hints.getByRole('button', { name: '放进编辑框' }).click()
  await expect(editor(page)).toContainText('GROUP BY ____')
})

test('a name written in mid-lesson keeps the text; progress outlives a kill', async ({
  app,
  page,
}) => {
  await go(page, pages['lesson-query'])
  await editor(page).fill(right)
  await writeName(page, '周敏')
  await expect(editor(page)).toContainText("category = '噪声扰民'")
  await expect(page.getByText('做过的练习不会记住')).toHaveCount(0)
  await editor(page).press('Control+Enter')
  await expect(desk(page).getByRole('status')).toContainText('巡查组')
  await app.restart()

  const again = await app.open()
  await go(again, pages.courses)
  await expect(again.getByRole('main')).toContainText('学到一半')
  await go(again, pages['lesson-query'])
  await expect(again.getByRole('img', { name: '共 3 个练习，做好了 1 个' })).toBeVisible()
  await expect(task(again, 'noise-by-street')).toContainText('已做对')
})

test('a lesson is done with its last task', async ({ page }) => {
  await go(page, pages['lesson-payment'])
  await writeName(page, '李秀英')
  await expect(page.getByRole('main')).toContainText('还有 2 个练习没做好')
  const card = task(page, 'strange-name')
  await card.getByRole('radio', { name: /问店家/ }).check()
  await card.getByRole('button', { name: '检查' }).click()
  await expect(page.getByRole('main')).toContainText('还有 1 个练习没做好')
  await page.getByRole('link', { name: '开始练习' }).click()
  for (const name of ['扫码付款', '不对，退回去', '再扫一次', '确认付款', '完成']) {
    await page.getByRole('button', { name }).click()
  }
  await expect(page.getByRole('main')).toContainText('这次练习已经记下')
  await page.getByRole('link', { name: '回到这一课' }).click()
  await expect(page.getByRole('main')).toContainText('这一课学完了')
  await go(page, pages.courses)
  await expect(page.getByRole('main')).toContainText('学完 1 课，共 5 课')
})

test('the keyboard alone is enough, and Tab is no trap', async ({ page }) => {
  await go(page, pages['lesson-query'])
  await editor(page).focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type(right.replaceAll('\n', ' '))
  await page.keyboard.press('Control+Enter')
  await expect(desk(page).getByRole('status')).toContainText('巡查组')
  await page.keyboard.press('Tab')
  await expect(editor(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await expect(editor(page)).not.toBeFocused()

  await page.getByRole('radio', { name: /数据库报错/ }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(task(page, 'without-where').getByRole('status')).toContainText('对。')
})

test('on a small screen the query stands below its task, and nothing is cut off', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await go(page, pages['lesson-query'])
  await check(page, wrong)
  await expect(desk(page).getByRole('alert')).toBeVisible()
  const above = await task(page, 'noise-by-street').boundingBox()
  const below = await desk(page).boundingBox()
  expect(below!.y).toBeGreaterThan(above!.y + above!.height)
  const spill = await page.evaluate(() => {
    const main = document.querySelector('main')!
    const { scrollWidth, clientWidth, scrollHeight } = document.documentElement
    return {
      aside: Math.max(scrollWidth - clientWidth, main.scrollWidth - main.clientWidth),
      below: scrollHeight - innerHeight,
    }
  })
  expect(spill).toEqual({ aside: 0, below: 0 })
})

test('course text and feedback follow 繁體', async ({ page }) => {
  await go(page, '#/settings')
  await page.getByRole('radio', { name: '繁體中文' }).check({ force: true })
  await go(page, pages['lesson-payment'])
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('付款前看一看')
  await expect(page.getByRole('main')).toContainText('兩樣都對')
  const card = task(page, 'strange-name')
  await card.getByRole('radio', { name: /名字不一樣沒關係/ }).check()
  await card.getByRole('button', { name: '檢查' }).click()
  await expect(card.getByRole('alert')).toContainText('錢可能就到了別人那裡')
})
