import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { axeFaults } from './axe.ts'
import { expect as ask, test as base } from './fixtures.ts'
import { chooseTheme, go } from './pages.ts'

const root = new URL('../..', import.meta.url).pathname
const expect = ask.configure({ timeout: 30_000 })

/** An installation that has the fixture with every control too. */
const test = base.extend<{ appRoot: string }>({
  appRoot: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'zhizhi-phone-'))
    for (const part of ['package.json', 'desktop/build', 'dist', 'courses']) {
      await cp(join(root, part), join(folder, part), { recursive: true })
    }
    await cp(join(root, 'test/fixtures/courses-phone'), join(folder, 'courses'), {
      recursive: true,
    })
    for (const part of ['node_modules', 'datasets', 'notebooks']) {
      await symlink(join(root, part), join(folder, part))
    }
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },
})
test.describe.configure({ timeout: 120_000 })

const place = '#/phone/b9-controls/every-control'
const phone = (page: Page) => page.getByRole('group', { name: '练习手机', exact: true })
const main = (page: Page) => page.getByRole('main')
const onPhone = (page: Page, name: string | RegExp) => phone(page).getByRole('button', { name })

/** Puts a finger on it, as long or as far as asked. */
async function finger(page: Page, name: string, how: { hold?: number; up?: number }) {
  await onPhone(page, name).scrollIntoViewIfNeeded()
  const box = await onPhone(page, name).boundingBox()
  if (!box) throw new Error(`${name} is not there`)
  const x = box.x + box.width / 2
  const y = box.y + box.height / 2
  await page.mouse.move(x, y)
  await page.mouse.down()
  if (how.hold) await page.waitForTimeout(how.hold)
  if (how.up) await page.mouse.move(x, y - how.up, { steps: 6 })
  await page.mouse.up()
}

async function keys(page: Page, names: readonly string[]) {
  for (const name of names) {
    await phone(page).getByRole('button', { name, exact: true }).click()
  }
}

/** Each screen's right step, by pointer. */
const steps: readonly ((page: Page) => Promise<void>)[] = [
  (page) => finger(page, '向上推，解锁', { up: 120 }),
  (page) => finger(page, '聊天', { hold: 900 }),
  (page) => onPhone(page, '视频').click(),
  (page) => onPhone(page, '接听').click(),
  (page) => onPhone(page, /^允许/).click(),
  (page) => phone(page).getByRole('switch', { name: '大字' }).click(),
  (page) => onPhone(page, '机器上的码').click(),
  (page) => keys(page, ['1', '3', '5', '7', '完成']),
  (page) => keys(page, [...'mama'.split(''), '妈妈', ...'hao'.split(''), '好', '完成']),
  (page) => keys(page, ['王', '秀', '完成']),
  (page) => keys(page, ['a', 'b', '1', '完成']),
  async (page) => {
    await finger(page, '按住说话', { hold: 900 })
    await onPhone(page, '就是这句').click()
  },
  (page) => onPhone(page, '内科').click(),
]

test('every control is touched as it wants to be, to the goal', async ({ page }) => {
  await go(page, place)
  for (const [index, step] of steps.entries()) {
    await expect(main(page)).toContainText(`第 ${index + 1} 步，共 ${steps.length} 步`)
    await step(page)
  }
  await expect(page.getByRole('status').filter({ hasText: '练完了' })).toContainText('全是自己做的')
})

test('a touch that leads nowhere is told why, and nothing is lost', async ({ page }) => {
  await go(page, place)
  await onPhone(page, '向上推，解锁').click()
  await expect(main(page)).toContainText('这个不是点，是推')
  await finger(page, '向上推，解锁', { up: 120 })
  await onPhone(page, '聊天').click()
  await expect(main(page)).toContainText('这个要按住不放')
  await onPhone(page, '天气').click()
  await expect(main(page)).toContainText('这个现在用不着')
  for (const step of steps.slice(1, 7)) await step(page)
  await keys(page, ['1', '3', '完成'])
  await expect(main(page)).toContainText('现在写的是“●●”')
  await keys(page, ['5', '7', '完成'])
  await expect(main(page)).toContainText('第 9 步')
})

