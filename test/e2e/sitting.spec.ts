import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { axeFaults } from './axe.ts'
import { testOn } from './fixture-root.ts'
import { expect as ask } from './fixtures.ts'
import { Keyboard } from './keyboard.ts'
import { chooseTheme, go } from './pages.ts'

const test = testOn('courses-proof')
test.describe.configure({ timeout: 120_000 })
const expect = ask.configure({ timeout: 20_000 })

const programme = '#/programme/trial'
const main = (page: Page) => page.getByRole('main')
const button = (page: Page, name: string | RegExp) =>
  main(page).getByRole('button', { name, exact: true })
const step = (page: Page, name: string) =>
  main(page)
    .getByRole('listitem')
    .filter({
      has: page.getByRole('heading', { name, exact: true }),
    })

async function writeName(page: Page, name: string): Promise<void> {
  await go(page, programme)
  await button(page, '写下名字').click()
  await page.getByRole('dialog').getByRole('textbox').fill(name)
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
}

async function begin(page: Page, name: string): Promise<void> {
  await go(page, programme)
  await step(page, name).getByRole('button').click()
  await expect(main(page).getByRole('heading', { level: 1, name })).toBeVisible()
}

/** Answers whatever question is on show, rightly: every one of the fixture says its numbers. */
async function answerRightly(page: Page): Promise<void> {
  const text = await main(page).getByRole('article').innerText()
  const number = /上月 (\d+) 件，这月 (\d+) 件/.exec(text)
  const choice = /(\d+) 比 10 大多少/.exec(text)
  if (number) {
    const sum = Number(number[1]) + Number(number[2])
    await main(page).getByRole('textbox').fill(String(sum))
  } else if (choice) {
    await main(page)
      .getByRole('radio', { name: String(Number(choice[1]) - 10), exact: true })
      .check()
  } else throw new Error(text)
}

async function handIn(page: Page): Promise<void> {
  await button(page, '交卷').click()
  await page.getByRole('dialog').getByRole('button', { name: '交卷' }).click()
}

test('a test before the training: kept through a reload, changed, handed in once', async ({
  page,
}) => {
  const heard: string[] = []
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => heard.push(String(payload))),
  )
  await page.reload()
  await writeName(page, '王秀兰')
  expect(await axeFaults(page)).toEqual([])
  await begin(page, '学前测')
  await expect(main(page)).toContainText('第 1 题，共 2 题')
  await expect(button(page, '检查')).toHaveCount(0)
  await expect(button(page, '保存并下一题')).toBeDisabled()
  const first = await main(page).getByRole('article').innerText()
  await answerRightly(page)
  await page.reload()
  await expect(main(page).getByRole('article')).toContainText(first.split('\n')[1] ?? '')
  await expect(button(page, '保存并下一题')).toBeEnabled()
  expect(await axeFaults(page)).toEqual([])
  await button(page, '保存并下一题').click()
  await expect(main(page)).toContainText('第 2 题，共 2 题')
  await button(page, '先停一停').click()
  await expect(step(page, '学前测')).toContainText('已答 1 题，共 2 题')
  await step(page, '学前测').getByRole('button', { name: '接着做' }).click()
  await expect(main(page)).toContainText('第 2 题，共 2 题')
  await button(page, '看全卷').click()
  await expect(main(page)).toContainText('还有 1 题没有答')
  await button(page, '第 1 题，已答').click()
  await expect(button(page, '保存并下一题')).toBeEnabled()
  await button(page, '保存并下一题').click()
  await button(page, '不会，跳过').click()
  await expect(main(page)).toContainText('有 1 题跳过了')
  const told = heard.join('\n')
  expect(told).toContain('answered')
  expect(told).not.toMatch(/"correct"|"right":|because|对的|加反了|把两个数加起来/)
  await handIn(page)
  await expect(main(page)).toContainText('谢谢，学前测交了')
  expect(await axeFaults(page)).toEqual([])
  await go(page, programme)
  await expect(step(page, '学前测')).toContainText('做完了')
  await expect(step(page, '学前测').getByRole('button', { name: '开始' })).toHaveCount(0)
})

