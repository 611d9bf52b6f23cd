import type { Page } from '@playwright/test'
import { axeFaults } from './axe.ts'
import { everyKind } from './every-kind.ts'
import { testOn } from './fixture-root.ts'
import { expect as ask } from './fixtures.ts'
import { Keyboard } from './keyboard.ts'
import { go, settle } from './pages.ts'

const root = new URL('../..', import.meta.url).pathname
const test = testOn('courses-proof').extend<{ kinds: readonly string[] }>({
  kinds: async ({ appRoot }, use) => use(await everyKind(root, appRoot)),
})
test.describe.configure({ timeout: 120_000 })
const expect = ask.configure({ timeout: 20_000 })
const main = (page: Page) => page.getByRole('main')

const onward = /^button (保存并下一题|保存，看全卷)$/

/** What is done at a question of each kind until it is a whole answer; right or not is no matter. */
const answers: Readonly<Record<string, (hands: Keyboard, page: Page) => Promise<void>>> = {
  choice: (hands, page) => tick(hands, page, 1),
  async number(hands) {
    await hands.to(/^input/)
    await hands.write('42')
  },
  sort: (hands, page) => tick(hands, page, 4),
  async match(hands) {
    for (const left of ['分子', '分母', '基期']) {
      await hands.use(new RegExp(`^combobox “${left}”`))
      await hands.choose(/上面的数/)
    }
  },
  order: (hands) => hands.use(/^button 把“.*”往后移$/),
  async sql(hands) {
    await hands.to(/^textbox 我的查询/)
    await hands.write('SELECT count(*) AS n FROM hotline_tickets')
  },
  async query(hands) {
    await hands.use(/^button 按什么分开算/)
    await hands.choose(/^街道（镇）/)
  },
  async pivot(hands) {
    await hands.use(/^button 添加到“行”$/)
    await hands.choose(/^区/)
  },
  async chart(hands) {
    await hands.use(/^combobox 排序/)
    await hands.choose(/从多到少/)
  },
  async indicator(hands) {
    await hands.use(/^combobox 分子/)
    await hands.choose(/说满意/)
    await hands.use(/^combobox 分母/)
    await hands.choose(/^回访过/)
  },
  async threshold(hands) {
    await hands.to(/^slider/)
    await hands.press('ArrowRight')
  },
  async mark(hands) {
    await hands.to(/^listbox/)
    await hands.press('ArrowRight', 'Enter')
  },
  'read-chart': (hands) => hands.use(/^button 2 纵轴/),
}

/** A radio button or box, drawn by its row, is seen by the row that has it. */
async function tick(hands: Keyboard, page: Page, groups: number): Promise<void> {
  for (let at = 0; at < groups; at += 1) {
    await hands.press('Tab')
    await expect(main(page).getByRole('article').locator('input:focus')).toHaveCount(1)
    await hands.press('Space')
  }
}

test('a whole test before by keyboard alone, with a question of every kind', async ({
  kinds,
  page,
}) => {
  const hands = new Keyboard(page)
  await page.reload()
  await go(page, '#/programme/trial')
  await hands.use(/^button 写下名字$/)
  await hands.to(/^input/)
  await hands.write('赵玉芬')
  await hands.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await hands.use(/^button 开始 ?学前测$/)
  for (const [at, kind] of kinds.entries()) {
    await expect(main(page)).toContainText(`第 ${at + 1} 题，共 ${kinds.length} 题`)
    await settle(page)
    // the first is reached from the page's heading; each later one has the keyboard at once
    if (at === 0) await hands.to(/^button 先停一停$/)
    else expect(await hands.here()).toMatch(/^unseen article/)
    await answers[kind]?.(hands, page)
    await hands.use(onward)
  }
  await expect(main(page).getByText('每一题都答了。')).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await hands.use(/^button 交卷$/)
  await expect(page.getByRole('dialog')).toBeVisible()
  await hands.use(/^button 交卷$/)
  await expect(main(page).getByText('谢谢，学前测交了')).toBeVisible()
  await hands.use(/^a 回培训页$/)
  await hands.to(/^a 看结果 ?学前测$/)
})