test('the keyboard alone does what fingers do', async ({ page }) => {
  await go(page, place)
  const press = async (name: string | RegExp) => {
    await onPhone(page, name).focus()
    await page.keyboard.press('Enter')
  }
  await press('向上推，解锁')
  await press('聊天')
  await press('视频')
  await press('接听')
  await press(/^允许/)
  await phone(page).getByRole('switch', { name: '大字' }).press('Enter')
  await press('机器上的码')
  await onPhone(page, '删除').focus()
  await page.keyboard.type('1357')
  await press('完成')
  await onPhone(page, '删除').focus()
  await page.keyboard.type('mama2hao2')
  await press('完成')
  await onPhone(page, '删除').focus()
  await page.keyboard.type('21')
  await press('完成')
  await onPhone(page, '删除').focus()
  await page.keyboard.type('ab1')
  await press('完成')
  await press('按住说话')
  await press('就是这句')
  await press('内科')
  await expect(page.getByRole('status').filter({ hasText: '练完了' })).toBeVisible()
})

test('who cannot hold or swipe has the step done', async ({ page }) => {
  await go(page, place)
  for (const help of ['给我提示', '指给我看', '替我做这一步']) {
    await page.getByRole('button', { name: help }).click()
  }
  await expect(main(page)).toContainText('第 2 步')
})

test('the demonstration shows the way, a mistake and the way out, and then steps aside', async ({
  page,
}) => {
  await go(page, place)
  await page.getByRole('button', { name: '先看演示' }).click()
  await page.getByRole('button', { name: '停一停' }).click()
  const next = page.getByRole('button', { name: '下一步' })
  await expect(main(page)).toContainText('手指按在「向上推，解锁」上，顺着箭头推。')
  await next.click()
  await expect(main(page)).toContainText('有时会点错')
  await next.click()
  await expect(main(page)).toContainText('点错了，这样回来')
  await next.click()
  await expect(main(page)).toContainText('按住「聊天」不放')
  while (await next.isVisible()) await next.click()
  await expect(main(page)).toContainText('样样都会了')
  await page.getByRole('button', { name: '我来练' }).click()
  await expect(main(page)).toContainText('第 1 步，共 13 步')
})

for (const size of [
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
]) {
  test(`elder mode holds its numbers on every screen at ${size.width} × ${size.height}`, async ({
    page,
  }) => {
    await page.setViewportSize(size)
    await chooseTheme(page, 'elder')
    await go(page, place)
    for (const step of steps) {
      expect(await axeFaults(page)).toEqual([])
      await step(page)
    }
  })
}

for (const [why, size] of [
  ['a phone turned on its side', { width: 844, height: 390 }],
  ['a page enlarged to 400 %', { width: 342, height: 192 }],
] as const) {
  test(`nothing is cut off on ${why}`, async ({ page }) => {
    await page.setViewportSize(size)
    await go(page, place)
    for (const step of steps) {
      const aside = await main(page).evaluate((it) => it.scrollWidth - it.clientWidth)
      expect(aside).toBeLessThanOrEqual(0)
      await step(page)
    }
    await expect(page.getByRole('status').filter({ hasText: '练完了' })).toBeVisible()
  })
}

const file = 'courses/b9-controls/scenarios/every-control.yaml'

test('its author changes the file while it is practised: nothing is lost', async ({
  page,
  appRoot,
}) => {
  const path = join(appRoot, file)
  const text = await readFile(path, 'utf8')
  await go(page, place)
  await steps[0]?.(page)
  await writeFile(path, text.replace('按住“聊天”不放，看看会怎样。', '按住“聊天”，数两下。'))
  await expect(main(page)).toContainText('按住“聊天”，数两下。')
  await expect(main(page)).toContainText('第 2 步')
  await writeFile(path, 'id: [')
  await expect(main(page)).toContainText('every-control.yaml')
  await steps[1]?.(page)
  await expect(main(page)).toContainText('第 3 步')
  await writeFile(path, text)
  await expect(main(page)).not.toContainText('every-control.yaml')
  await expect(main(page)).toContainText('第 3 步')
})
