import type { Locator, Page } from '@playwright/test'
import { axeFaults } from './axe.ts'
import { expect } from './fixtures.ts'
import { lessons, test } from './marking-root.ts'
import { chooseTheme, go, themes, type Theme } from './pages.ts'

const task = (page: Page, id: string) => page.locator(`#task-${id}`)
const check = (card: Locator) => card.getByRole('button', { name: '检查', exact: true }).click()
const keys = async (page: Page, ...each: string[]) => {
  for (const key of each) await page.keyboard.press(key)
}

test.describe('marking a text', () => {
  const text = (page: Page) => page.getByRole('listbox', { name: '要标的文字' })
  const marked = (page: Page) => page.getByRole('button', { name: /^调整/ })
  const word = (page: Page, name: string) => page.getByRole('option', { name, exact: true })

  test('words are tapped, widened, moved by a character and taken away', async ({ page }) => {
    await go(page, lessons.mark)
    const card = task(page, 'redact-ticket')
    await word(page, '12345').click()
    await word(page, '139').click()
    await word(page, '139').click()
    await expect(marked(page)).toHaveText(['139-0000', '12345'])
    await check(card)
    await expect(card.getByRole('alert')).toContainText('共 5 处，找到 0 处；误报 1 处')
    await expect(card).toContainText('12345 是热线，不是谁的电话')
    await expect(card).toContainText('还有 4 个字露在外面')
    await card.getByRole('button', { name: '去掉“12345”' }).click()
    await expect(card).not.toContainText('12345 是热线，不是谁的电话')
    await marked(page).first().click()
    await card.getByRole('button', { name: '结尾少一字' }).click()
    await expect(marked(page)).toHaveText(['139-000'])
    await card.getByRole('button', { name: '撤销上一步' }).click()
    await expect(marked(page)).toHaveText(['139-0000'])
    await card.getByRole('button', { name: '把漏掉的 4 处指给我看' }).click()
    await expect(card.locator('[data-outcome="missed"]').first()).toBeVisible()
  })

  test('a stretch is dragged over, from the middle of a word', async ({ page }) => {
    await go(page, lessons.mark)
    const from = await word(page, '139').boundingBox()
    const to = await word(page, '1234').boundingBox()
    await page.mouse.move(from!.x + 2, from!.y + from!.height / 2)
    await page.mouse.down()
    await page.mouse.move(to!.x + to!.width - 1, to!.y + to!.height / 2, { steps: 6 })
    await page.mouse.up()
    await expect(marked(page)).toHaveText(['139-0000-1234'])
  })

  test('the keyboard alone is enough', async ({ page }) => {
    await go(page, lessons.mark)
    await text(page).focus()
    const activeText = () =>
      text(page).evaluate(
        (box) => document.getElementById(box.getAttribute('aria-activedescendant')!)?.textContent,
      )
    const goTo = async (name: string) => {
      for (let step = 0; step < 90 && (await activeText()) !== name; step += 1) {
        await keys(page, 'ArrowRight')
      }
      expect(await activeText()).toBe(name)
    }
    await goTo('139')
    await keys(page, 'Shift+ArrowRight', 'Shift+ArrowRight', 'Enter')
    await expect(marked(page)).toHaveText(['139-0000-1234'])
    await keys(page, 'Delete')
    await expect(marked(page)).toHaveCount(0)
    await keys(page, 'Control+z', 'Home', 'ArrowDown', 'ArrowUp', 'End', ' ')
    await expect(marked(page)).toHaveCount(2)
    await keys(page, 'Tab')
    await expect(text(page)).not.toBeFocused()
  })
})

