import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { axeFaults } from './axe.ts'
import { expect as ask, test } from './fixtures.ts'
import { chooseTheme, go, pages } from './pages.ts'

test.describe.configure({ timeout: 180_000 })
const expect = ask.configure({ timeout: 30_000 })

const phone = (page: Page) => page.getByRole('group', { name: '练习手机' })
const tap = (page: Page, name: string) => page.getByRole('button', { name }).click()
const rightWay = ['扫码付款', '不对，退回去', '再扫一次', '确认付款', '完成']

async function writeName(page: Page, name: string): Promise<void> {
  await go(page, pages.practice)
  await page.getByRole('main').getByRole('button', { name: '写下名字' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill(name)
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
}

test('a mistake is explained, the way out is shown, and the end says what it taught', async ({
  page,
}) => {
  await go(page, pages.scenario)
  await expect(page.getByRole('main')).toContainText('第 1 步，共 5 步')
  await tap(page, '扫码付款')
  await tap(page, '确认付款')
  await expect(page.getByRole('main')).toContainText('走岔了一步，不要紧')
  await expect(page.getByRole('main')).toContainText('这笔钱付给了别人。不要紧，这里是练习。')
  await tap(page, '回到付款前')
  await expect(page.getByRole('main')).toContainText('第 2 步，共 5 步')
  for (const name of rightWay.slice(1)) await tap(page, name)
  await expect(page.getByRole('main')).toContainText('5 步都做完了')
  const end = page.getByRole('status').filter({ hasText: '练完了' })
  await expect(end).toContainText('全是自己做的')
  await expect(end).toContainText('有一样不对就退回去')
  await tap(page, '再练一次')
  await expect(page.getByRole('main')).toContainText('第 1 步，共 5 步')
})

test('every step is taken back, to the first', async ({ page }) => {
  await go(page, pages.scenario)
  for (const name of rightWay.slice(0, 3)) await tap(page, name)
  await expect(page.getByRole('main')).toContainText('第 4 步')
  for (const step of [3, 2, 1]) {
    await tap(page, '上一步')
    await expect(page.getByRole('main')).toContainText(`第 ${step} 步`)
  }
  await expect(page.getByRole('button', { name: '上一步' })).toBeDisabled()
})

test('aimless taps bring the offer of a way back; “I am lost” brings it at once', async ({
  page,
}) => {
  await go(page, pages.scenario)
  await tap(page, '扫码付款')
  const offer = page.getByRole('status').filter({ hasText: '没关系，这里是练习' })
  const payee = phone(page).getByText('快乐充值中心')
  for (let taps = 0; taps < 3; taps++) {
    await expect(offer).toHaveCount(0)
    await payee.click()
    await page.mouse.move(0, 0)
  }
  await expect(offer).toBeVisible()
  await tap(page, '带我退一步')
  await expect(page.getByRole('main')).toContainText('第 1 步')
  await expect(offer).toHaveCount(0)
  await tap(page, '我迷路了')
  await expect(offer).toBeVisible()
  await tap(page, '我再看看')
  await expect(offer).toHaveCount(0)
})

test('help goes from a hint to being shown, and the level reached is kept', async ({
  app,
  page,
}) => {
  await writeName(page, '王秀兰')
  await go(page, pages.scenario)
  await tap(page, '给我提示')
  await expect(page.getByRole('main')).toContainText('按钮在屏幕下面')
  await tap(page, '指给我看')
  await expect(page.getByRole('main')).toContainText('点一下「扫码付款」')
  for (const name of rightWay) await tap(page, name)
  await expect(page.getByRole('status').filter({ hasText: '练完了' })).toContainText('跟着演示')
  await expect(page.getByRole('main')).toContainText('这次练习已经记下')
  await go(page, pages.practice)
  await expect(page.getByRole('listitem').filter({ hasText: '付款前看一看' })).toContainText(
    '跟着演示做到了',
  )
  await go(page, pages.scenario)
  for (const name of rightWay) await tap(page, name)
  await expect(page.getByRole('status').filter({ hasText: '练完了' })).toContainText('全是自己做的')
  await expect(page.getByRole('main')).toContainText('这次练习已经记下')
  await app.restart()
  const again = await app.open()
  await go(again, pages.practice)
  await expect(again.getByRole('listitem').filter({ hasText: '付款前看一看' })).toContainText(
    '自己做到了',
  )
})

test('the same learner practises in two windows: both are kept, the best counts', async ({
  app,
  page,
}) => {
  await writeName(page, '王秀兰')
  const other = await app.open()
  await go(other, pages.scenario)
  await go(page, pages.scenario)
  await tap(page, '给我提示')
  for (const name of rightWay) {
    await tap(page, name)
    await tap(other, name)
  }
  await expect(page.getByRole('main')).toContainText('这次练习已经记下')
  await expect(other.getByRole('main')).toContainText('这次练习已经记下')
  await go(page, pages.practice)
  await expect(page.getByRole('listitem').filter({ hasText: '付款前看一看' })).toContainText(
    '自己做到了',
  )
})

test('a double tap is one tap', async ({ page }) => {
  await go(page, pages.scenario)
  for (const name of rightWay.slice(0, 2)) await tap(page, name)
  // where the second tap lands, the next screen has its button for paying
  await page.getByRole('button', { name: '再扫一次' }).dblclick()
  await expect(page.getByRole('main')).toContainText('第 4 步')
})

test('the keyboard alone reaches the goal, and goes on from the phone', async ({ page }) => {
  await go(page, pages.scenario)
  await page.getByRole('button', { name: '扫码付款' }).focus()
  await page.keyboard.press('Enter')
  await expect(phone(page)).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: '不对，退回去' })).toBeFocused()
  await page.keyboard.press('Enter')
  for (const name of rightWay.slice(2)) {
    await page.keyboard.press('Tab')
    await expect(page.getByRole('button', { name })).toBeFocused()
    await page.keyboard.press('Enter')
  }
  await expect(page.getByRole('main')).toContainText('5 步都做完了')
})

