import type { Page } from '@playwright/test'
import { axeFaults } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { chooseTheme, go, settle } from './pages.ts'

test.describe.configure({ timeout: 300_000 })

const surnames = Array.from('王李张刘陈杨黄赵吴周')
const givens = ['秀兰', '桂香', '建国', '玉芳']
/** Forty names, two of them the same. */
const forty = Array.from({ length: 40 }, (_, at) =>
  at === 39 ? '王秀兰' : `${surnames[at % 10] ?? ''}${givens[Math.floor(at / 10)] ?? ''}`,
)

async function makeClass(page: Page, title: string): Promise<string> {
  await go(page, '#/teach')
  await page.getByRole('link', { name: '我的班级' }).click()
  await page.getByRole('button', { name: '建一个班' }).first().click()
  await page.getByLabel('班级名称').fill(title)
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('heading', { name: title })).toBeVisible()
  return page.evaluate(() => location.hash.split('?')[0] ?? '')
}

async function paste(page: Page, list: string, joins: number): Promise<void> {
  await page.getByRole('button', { name: '粘贴名单' }).click()
  await page.getByLabel('把名单粘贴在这里').fill(list)
  await page.getByRole('button', { name: `加入班级（${joins} 人）` }).click()
  await expect(page.getByText(`已加入 ${joins} 人`)).toBeVisible()
}

/** Faults of the page in the light theme and in elder mode, where it is left. */
async function faultsIn(page: Page, hash: string): Promise<string[]> {
  const light = await axeFaults(page)
  await chooseTheme(page, 'elder')
  await go(page, hash)
  const elder = await axeFaults(page)
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('main :is(button, .button)')].flatMap((target) => {
      const { width, height } = target.getBoundingClientRect()
      return Math.min(width, height) < 59.5 && width > 2 ? [target.outerHTML.slice(0, 80)] : []
    }),
  )
  await chooseTheme(page, 'light')
  return [...light, ...elder, ...small]
}

test('a volunteer makes a class, corrects its list, marks who came and parts it into groups', async ({
  page,
  app,
}) => {
  const base = await makeClass(page, '周二上午手机班')
  await page.getByRole('button', { name: '粘贴名单' }).click()
  const list =
    '序号\t姓名\t电话\n1\t王秀兰\t13800000001\n\n2\t<b>李</b>\t13800000002\n13800000003\t张建国'
  await page.getByLabel('把名单粘贴在这里').fill(list)
  await expect(page.getByText('将加入 2 人，2 行不加入')).toBeVisible()
  await expect(page.getByText('3 个电话')).toBeVisible()
  await expect(page.getByRole('row', { name: /<b>李<\/b>/ })).toContainText('符号')
  await page.getByLabel('把名单粘贴在这里').fill(list.replace('<b>李</b>', '李桂香'))
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: '加入班级（3 人）' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: '李桂香' })).toBeVisible()
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(page.getByText('班里还没有人')).toBeVisible()
  await paste(page, ['王秀兰', '王秀兰', '李桂香', '张建国', '阿依古丽·买买提'].join('、'), 5)
  await expect(page.getByText('同名，看图分得清')).toHaveCount(2)
  await page.getByRole('button', { name: '更改张建国' }).click()
  await page.getByRole('button', { name: '改名字或图' }).click()
  await page.getByLabel('名字', { exact: true }).fill('张建业')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('button', { name: '更改张建业' })).toBeVisible()

  await test.step('attendance by taps and by keys, in two windows', async () => {
    await go(page, base)
    await page.getByRole('button', { name: '开始上课' }).click()
    const other = await app.open()
    await go(other, base)
    await page.getByRole('button', { name: /李桂香 还没来/ }).click()
    await expect(other.getByText('来了 1 / 5 人')).toBeVisible()
    await other.getByRole('button', { name: '张建业：迟到、请假' }).click()
    await other.getByRole('button', { name: '迟到', exact: true }).click()
    await expect(page.getByText('迟到 1 人')).toBeVisible()
    await page
      .getByRole('button', { name: /王秀兰 还没来/ })
      .first()
      .focus()
    await page.keyboard.press('5')
    await page.keyboard.press('Enter')
    await expect(page.getByText('来了 3 / 5 人')).toBeVisible()
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Space')
    await expect(page.getByText('来了 4 / 5 人')).toBeVisible()
    await page.getByRole('button', { name: '其余都来了' }).click()
    await expect(page.getByText('来了 5 / 5 人')).toBeVisible()
    await page.getByRole('button', { name: '撤销' }).click()
    await expect(page.getByText('来了 4 / 5 人')).toBeVisible()
    expect(await faultsIn(page, base)).toEqual([])
    await go(other, base)
    await other.getByRole('button', { name: '收起这个班' }).click()
    await go(page, base)
    await expect(page.getByText('这个班已收起')).toBeVisible()
    await page.getByRole('button', { name: '放回来' }).click()
    await expect(other.getByText('这个班已收起')).toBeHidden()
    await other.close()
  })

  await test.step('groups, moved by keys and renamed', async () => {
    const groups = `${base}?tab=groups`
    await go(page, groups)
    await page.getByLabel('每组人数').fill('0')
    await page.getByRole('button', { name: '分组', exact: true }).click()
    await expect(page.getByText('请写 1 到 5 的数')).toBeVisible()
    await page.getByLabel('每组人数').fill('3')
    await page.getByRole('radio', { name: '会的带不会的' }).check({ force: true })
    await page.getByRole('button', { name: '分组', exact: true }).click()
    await expect(page.getByText('分成了 2 组')).toBeVisible()
    const first = page.getByRole('region', { name: '第 1 组' }).getByRole('listitem')
    await expect(first).toHaveCount(3)
    await first.first().getByRole('button').press('Enter')
    await page.getByRole('dialog').getByRole('button', { name: '第 2 组' }).press('Enter')
    await expect(first).toHaveCount(2)
    await page.getByRole('button', { name: '给第 2 组改名' }).click()
    await page.getByRole('textbox', { name: '组名' }).fill('后排')
    await page.getByRole('button', { name: '保存' }).click()
    await expect(page.getByRole('region', { name: '后排' })).toBeVisible()
    await page.getByRole('button', { name: '撤销' }).click()
    await expect(page.getByRole('region', { name: '第 2 组' })).toBeVisible()
    expect(await faultsIn(page, groups)).toEqual([])
  })
})

