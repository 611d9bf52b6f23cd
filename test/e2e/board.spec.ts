import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { WebSocket } from 'ws'
import { appTable } from '../../desktop/contract/procedures.ts'
import { connect } from '../../desktop/contract/wire/client.ts'
import { webSocketPort } from '../../desktop/contract/wire/web-socket.ts'
import { axeFaults } from './axe.ts'
import { expect, test, type RunningApp } from './fixtures.ts'
import { chooseTheme, go, settle } from './pages.ts'

const course = 'b4-payment'
const lesson = '01-look-before-paying'
const names = ['王秀兰', '李建国', '赵德胜', '陈桂芳', '周玉梅', '吴长海', '郑淑贤', '孙福生']

/** A line of our own to the host of an open page, as a second volunteer has it. */
async function lineTo(app: RunningApp, page: Page) {
  const cookies = await page.context().cookies()
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const { origin, host } = new URL(app.url)
  const socket = new WebSocket(`ws://${host}/rpc`, { headers: { cookie, origin } })
  await new Promise((resolve) => socket.once('open', resolve))
  return connect(webSocketPort(socket), appTable)
}
type Line = Awaited<ReturnType<typeof lineTo>>

/** A class whose people have come, the session open. */
async function beginClass(line: Line) {
  const { id } = await line.call('class.make', { title: '周二上午班' })
  const pictures = ['plum', 'pine', 'moon', 'rice', 'sun', 'cloud', 'maple', 'orchid']
  const added = names.map((name, nth) => ({ name, picture: pictures[nth] ?? 'plum' }))
  const of = await line.call('class.enrol', { class: id, known: [], added })
  const { id: session } = await line.call('session.begin', { class: id, course, lesson })
  const ids = of.people.map((person) => person.id)
  for (const person of ids.slice(0, 7)) {
    await line.call('session.attend', { session, person, attendance: 'here' })
  }
  return { id, session, ids }
}

async function answer(line: Line, learner: string, chosen: number): Promise<void> {
  const place = { course, lesson, exercise: 'strange-name', learner, hints: 0 }
  await line.call('exercise.check', { ...place, answer: { kind: 'choice', chosen: [chosen] } })
}

const faultless = async (page: Page) => expect(await axeFaults(page)).toEqual([])

test.describe('a class while it goes on and after', () => {
  test('is watched, asked, reported on and sent to research', async ({ app, page }, info) => {
    test.skip(info.project.name === 'electron', 'the second volunteer comes by the web host')
    test.setTimeout(180_000)
    await page.getByRole('navigation').first().waitFor()
    const line = await lineTo(app, page)
    const { id, session, ids } = await beginClass(line)

    await test.step('the board follows what happens, without being asked again', async () => {
      await go(page, `#/class/${id}/now`)
      await expect(page.getByText('现在没有人卡住。')).toBeVisible()
      for (const learner of ids.slice(0, 3)) await answer(line, learner, 0)
      for (let again = 0; again < 2; again += 1) await answer(line, ids[0] ?? '', 2)
      const stuck = page.getByRole('listitem').filter({ hasText: '王秀兰' })
      await expect(stuck).toContainText('错了 3 次，还没做对')
      await expect(page.getByRole('heading', { name: '大家最常错' })).toBeVisible()
      await expect(page.getByText('3 人做过，3 人第一次没做对')).toBeVisible()
      await expect(page.getByText('先别付。名字对不上')).toBeVisible()
      await page.getByLabel('大屏上不显示名字').check()
      await expect(page.getByText('王秀兰')).toHaveCount(0)
      await faultless(page)
    })

    await test.step('faces are tapped one after the other, and the last is taken back', async () => {
      await page.getByRole('link', { name: '请大家说说满意不满意' }).click()
      await page.getByRole('button', { name: '满意', exact: true }).click()
      await expect(page.getByText('谢谢您！')).toBeVisible()
      await expect(page.getByRole('button', { name: '一般' })).toBeVisible({ timeout: 5_000 })
      await page.keyboard.press('3')
      await page.getByRole('button', { name: '点错了，撤销' }).click()
      await expect(page.getByText('已经撤销')).toBeVisible()
      await page.keyboard.press('1')
      await expect(page.getByText('谢谢您！')).toBeVisible()
      const faces = async () => (await line.call('session.read', { session })).faces
      await expect.poll(faces).toEqual({ good: 2, fair: 0, poor: 0 })
      await faultless(page)
    })

    await test.step('a suggestion is kept without what is personal, and as a text', async () => {
      await page.getByText('有话想说？写一条建议').click()
      const said = '字再大一点。身份证 110101199003074530 <script>alert(1)</script>'
      await page.getByLabel('建议（最多 300 字）').fill(said)
      await page.getByRole('button', { name: '放进建议箱' }).click()
      await expect(page.getByText('有 1 处像是个人信息')).toBeVisible()
      await expect(page.locator('blockquote')).toContainText('<script>alert(1)</script>')
      await expect(page.locator('body')).not.toContainText('110101199003074530')
      await page.getByRole('button', { name: '好了' }).click()
    })

    await test.step('the report has two readers', async () => {
      for (const learner of ids.slice(0, 5)) await answer(line, learner, 1)
      await page.getByRole('link', { name: '回到这次课的报告' }).click()
      await expect(page.getByText('7 人，全班 8 人')).toBeVisible()
      await expect(page.getByText('没来的：孙福生')).toBeVisible()
      await expect(page.getByText('接着上“')).toBeVisible()
      await page.getByRole('button', { name: '下次课就上这一课' }).click()
      await expect(page.getByText('已经定为下次课。')).toBeVisible()
      await faultless(page)
      await page.getByText('交出去', { exact: true }).click()
      await expect(page.getByText('没来的：')).toHaveCount(0)
      await expect(page.getByText('人太少，不列').first()).toBeVisible()
    })

    await test.step('a table goes out without names, unless they are asked for', async () => {
      const bare = await csvOf(page)
      expect(bare.startsWith('\ufeff类别,')).toBe(true)
      expect(bare).not.toContain('王秀兰')
      await page.getByLabel('带名字（只给自己用）').check()
      expect(await csvOf(page)).toContain('王秀兰')
    })

    await test.step('after the end it is a dataset, and a notebook on it shows rows', async () => {
      await line.call('session.end', { session })
      await page.getByRole('button', { name: '送到研究' }).click()
      await page.getByRole('link', { name: '看这份数据' }).click()
      await expect(page.getByRole('heading', { name: '课堂反馈' }).first()).toBeVisible()
      await faultless(page)
      await page
        .getByRole('button', { name: /笔记本/ })
        .first()
        .click()
      await expect(page.locator('body')).toContainText('class_feedback', { timeout: 30_000 })
    })

    await test.step('all of it in the dark as well', async () => {
      await chooseTheme(page, 'dark')
      for (const hash of [`#/class/${id}/now`, `#/class/${id}/session/${session}`]) {
        await go(page, hash)
        await settle(page)
        await faultless(page)
      }
    })
  })
})

async function csvOf(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出 CSV' }).click(),
  ])
  return readFile(await download.path(), 'utf8')
}
