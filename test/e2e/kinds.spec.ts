import { cp, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { axeFaults } from './axe.ts'
import { expect as ask, test as base } from './fixtures.ts'
import { chooseTheme, go, themes, type Theme } from './pages.ts'

const root = new URL('../..', import.meta.url).pathname
const expect = ask.configure({ timeout: 30_000 })

/** An installation that has the fixtures' courses too. */
const test = base.extend<{ appRoot: string }>({
  appRoot: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'zhizhi-kinds-'))
    for (const part of ['package.json', 'desktop/build', 'dist', 'courses']) {
      await cp(join(root, part), join(folder, part), { recursive: true })
    }
    await cp(join(root, 'test/fixtures/courses'), join(folder, 'courses'), { recursive: true })
    for (const part of ['node_modules', 'datasets', 'notebooks']) {
      await symlink(join(root, part), join(folder, part))
    }
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },
})
test.describe.configure({ timeout: 180_000 })

const lesson = '#/learn/kinds/01-values'
const task = (page: Page, id: string) => page.locator(`#task-${id}`)
const check = (page: Page, id: string) => task(page, id).getByRole('button', { name: '检查' })

/** Goes on with Tab until that is focused: a learner without a mouse. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press('Tab')
    const focused = page.locator(':focus')
    const label = (await focused.getAttribute('aria-label')) ?? (await focused.textContent()) ?? ''
    if (name.test(label)) return
  }
  throw new Error(`no way to ${String(name)}`)
}

/** Goes down an open list to that option and takes it. */
async function arrowTo(page: Page, words: string): Promise<void> {
  const wanted = page.locator('[role="option"][data-highlighted]', { hasText: words })
  for (let step = 0; step < 8 && !(await wanted.isVisible()); step += 1) {
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Enter')
}

test('steps are put in order with the keyboard alone, and wrong ones say why', async ({ page }) => {
  await go(page, lesson)
  const steps = task(page, 'steps')
  await check(page, 'steps').click()
  await expect(steps.getByRole('alert')).toContainText('先后不对')
  await expect(steps.locator('.mark').first()).toContainText('不对')

  await steps.focus()
  const right = ['听清抱怨', '说定数的', '说定时间', '去找数据', '数出来']
  for (const [place, words] of right.entries()) {
    const item = steps.getByRole('listitem').filter({ hasText: words })
    const up = item.getByRole('button', { name: '往前移' })
    const placeOf = async () => Number(await item.locator('.place').textContent()) - 1
    while ((await placeOf()) > place) {
      await up.focus()
      await page.keyboard.press('Enter')
    }
  }
  await expect(steps.locator(':focus')).toHaveCount(1)
  await check(page, 'steps').press('Enter')
  await expect(steps.getByRole('status').filter({ hasText: '对了' })).toBeVisible()
  await expect(steps).toContainText('已做对')
})

test('cards are sorted with the keyboard, and what was put in is there after a reload', async ({
  page,
}) => {
  await go(page, lesson)
  const claims = task(page, 'claims')
  for (const card of await claims.locator('.item').all()) {
    await card.getByRole('radio', { name: '事实' }).focus()
    await page.keyboard.press('Space')
  }
  await expect(check(page, 'claims')).toBeDisabled()
  await expect(claims).toContainText('先说说有多大把握')
  await claims.getByRole('radio', { name: '有把握' }).check({ force: true })
  await check(page, 'claims').click()
  await expect(claims.getByRole('alert')).toContainText('你说有把握，这次却不对')
  await expect(claims.locator('.mark[data-right="false"]')).toHaveCount(3)
  await page.reload()
  await expect(claims.getByRole('radio', { name: '事实', checked: true })).toHaveCount(5)
})

test('lines are matched by keyboard', async ({ page }) => {
  await go(page, lesson)
  const definitions = task(page, 'definitions')
  await definitions.focus()
  for (const [left, right] of [
    ['结案率', '已结案'],
    ['参与率', '参加的人 ÷'],
    ['万人诉求比', '工单数'],
  ] as const) {
    await tabTo(page, new RegExp(`“${left}”配哪一个`))
    await page.keyboard.press('Enter')
    await arrowTo(page, right)
  }
  await check(page, 'definitions').press('Enter')
  await expect(definitions).toContainText('3 对都配对了')
})

test('blanks and numbers take what people write', async ({ page }) => {
  await go(page, lesson)
  const blanks = task(page, 'blanks')
  await blanks.getByRole('textbox', { name: '第 1 空' }).fill('报名人数')
  await blanks.getByRole('combobox', { name: '第 2 空' }).click()
  await page.getByRole('option', { name: '应参加的人数' }).click()
  await blanks.getByRole('textbox', { name: '第 3 空' }).fill('７５％')
  await check(page, 'blanks').click()
  await expect(blanks).toContainText('报了名不等于来了。')
  await blanks.getByRole('textbox', { name: '第 1 空' }).fill('参加 人数')
  await check(page, 'blanks').click()
  await expect(blanks).toContainText('都填对了')

  const rate = task(page, 'on-time')
  await rate.getByRole('textbox').fill('７５．８２ ％')
  await rate.getByRole('radio', { name: '猜的' }).check({ force: true })
  await rate.getByRole('textbox').press('Enter')
  await expect(rate).toContainText('737 ÷ 972 = 75.82%')
  await expect(rate).toContainText('猜对不等于会')
})

test('a short answer is held against its rubric by the learner', async ({ page }) => {
  await go(page, lesson)
  const headline = task(page, 'headline')
  await headline.getByRole('textbox').fill('九成七满意')
  await expect(check(page, 'headline')).toBeDisabled()
  await headline.getByRole('textbox').fill('被回访的四成多的人里有九成七满意')
  await headline.getByRole('checkbox', { name: '说了分母' }).check()
  await check(page, 'headline').click()
  await expect(headline).toContainText('还差 “说了回访了多少”')
  await headline.getByRole('checkbox', { name: '说了回访了多少' }).check()
  await check(page, 'headline').click()
  await expect(headline).toContainText('可以和这样写的比一比')
})

for (const theme of Object.keys(themes) as Theme[]) {
  test(`axe finds nothing on the exercises in ${theme}`, async ({ page }) => {
    await chooseTheme(page, theme)
    await go(page, lesson)
    await check(page, 'worked').click()
    await check(page, 'steps').click()
    await expect(task(page, 'steps').getByRole('alert')).toBeVisible()
    expect(await axeFaults(page)).toEqual([])
  })
}
