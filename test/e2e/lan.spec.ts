import type { Page } from '@playwright/test'
import { axeFaults } from './axe.ts'
import { openClass } from './classes.ts'
import { elderFaults } from './elder-numbers.ts'
import { expect, test } from './fixtures.ts'
import { go } from './pages.ts'

const names = ['王秀兰', '李建国', '赵桂英']

const phoneFaults = async (phone: Page) => [
  ...(await elderFaults(phone)),
  ...(await axeFaults(phone, { also: ['color-contrast-enhanced'] })),
]

/** A learner's own phone: a browser that knows nothing of the app. */
async function phoneAt(page: Page, address: string, pin: string): Promise<Page> {
  const browser = page.context().browser()
  const context = await browser?.newContext({ viewport: { width: 390, height: 844 } })
  if (!context) throw new Error('no browser for the phone')
  const phone = await context.newPage()
  await phone.goto(`http://${address}/`)
  const field = phone.getByRole('textbox')
  await field.fill(`${pin.slice(0, 3)} ${pin.slice(3)}`)
  // no digit is scrolled out of it
  expect(await field.evaluate((input) => input.scrollWidth <= input.clientWidth)).toBe(true)
  expect(await phoneFaults(phone)).toEqual([])
  await phone.keyboard.press('Enter')
  return phone
}

test('a volunteer opens the class to phones, sees who is in, and closes it', async ({
  page,
}, info) => {
  test.skip(info.project.name === 'electron', 'the class is made over the web host’s own line')
  const id = await openClass(page, names)
  await go(page, `#/class/${id}/lan`)
  await page.getByRole('button', { name: '开始手机练习' }).click()
  const ready = page.getByText('还没有人进来')
  const noNetwork = page.getByText('这台电脑没有连上任何网络')
  await ready.or(noNetwork).waitFor()
  test.skip(await noNetwork.isVisible(), 'this computer is on no network')
  const address = await page.locator('.address').innerText()
  const pin = (await page.locator('.pin [aria-hidden]').innerText()).trim()

  const phone = await phoneAt(page, address, pin)
  await phone.getByRole('button', { name: /王＊兰/ }).click()
  await expect(page.getByText('1 人在线')).toBeVisible()
  await expect(phone.locator('.choices button')).toHaveCount(3)
  expect(await phoneFaults(phone)).toEqual([])
  await phone
    .getByRole('button', { name: /付款码/ })
    .first()
    .click()
  await expect(page.getByText(/在练“.*付款码/)).toBeVisible()

  await page.getByRole('button', { name: '改名：王秀兰' }).click()
  await page.getByRole('textbox', { name: '名字' }).fill('王大姐')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: '改名：王大姐' })).toBeVisible()
  await page.getByText('手机打不开？').click()
  await expect(page.getByText(/TCP 端口 \d+ 的入站连接/)).toBeVisible()
  expect(await axeFaults(page)).toEqual([])

  await page.getByRole('link', { name: '投影给大家看' }).click()
  await expect(page.getByRole('link', { name: '退出投影' })).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(page.getByRole('link', { name: '退出投影' })).toBeHidden()

  await page.getByRole('button', { name: '请大家选一张脸' }).click()
  await expect(page.getByText('正在问')).toBeVisible()
  await page.getByRole('button', { name: '结束手机练习' }).click()
  await expect(page.getByText('手机练习已经关上')).toBeVisible()
  await expect(phone.getByText('下课了')).toBeVisible()
  await expect(phone.goto(`http://${address}/`)).rejects.toThrow()
  await phone.context().close()
})
