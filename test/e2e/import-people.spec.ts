import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { residentCheckDigit } from '../../desktop/domain/privacy/resident-id.ts'
import { axeFaults } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { chooseTheme, go, settle } from './pages.ts'

let folder: string
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhizhi-people-'))
})
test.afterAll(() => rm(folder, { recursive: true, force: true }))

const idOf = (number: number) => {
  const digits = `11010519${number % 2 ? '860101' : '750601'}${String(number).padStart(3, '0')}`
  return digits + residentCheckDigit(digits)
}

/** Forty residents, and one who is older than all. */
async function register(): Promise<string> {
  const rows = Array.from({ length: 41 }, (_, at) => [
    `王小${'一二三四五'[at % 5]}`,
    idOf(at),
    at % 4 < 2 ? '女' : '男',
    at === 40 ? 93 : at % 2 ? 40 : 51,
    at % 8 < 4 ? '春晖街道' : '望江街道',
    ['噪声', '漏水', '停车'][at % 3],
    `请回电 1380013${1000 + at}，谢谢`,
  ])
  const head = '姓名,身份证号,性别,年龄,街道,诉求类别,诉求内容'
  const file = join(folder, 'residents.csv')
  await writeFile(file, [head, ...rows.map((row) => row.join(','))].join('\n'))
  return file
}

async function bring(page: Page): Promise<void> {
  await go(page, '#/import')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '选择文件' }).click()
  await (await chooser).setFiles(await register())
  await expect(page.getByRole('table').getByRole('row', { name: /最小的一组/ })).toBeVisible()
  await settle(page)
}

test('a register of people is made safe, comes in, and says how', async ({ page }) => {
  await bring(page)
  const main = page.getByRole('main')
  await expect(main).toContainText('身份证号 41 处，确定')
  await expect(main).toContainText('按规则可以：换成代号、遮盖、改成年龄段、去掉')
  await expect(main).toContainText(/例子：［身份证号］ 变成 [a-z2-9]{13}/)
  await expect(main).toContainText('女、90+、春晖街道：1 行')
  await expect(main).not.toContainText(/1101051986|1380013/)

  // as important data it is refused while one row stands out
  await page.getByRole('radio', { name: '重要数据，去标识后导入' }).click({ force: true })
  await expect(main).toContainText('重要数据不能这样导入')
  const button = page.getByRole('button', { name: '导入 41 行' })
  await expect(button).toBeDisabled()
  await page.getByRole('button', { name: '去掉“年龄”' }).click()
  await expect(main).toContainText('每一行都至少和另外')
  await expect(button).toBeEnabled()
  await button.click()
  await expect(main).toContainText('导入好了')

  await go(page, '#/research/residents')
  await expect(main).toContainText('导入质量报告')
  await expect(main).toContainText('重要数据，已按要求去标识')
  await expect(main).toContainText('年龄：去掉')
  await expect(main).toContainText('身份证号：换成代号')
  await expect(main.getByRole('row', { name: /最小的一组/ })).toBeVisible()
})

test('columns that tell are chosen by keyboard, and one that nobody should learn', async ({
  page,
}) => {
  await bring(page)
  const main = page.getByRole('main')
  const street = page.getByRole('checkbox', { name: '街道', exact: true })
  await street.focus()
  await page.keyboard.press('Space')
  await expect(main).toContainText('女、90+：1 行')
  await expect(main.getByRole('row', { name: /一组里至少有几种值/ })).toBeVisible()
  await page.getByLabel('最不该让人知道的一列').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: '没有' }).click()
  await expect(main.getByRole('row', { name: /一组里至少有几种值/ })).toBeHidden()
})

test('what becomes of people reads well in every theme', async ({ page }) => {
  for (const theme of ['light', 'dark', 'contrast', 'elder'] as const) {
    await chooseTheme(page, theme)
    await bring(page)
    const found = await axeFaults(page)
    expect(found, theme).toEqual([])
  }
})