/** From the cards to being in, in milliseconds: the hands of the test are quick, the app must be. */
async function timed(page: Page, hands: () => Promise<void>): Promise<number> {
  await expect(page.getByRole('heading', { name: '请点您的图' })).toBeVisible()
  const start = Date.now()
  await hands()
  await expect(page.getByRole('link', { name: '换人' })).toBeVisible()
  return Date.now() - start
}

test('one of forty finds his seat at the shared computer within ten seconds', async ({
  page,
  app,
}) => {
  await page.setViewportSize({ width: 1024, height: 768 })
  const base = await makeClass(page, '大班')
  await paste(page, forty.join('\n'), 40)
  await go(page, base)
  await page.getByRole('button', { name: '开始上课' }).click()
  await page.getByRole('link', { name: '公用电脑' }).click()
  await settle(page)
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'elder')
  expect(await axeFaults(page, { also: ['color-contrast-enhanced'] })).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(2 * 768)

  const byTouch = await timed(page, async () => {
    await page
      .getByRole('button', { name: /，周玉芳|，吴玉芳/ })
      .first()
      .click()
    await expect(page.getByText(/吴玉芳，对吗/)).toBeVisible()
    expect(await axeFaults(page, { also: ['color-contrast-enhanced'] })).toEqual([])
    await page.getByRole('button', { name: '是', exact: true }).click()
  })
  await expect(page.getByText('已记下您今天来了')).toBeVisible()
  expect(await page.evaluate(() => location.hash)).toMatch(/^#\/learn\//)
  // nothing of the volunteer's is in reach
  await go(page, '#/settings')
  await expect(page).toHaveURL(/#\/phone/)
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.reload()
  await page.getByRole('link', { name: '换人' }).click()

  let presses = 0
  const press = async (key: string) => {
    presses += 1
    await page.keyboard.press(key)
  }
  const byKeys = await timed(page, async () => {
    for (const key of ['c', 'j', 'g', 'Enter']) await press(key)
    await expect(page.getByText(/陈建国，对吗/)).toBeVisible()
    await press('Enter')
  })
  console.log(`in by touch: ${byTouch} ms, 2 taps; by keys: ${byKeys} ms, ${presses} presses`)
  expect(Math.max(byTouch, byKeys)).toBeLessThan(10_000)

  await test.step('two of one name, a name forgotten meanwhile, and the way out', async () => {
    await page.getByRole('link', { name: '换人' }).click()
    await expect(page.getByRole('textbox', { name: '找名字' })).toBeFocused()
    await page.keyboard.insertText('王秀兰')
    const twins = page.getByRole('button', { name: /，王秀兰/ })
    await expect(twins).toHaveCount(2)
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await expect(page.getByText(/王秀兰，对吗/)).toBeVisible()
    const other = await app.open()
    await go(other, `${base}?tab=roster`)
    await other.getByRole('button', { name: '更改王秀兰' }).last().click()
    await other.getByRole('button', { name: '从这台电脑上忘记' }).click()
    await other.getByRole('button', { name: '忘记这位学员' }).click()
    await expect(page.getByText('已经不在名单里')).toBeVisible()
    await page.keyboard.type('wxl')
    await expect(twins).toHaveCount(1)
    const leave = page.getByRole('button', { name: '按住 2 秒离开' })
    await leave.click()
    await expect(page.getByText('要按住 2 秒才会离开')).toBeVisible()
    await leave.click({ delay: 2300 })
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
    await expect(page.getByText('来了 2 / 39 人')).toBeVisible()
  })
})