test.describe('repairing a table', () => {
  const grid = (page: Page) => page.getByRole('grid', { name: /300 行/ })
  const card = (page: Page) => task(page, 'ledger-300')

  /** Goes to a row by its number and a column by its place, by keys alone. */
  async function goTo(page: Page, row: number, column: number) {
    await keys(page, 'Control+ArrowUp', 'ArrowDown', 'Home')
    for (let at = 1; at < row; at += 1) await keys(page, 'ArrowDown')
    for (let at = 0; at < column; at += 1) await keys(page, 'ArrowRight')
  }

  test('by keyboard alone: corrected, flagged, struck out, checked, taken back', async ({
    page,
  }) => {
    test.setTimeout(240_000)
    await go(page, lessons.repair)
    await grid(page).focus()
    await goTo(page, 12, 3)
    await keys(page, 'Enter')
    await page.keyboard.type('1988年12月12日')
    await keys(page, 'Enter')
    await expect(grid(page)).toBeFocused()
    await expect(card(page)).toContainText('我的改动：1 处')
    await goTo(page, 37, 4)
    await keys(page, 'Enter')
    await page.keyboard.type('４')
    await keys(page, 'Enter')
    await goTo(page, 133, 6)
    await keys(page, ' ', 'ArrowUp', ' ')
    await keys(page, 'Control+End', 'Delete')
    await check(card(page))
    await expect(card(page).getByRole('alert')).toContainText('共 9 处，找到 3 处；误报 2 处')
    await grid(page).focus()
    await keys(page, 'Backspace', 'Delete')
    await expect(card(page)).toContainText('我的改动：4 处')
  })

  test('rows are filtered, sorted and gone to; what was missed is shown when asked for', async ({
    page,
  }) => {
    await go(page, lessons.repair)
    await card(page).getByRole('searchbox').fill('2025-02-30')
    await expect(card(page)).toContainText('显示 1 行，共 300 行')
    await grid(page).getByRole('gridcell', { name: '2025-02-30' }).click()
    await card(page).getByRole('button', { name: '标为有错' }).click()
    await card(page).getByRole('searchbox').fill('')
    await grid(page).getByRole('columnheader', { name: '户内人数' }).click()
    await grid(page).getByRole('columnheader', { name: '户内人数' }).click()
    await expect(grid(page).getByRole('row').nth(1)).toContainText('46')
    await check(card(page))
    await expect(card(page).getByRole('alert')).toContainText('找到 1 处；误报 0 处')
    await expect(grid(page)).not.toContainText('漏了')
    await card(page).getByRole('button', { name: '把漏掉的 8 处指给我看' }).click()
    await card(page).getByText('逐处说明').click()
    await card(page).getByRole('button', { name: '第 37 行 · 户内人数' }).click()
    await expect(grid(page)).toBeFocused()
    await expect(card(page)).toContainText('一户 46 口人，多打了一位。')
    await expect(card(page)).toContainText('应为 4')
    await page.reload()
    await expect(card(page)).toContainText('我的改动：1 处')
  })

  test('three hundred rows are moved through, a screenful drawn at a time', async ({ page }) => {
    await go(page, lessons.repair)
    await grid(page).focus()
    const usual = await page.evaluate(async () => {
      const box = document.querySelector<HTMLElement>('[role="grid"]')!
      const steps: number[] = []
      for (let step = 0; step < 60; step += 1) {
        const begun = performance.now()
        const key = step % 10 === 9 ? 'PageDown' : 'ArrowDown'
        box.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
        await Promise.resolve()
        box.getBoundingClientRect() // lays the page out
        steps.push(performance.now() - begun)
      }
      return steps.sort((a, b) => a - b)[30] ?? NaN
    })
    console.log(`a step takes ${usual.toFixed(1)} ms`)
    expect(await grid(page).getByRole('row').count()).toBeLessThan(60)
  })

  test('a small table: one of two duplicates goes, a number is written as one', async ({
    page,
  }) => {
    await go(page, lessons.repair)
    const small = task(page, 'small-form')
    await small.getByRole('gridcell', { name: '高龄津贴表' }).click()
    await small.getByRole('button', { name: '划掉整行' }).click()
    await small.getByRole('gridcell', { name: '八十' }).click()
    await small.getByLabel('改成').fill('８０')
    await small.getByRole('button', { name: '改好' }).click()
    await check(small)
    await expect(small.getByRole('status').last()).toContainText('2 处都找到了，没有误报')
  })
})

test.describe('reading a figure', () => {
  test('places are picked on the figure and in the list, and each is explained', async ({
    page,
  }) => {
    await go(page, lessons.figures)
    const card = task(page, 'cut-axis')
    await card.getByRole('button', { name: '2 纵轴' }).click()
    await card.getByRole('checkbox', { name: '横轴' }).check()
    await check(card)
    await expect(card.getByRole('alert')).toContainText(
      '找对了 1 处，还有 2 处没有找到，有 1 处并不误导',
    )
    await expect(card).toContainText('三年连着，没有挑年份。')
    await card.getByRole('checkbox', { name: '横轴' }).uncheck()
    await card.getByRole('button', { name: /群众满意度三年大幅提升/ }).click()
    await card.getByRole('button', { name: /没有写来源/ }).click()
    await check(card)
    await expect(card.getByRole('status')).toContainText('3 处都找对了')
  })

  test('an honest figure is called one; the data are there as a table and in words', async ({
    page,
  }) => {
    await go(page, lessons.figures)
    const card = task(page, 'honest-pie')
    await expect(card.getByRole('img')).toHaveAttribute('aria-label', /^饼图，标题是“工单的来源”/)
    await card.getByText('图里的数据').click()
    await expect(card.getByRole('row', { name: /小程序/ })).toContainText('250')
    await card.getByRole('checkbox', { name: '没有误导人的地方' }).check()
    await check(card)
    await expect(card.getByRole('status')).toContainText('这张图没有误导人的地方')
  })

  test('both axes of a double one are one place', async ({ page }) => {
    await go(page, lessons.figures)
    const card = task(page, 'two-axes')
    const axes = card.getByRole('button', { name: '3 纵轴' })
    await expect(axes).toHaveCount(2)
    await axes.last().focus()
    await keys(page, 'Space')
    await expect(axes.first()).toHaveAttribute('aria-pressed', 'true')
  })
})

for (const theme of Object.keys(themes) as Theme[]) {
  test(`axe finds nothing, and nothing is cut off, in ${theme}`, async ({ page }) => {
    test.setTimeout(300_000)
    await chooseTheme(page, theme)
    for (const width of [1366, 390]) {
      await page.setViewportSize({ width, height: 844 })
      for (const [name, hash] of Object.entries(lessons)) {
        await go(page, hash)
        const first = page.getByRole('option').or(page.getByRole('gridcell')).first()
        if (name !== 'figures') await first.click()
        if (name === 'repair') await page.getByRole('button', { name: '标为有错' }).first().click()
        if (name === 'figures') await page.getByRole('checkbox', { name: '纵轴' }).first().check()
        await page.getByRole('button', { name: '检查', exact: true }).first().click()
        await page.getByRole('alert').waitFor()
        const found = await axeFaults(page)
        expect(found, `${name} in ${theme} at ${width}`).toEqual([])
        const spill = await page
          .getByRole('main')
          .evaluate((main) => main.scrollWidth - main.clientWidth)
        expect(spill, `${name} in ${theme} at ${width}`).toBe(0)
      }
    }
  })
}
