import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { go } from './pages.ts'

const notebook = '#/notebooks/ageing-digital-divide'

/** Puts a new cell at the end, by keyboard; its form opens. */
async function add(page: Page, kind: string) {
  await page.getByRole('button', { name: '添加', exact: true }).focus()
  await page.keyboard.press('Enter')
  const item = page.getByRole('menuitem', { name: kind })
  await expect(item.first()).toBeVisible()
  for (let step = 0; step < 20; step += 1) {
    const active = await page.evaluate(() => document.activeElement?.textContent.trim() ?? '')
    if (active.startsWith(kind)) break
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Enter')
  const form = page.getByRole('form')
  await expect(form.getByRole('combobox').or(form.getByRole('textbox')).first()).toBeFocused()
  return form
}

test('an input, a check and a statistic are made without YAML', async ({ page }) => {
  await go(page, notebook)
  const main = page.getByRole('main')
  await expect(main).toContainText('超过的有 12 个省份')

  const input = await add(page, '多选')
  await input.getByRole('textbox', { name: '标签' }).fill('省份')
  await input.getByRole('combobox', { name: '表', exact: true }).click()
  await page.getByRole('option', { name: 'census_2020' }).click()
  await input.getByRole('combobox', { name: '列', exact: true }).click()
  await page.getByRole('option', { name: /province$/ }).click()
  await page.keyboard.press('Control+Enter')
  const card = main.getByRole('group', { name: '省份' })
  await expect(card.getByRole('checkbox')).toHaveCount(31)
  // the values of the column that was offered first stand there until the chosen one's are read
  await expect(card.getByRole('checkbox', { name: '浙江省' })).toBeAttached()
  await expect(card).toContainText('没有勾选，等于不限')
  await card.getByRole('searchbox').fill('浙')
  await card.getByRole('button', { name: '选中找到的' }).click()
  await expect(card).toContainText('选了 1 项，共 31 项')
  await main.getByRole('button', { name: '存为初始值' }).click()
  await expect(main.getByRole('button', { name: '存为初始值' })).toBeHidden()

  const check = await add(page, '质量断言')
  await check.getByRole('combobox', { name: '应当怎样' }).click()
  await page.getByRole('option', { name: '行数在范围内' }).click()
  await check.getByRole('textbox', { name: '不小于' }).fill('多少')
  await check.getByRole('button', { name: '完成' }).click()
  await expect(check.getByRole('alert')).toContainText('质量断言“check”有误')
  await check.getByRole('textbox', { name: '不小于' }).fill('999999')
  await check.getByRole('button', { name: '完成' }).click()
  await expect(main).toContainText('1 条质量断言里有 1 条没有通过')

  const stat = await add(page, '统计')
  await stat.getByRole('combobox', { name: '用哪张表' }).click()
  await page.getByRole('option', { name: 'by_province' }).click()
  await stat.getByRole('combobox', { name: '哪一列' }).click()
  await page.getByRole('option', { name: 'share_65_plus' }).click()
  await stat.getByRole('button', { name: '完成' }).click()
  await expect(main).toContainText('65 岁及以上人口比重的中位数是')
  await expect(main).toContainText('31 行里用了 31 行')

  const compared = await add(page, '统计')
  const choose = async (field: string, option: string | RegExp) => {
    await compared.getByRole('combobox', { name: field, exact: true }).click()
    await page.getByRole('option', { name: option }).click()
  }
  await choose('算什么', /^几组的平均是否不同/)
  await expect(compared).toContainText('三组以上比平均')
  await choose('用哪张表', /^closed$/)
  await choose('哪一列', /^days$/)
  await choose('按哪一列分组', /channel$/)
  await compared.getByRole('button', { name: '完成' }).click()
  await expect(main).toContainText('韦尔奇方差分析')
  await expect(main.getByRole('img', { name: /的平均：.*电话/ })).toBeVisible()
  await expect(main.getByRole('region', { name: /^两两比较/ })).toBeVisible()
  await expect(main).toContainText('没有说明什么：谁引起谁')
  const model = await add(page, '统计')
  await model.getByRole('combobox', { name: '用哪张表' }).click()
  await page.getByRole('option', { name: 'by_province' }).click()
  await model.getByRole('combobox', { name: '算什么' }).click()
  await page.getByRole('option', { name: '线性回归：结果是数' }).click()
  await model.getByRole('combobox', { name: '要解释的列（结果）' }).click()
  await page.getByRole('option', { name: 'share_65_plus' }).click()
  const terms = model.getByRole('group', { name: '用哪些列来解释' })
  await terms.getByRole('checkbox', { name: 'population' }).check()
  await terms.getByRole('checkbox', { name: 'side' }).check()
  await expect(terms).toContainText('公式：share_65_plus ~ ')
  await model.getByRole('combobox', { name: '标准误怎么算' }).click()
  await page.getByRole('option', { name: '稳健（HC3，行数少时用）' }).click()
  await model.getByRole('button', { name: '完成' }).click()
  await expect(main).toContainText('线性回归（65 岁及以上人口比重 ~ ')
  await expect(main).toContainText('这不说明原因')
})