/** A system with one local voice that writes down what it is told. */
async function withVoice(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const said: string[] = []
    const voice = { lang: 'zh-CN', localService: true, name: 'local' }
    const synthesis = Object.assign(new EventTarget(), {
      getVoices: () => [voice],
      speak: ({ text }: { text: string }) => said.push(text),
      cancel: () => said.push('（停）'),
    })
    class Utterance {
      readonly text: string
      constructor(text: string) {
        this.text = text
      }
    }
    Object.assign(window, { said, SpeechSynthesisUtterance: Utterance })
    Object.defineProperty(window, 'speechSynthesis', { value: synthesis })
  })
  await page.reload()
  return () => page.evaluate(() => (window as unknown as { said: string[] }).said)
}

test('reads aloud when asked, only where there is a voice, and stops on leaving', async ({
  page,
}) => {
  await go(page, pages.scenario)
  await expect(page.getByRole('button', { name: '我迷路了' })).toBeVisible()
  await expect(page.getByRole('button', { name: '读给我听' })).toHaveCount(0)
  const said = await withVoice(page)
  await go(page, pages.scenario)
  await expect(page.getByRole('button', { name: '读给我听' })).toBeVisible()
  expect(await said()).toEqual([])
  await tap(page, '读给我听')
  expect((await said()).at(-1)).toContain('您在李记早点铺买了豆浆和油条')
  await tap(page, '扫码付款')
  expect((await said()).at(-1)).toBe('（停）')
  await tap(page, '读给我听')
  await go(page, pages.practice)
  expect((await said()).at(-1)).toBe('（停）')
})

for (const [width, height] of [
  [1366, 768],
  [390, 844],
] as const) {
  test(`in elder mode every screen holds to the numbers at ${width}×${height}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height })
    await chooseTheme(page, 'elder')
    await go(page, pages.practice)
    await keepsTheNumbers(page)
    await go(page, pages.scenario)
    for (const name of ['扫码付款', '确认付款', '回到付款前', ...rightWay.slice(1)]) {
      await keepsTheNumbers(page)
      await tap(page, name)
    }
    await keepsTheNumbers(page)
  })
}

/** STANDARDS: targets from 60 px, text from 22 px, lines to 24 characters, nothing cut off; axe. */
async function keepsTheNumbers(page: Page): Promise<void> {
  const found = await page.evaluate(() => {
    const main = document.querySelector('main')!
    const shown = (element: Element) => element.checkVisibility({ visibilityProperty: true })
    const small = [...main.querySelectorAll('button, .button')]
      .filter((target) => shown(target) && target.getBoundingClientRect().height < 60)
      .map((target) => target.textContent)
    const texts = [...main.querySelectorAll('*')].filter(
      (element) =>
        shown(element) &&
        [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== ''),
    )
    const fine = texts
      .filter((element) => parseFloat(getComputedStyle(element).fontSize) < 22)
      .map((element) => element.textContent)
    const long = texts
      .filter((element) => {
        const size = parseFloat(getComputedStyle(element).fontSize)
        const line = document.createRange()
        line.selectNodeContents(element)
        const width = Math.max(...[...line.getClientRects()].map((part) => part.width))
        return width > 24.5 * size
      })
      .map((element) => element.textContent)
    return { small, fine, long, aside: main.scrollWidth - main.clientWidth }
  })
  expect(found).toEqual({ small: [], fine: [], long: [], aside: 0 })
  expect(await axeFaults(page)).toEqual([])
}

test('the first load of the practice page is small', async ({ page }) => {
  await go(page, pages.scenario)
  const sizes: Promise<number>[] = []
  page.on('response', (response) => {
    if (/font/.test(response.headers()['content-type'] ?? '')) return
    sizes.push(response.body().then((body) => gzipSync(body).length))
  })
  await page.reload()
  await expect(phone(page)).toBeVisible()
  const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  expect(sizes.length).toBeGreaterThan(5)
  expect(total).toBeLessThanOrEqual(300 * 1024)
})
