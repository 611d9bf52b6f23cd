import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { axeFaults } from './axe.ts'
import { expect as ask, test } from './fixtures.ts'
import { chooseTheme, go, pages } from './pages.ts'
import { withVoices } from './voices.ts'

test.describe.configure({ timeout: 180_000 })
const expect = ask.configure({ timeout: 30_000 })
const lesson = pages['lesson-payment']
const fixture = new URL('../fixtures/voices', import.meta.url).pathname

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

async function finds(page: Page): Promise<string[]> {
  return axeFaults(page)
}

test('in elder mode each part of a lesson is read, its sentence marked', async ({ page }) => {
  await chooseTheme(page, 'elder')
  const { told, finish, marked } = await withVoices(page, ['小雅'])
  await go(page, lesson)
  await button(page, '读给我听').first().click()
  await expect(button(page, '停下')).toBeFocused()
  await expect.poll(marked).toBe('手机付款很方便，“嘀”一声就好。')
  expect((await told()).at(-1)?.text).toBe('手机付款很方便，嘀，一声就好。')
  await finish()
  await expect.poll(marked).toBe('也正因为快，付之前要停一停，看两眼。')
  expect(await finds(page)).toEqual([])
  await go(page, '#/')
  expect((await told()).at(-1)?.text).toBe('（停）')
  expect(await marked()).toBe('')
})

test('feedback on an answer is read too', async ({ page }) => {
  await chooseTheme(page, 'elder')
  const { told, marked } = await withVoices(page, ['小雅'])
  await go(page, lesson)
  const task = page.locator('#task-strange-name')
  while (!(await task.isVisible())) await button(page, '下一页').click()
  await task.getByText('名字不一样没关系').click()
  await task.locator('[type=submit]').click()
  const verdict = task.locator('.verdict')
  await verdict.getByRole('button', { name: '读给我听' }).click()
  expect((await told()).at(-1)?.text).toBe('先别付。')
  await expect.poll(marked).toBe('先别付。')
})

test('says once what to do where there is no voice', async ({ page }) => {
  await chooseTheme(page, 'elder')
  await withVoices(page, ['网上的声音'])
  await go(page, lesson)
  await expect(button(page, '没声音？')).toHaveCount(1)
  await expect(button(page, '读给我听')).toHaveCount(0)
  await button(page, '没声音？').click()
  await expect(page.getByRole('dialog')).toContainText('字都在屏幕上')
  expect(await finds(page)).toEqual([])
  await button(page, '知道了').click()
  await expect(button(page, '没声音？')).toHaveCount(0)
  await page.reload()
  await go(page, lesson)
  await page.waitForTimeout(2000)
  await expect(button(page, '没声音？')).toHaveCount(0)
})

test('rate and voice are chosen, tried, kept, and used', async ({ app, page }) => {
  const { told } = await withVoices(page, ['小雅', '大明', '网上的声音'])
  await go(page, '#/settings')
  await expect(page.getByRole('radio', { name: '网上的声音' })).toHaveCount(0)
  await page.getByRole('radio', { name: '慢' }).check({ force: true })
  await page.getByRole('radio', { name: '大明' }).check({ force: true })
  await expect(page.getByRole('radio', { name: '大明' })).toBeChecked()
  // the voice is the one that is kept: it speaks once the host has answered
  const sample = { text: '您好，我来读给您听。', voice: '大明', rate: 0.65 }
  await expect(async () => {
    await button(page, '试听').click()
    expect((await told()).at(-1)).toEqual(sample)
  }).toPass()
  expect(await finds(page)).toEqual([])
  await app.restart()
  const again = await app.open()
  await withVoices(again, ['小雅', '大明'])
  await go(again, '#/settings')
  await expect(again.getByRole('radio', { name: '慢' })).toBeChecked()
  await expect(again.getByRole('radio', { name: '大明' })).toBeChecked()
})

for (const [width, height] of [
  [1024, 768],
  [390, 844],
] as const) {
  test(`elder mode changes them by steps of three at ${width}×${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await chooseTheme(page, 'elder')
    const { told } = await withVoices(page, ['小雅', '大明'])
    await go(page, '#/')
    await page.getByRole('link', { name: '字和声音' }).click()
    const main = page.getByRole('main')
    for (const [name, says] of [
      ['读给我听', '小雅'],
      ['读得快慢', '正常'],
      ['慢一点', '现在读得：慢'],
      ['好了', '小雅'],
      ['谁来读', '小雅'],
      ['换个声音', '大明'],
    ] as const) {
      await main.getByRole('button', { name }).click()
      await expect(main).toContainText(says)
      await expect(main.getByRole('button')).toHaveCount(3)
      expect(await finds(page)).toEqual([])
    }
    await expect
      .poll(async () => (await told()).at(-1))
      .toMatchObject({ voice: '大明', rate: 0.65 })
  })
}

test('a recorded voice says what it has, and the system the rest', async ({ app, page }) => {
  await cp(fixture, join(app.workspace, 'voices'), { recursive: true })
  const { told, marked } = await withVoices(page, ['小雅'])
  await go(page, '#/settings')
  await page.getByRole('radio', { name: '安澜话（哔声）' }).check({ force: true })
  await expect(page.getByRole('main')).toContainText('录了 1 句，由测试录制，许可：CC0 1.0')
  await chooseTheme(page, 'elder')
  await go(page, lesson)
  const played = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const make = Audio
        window.Audio = class extends make {
          constructor(src?: string) {
            super(src)
            this.addEventListener('ended', () => resolve(`ended ${this.src.slice(0, 5)}`))
          }
        }
      }),
  )
  await button(page, '读给我听').first().click()
  expect(await played).toBe('ended blob:')
  await expect.poll(marked).toBe('也正因为快，付之前要停一停，看两眼。')
  await expect
    .poll(async () => (await told()).filter(({ text }) => text !== '（停）').at(0)?.text)
    .toBe('也正因为快，付之前要停一停，看两眼。')
})