test('a learner who skips everything is told kindly, and has to go over the courses first', async ({
  page,
}) => {
  await writeName(page, '李卫东')
  await begin(page, '结业测评')
  for (let at = 1; at <= 4; at += 1) {
    await expect(main(page)).toContainText(`第 ${at} 题，共 4 题`)
    await button(page, '不会，跳过').click()
  }
  await expect(main(page)).toContainText('有 4 题跳过了')
  expect(await axeFaults(page)).toEqual([])
  await handIn(page)
  await expect(main(page)).toContainText('这次还没有通过')
  expect(await axeFaults(page)).toEqual([])
  await expect(main(page)).toContainText('一题都没有答，没关系')
  await expect(main(page).getByRole('link', { name: '数清楚' }).first()).toBeVisible()
  await go(page, programme)
  await expect(step(page, '结业测评')).toContainText('上次没通过')
  await expect(step(page, '结业测评').getByRole('button')).toHaveCount(0)
})

test('two windows: handed in in one, the other says so', async ({ app, page }) => {
  await writeName(page, '赵小梅')
  await begin(page, '学前测')
  const other = await app.open()
  await go(other, new URL(page.url()).hash)
  await expect(main(other)).toContainText('第 1 题，共 2 题')
  await button(page, '看全卷').click()
  await handIn(page)
  await expect(main(page)).toContainText('谢谢，学前测交了')
  await button(other, '不会，跳过').click()
  await expect(main(other)).toContainText('已经在别的窗口交了')
  await button(other, '看结果').click()
  await expect(main(other)).toContainText('谢谢，学前测交了')
})

test('another learner at the address sees nothing of it', async ({ page }) => {
  await writeName(page, '孙大妈')
  await begin(page, '学前测')
  const { hash } = new URL(page.url())
  await chooseNew(page, '周老师')
  await go(page, hash)
  await expect(main(page)).toContainText('这里没有你的这次测评')
  await expect(main(page).getByRole('article')).toHaveCount(0)
})

async function chooseNew(page: Page, name: string): Promise<void> {
  await go(page, '#/settings')
  await page.getByRole('button', { name: '添加学员' }).first().click()
  await page.getByRole('dialog').getByRole('textbox').fill(name)
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
}

test('an item that an update took away: told, the others go on', async ({ page, appRoot }) => {
  await writeName(page, '钱师傅')
  await begin(page, '学前测')
  const file = join(appRoot, 'courses/p1-counting/bank.md')
  const text = await readFile(file, 'utf8')
  await writeFile(file, text.replace('id: a-core', 'id: a-new').replace('id: b-core', 'id: b-new'))
  await page.reload()
  await expect(main(page)).toContainText('更新以后，这一题做不了了')
  await button(page, '下一题').click()
  await answerRightly(page)
  await button(page, '保存，看全卷').click()
  await handIn(page)
  await expect(main(page)).toContainText('谢谢，学前测交了')
})

test('placement by keyboard alone; the pages in dark and contrast', async ({ page }) => {
  await writeName(page, '吴阿姨')
  for (const theme of ['dark', 'contrast'] as const) {
    await chooseTheme(page, theme)
    await go(page, programme)
    await expect(step(page, '分班测')).toBeVisible()
    expect(await axeFaults(page)).toEqual([])
  }
  await begin(page, '分班测')
  // how many questions there are depends on the answers, and the first option is right by chance
  for (let at = 0; ; at += 1) {
    const asked = main(page).getByText(`分班测：已答 ${at} 题`)
    await expect(asked.or(button(page, '看结果'))).toBeVisible()
    if (!(await asked.isVisible())) break
    await main(page).getByRole('article').focus()
    if (await main(page).getByRole('textbox').isVisible()) {
      await page.keyboard.press('Tab')
      await page.keyboard.type('1'.repeat(120))
      await expect(main(page).getByRole('textbox')).toHaveValue('1'.repeat(100))
    } else {
      await page.keyboard.press('Tab')
      await page.keyboard.press('Space')
      await expect(button(page, '保存并下一题')).toBeEnabled()
      for (const name of ['重做', '保存并下一题']) {
        await page.keyboard.press('Tab')
        await expect(button(page, name)).toBeFocused()
      }
    }
    await page.keyboard.press('Enter')
  }
  await new Keyboard(page).use(/^button 看结果$/)
  await expect(button(page, '看结果')).toBeHidden()
  expect(await axeFaults(page)).toEqual([])
})
