import type { Page } from '@playwright/test'
import { axeFaults } from './axe.ts'
import { testOn } from './fixture-root.ts'
import { expect as ask } from './fixtures.ts'
import { chooseTheme, go, settle } from './pages.ts'

const test = testOn('courses-proof')
test.describe.configure({ timeout: 120_000 })
const expect = ask.configure({ timeout: 20_000 })

const programme = '#/programme/trial'
const main = (page: Page) => page.getByRole('main')
const next = (page: Page) => main(page).getByRole('region', { name: /下一步$/ })
const button = (page: Page, name: string) => main(page).getByRole('button', { name, exact: true })

async function writeName(page: Page, name: string): Promise<void> {
  await go(page, programme)
  await button(page, '写下名字').click()
  await page.getByRole('dialog').getByRole('textbox').fill(name)
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
}

async function handIn(page: Page): Promise<void> {
  await button(page, '交卷').click()
  await page.getByRole('dialog').getByRole('button', { name: '交卷' }).click()
}

test('a final that was not passed: each page leads on, also through lessons that were opened before', async ({
  page,
}) => {
  await writeName(page, '沈静')
  await expect(main(page)).toBeFocused()
  await expect(next(page)).toContainText('分班测')
  for (const place of ['p1-counting/01-count', 'p2-shares/01-share']) {
    await go(page, `#/learn/${place}`)
  }
  await go(page, programme)
  await main(page)
    .getByRole('button', { name: /开始\s*结业测评/ })
    .click()
  for (let at = 0; at < 4; at += 1) await button(page, '不会，跳过').click()
  await handIn(page)
  await expect(main(page)).toContainText('这次还没有通过')
  await expect(main(page).locator(':focus')).toContainText('这次还没有通过')
  await expect(next(page)).toContainText('还有 2 门')
  await next(page).getByRole('link', { name: '去复习' }).click()
  await main(page).getByRole('link', { name: '继续' }).click()
  await expect(next(page)).toContainText('这 1 门')
  await next(page).getByRole('link', { name: '去复习' }).click()
  await main(page).getByRole('link', { name: '继续' }).click()
  await expect(next(page)).toContainText('再考一次')
  await go(page, '#/')
  await expect(next(page)).toContainText('试用培训 · 下一步')
  for (const theme of ['contrast', 'elder', 'dark'] as const) {
    await chooseTheme(page, theme)
    await go(page, '#/')
    await expect(next(page)).toBeVisible()
    expect(await axeFaults(page)).toEqual([])
  }
  await next(page).getByRole('button', { name: '再考一次' }).click()
  await expect(main(page)).toContainText('第 1 题，共 4 题')
})

test('an answer of an earlier window is left as it is; what is open comes before handing in', async ({
  app,
  page,
}) => {
  await writeName(page, '何建国')
  await main(page)
    .getByRole('button', { name: /开始\s*学前测/ })
    .click()
  const text = await main(page).getByRole('article').innerText()
  const numbers = [...text.matchAll(/\d+/g)].map(([number]) => number)
  if (await main(page).getByRole('textbox').isVisible()) {
    await main(page)
      .getByRole('textbox')
      .fill(numbers[0] ?? '1')
  } else await main(page).getByRole('radio').first().check()
  await button(page, '保存并下一题').click()
  await expect(main(page)).toContainText('第 2 题，共 2 题')

  const later = await app.open()
  await go(later, new URL(page.url()).hash)
  await expect(main(later)).toContainText('第 2 题，共 2 题')
  await button(later, '上一题').click()
  await expect(main(later)).toContainText('这一题你答过')
  await expect(button(later, '不会，跳过')).toHaveCount(0)
  await button(later, '不改，下一题').click()
  await button(later, '看全卷').click()
  await expect(button(later, '第 1 题，已答')).toBeVisible()
  await button(later, '接着答第 2 题').click()
  await expect(main(later)).toContainText('第 2 题，共 2 题')
})

test('the certificate of a training leads back to it, and says what is next', async ({ page }) => {
  await writeName(page, '李卫东')
  await go(page, '#/certificate/trial')
  await expect(next(page)).toContainText('分班测')
  expect(await axeFaults(page)).toEqual([])
  await main(page).getByRole('link', { name: '培训', exact: true }).click()
  await settle(page)
  expect(new URL(page.url()).hash).toBe(programme)
})
