import type { Page } from '@playwright/test'
import WebSocket from 'ws'
import { type AppTable, appTable } from '../../desktop/contract/procedures.ts'
import { connect } from '../../desktop/contract/wire/client.ts'
import type { Client } from '../../desktop/contract/wire/procedure.ts'
import { webSocketPort } from '../../desktop/contract/wire/web-socket.ts'
import { axeFaults } from './axe.ts'
import { expect as ask, test } from './fixtures.ts'
import { chooseTheme, go, settle } from './pages.ts'

const expect = ask.configure({ timeout: 20_000 })
test.describe.configure({ timeout: 180_000 })

const lesson = 'b4-payment/01-look-before-paying'
const step = (page: Page, at: number) =>
  page.getByText(new RegExp(`第 ${at} 步，共 \\d+ 步`)).first()

/** How many steps the lesson has. */
async function steps(page: Page): Promise<number> {
  const [, of = ''] = /共 (\d+) 步/.exec(await step(page, 1).innerText()) ?? []
  return Number(of)
}
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

/** Opens the projector's window from the speaker's view. */
async function project(page: Page): Promise<Page> {
  const [projector] = await Promise.all([
    page.context().waitForEvent('page'),
    button(page, /打开投影窗口/)
      .first()
      .click(),
  ])
  await projector.setViewportSize({ width: 1024, height: 768 })
  await settle(projector)
  return projector
}

async function noFaults(...pages: Page[]): Promise<void> {
  for (const page of pages) expect(await axeFaults(page)).toEqual([])
}

/** The smallest text that the class must read, as a share of the window's height. */
const smallestText = (projector: Page) =>
  projector.locator('.canvas').evaluate((canvas) => {
    const scale = canvas.getBoundingClientRect().height / canvas.clientHeight
    const texts = [...canvas.querySelectorAll<HTMLElement>('h1, p, .text')].filter(
      (each) => !each.closest('.stand, .visually-hidden') && each.checkVisibility(),
    )
    const sizes = texts.map((each) => Number.parseFloat(getComputedStyle(each).fontSize))
    return {
      share: (Math.min(...sizes) * scale) / window.innerHeight,
      px: Math.min(...sizes) * scale,
    }
  })

/** Nothing that the class must see lies beyond the slide. */
const overflowing = (projector: Page) =>
  projector.locator('.canvas').evaluate((canvas) => {
    const box = canvas.getBoundingClientRect()
    return [...canvas.querySelectorAll<HTMLElement>('h1, p, li, .stand')]
      .filter((each) => !each.closest('.phone, .visually-hidden'))
      .filter((each) => {
        const { top, bottom, right } = each.getBoundingClientRect()
        return top < box.top - 1 || bottom > box.bottom + 1 || right > box.right + 1
      })
      .map((each) => each.textContent.slice(0, 20))
  })

test('speaker and projector show one step, whatever happens to either', async ({ page }) => {
  await go(page, `#/teach/${lesson}`)
  await page.getByRole('link', { name: '上这一课' }).click()
  await expect(step(page, 1)).toBeVisible()
  const last = await steps(page)
  const projector = await project(page)
  await expect(page.getByText('投影窗口开着')).toBeVisible()

  // keys lead from both windows, wherever the focus is
  await button(page, '全屏').or(button(page, '下一步')).first().focus()
  await page.keyboard.press('PageDown')
  await expect(projector.getByText('嘀')).toBeVisible()
  await projector.keyboard.press(' ')
  await expect(step(page, 3)).toBeVisible()
  await projector.keyboard.press('PageUp')
  await expect(step(page, 2)).toBeVisible()
  await page.keyboard.press('b')
  await expect(projector.locator('[data-veil="black"]')).toBeVisible()
  await expect(page.getByText('投影现在是黑屏')).toBeVisible()
  await noFaults(page, projector)
  await page.keyboard.press('Escape')
  await expect(projector.getByText('嘀')).toBeVisible()

  // every page fits, in type of a twentieth of the height and more
  await page.keyboard.press('Home')
  for (let at = 1; at <= last; at += 1) {
    await expect(step(page, at)).toBeVisible()
    await expect(projector.locator('.canvas')).not.toBeEmpty()
    await projector.waitForTimeout(60)
    expect(await overflowing(projector), `step ${at}`).toEqual([])
    const { share, px } = await smallestText(projector)
    expect(share, `step ${at}`).toBeGreaterThanOrEqual(0.05)
    expect(px, `step ${at}`).toBeGreaterThanOrEqual(40)
    if ([3, 5, 13, 14, 15].includes(at)) await noFaults(page, projector)
    await page.keyboard.press('ArrowRight')
  }

  // jump, practice time, a minute more
  await page.getByText('全部步骤').click()
  await button(page, /现在自己练/).click()
  await expect(projector.getByText(/还有 \d:\d\d/)).toBeVisible()
  const timer = page.getByRole('timer').last()
  const before = await timer.innerText()
  await button(page, '加一分钟').click()
  await expect
    .poll(async () => Number((await timer.innerText()).split(':')[0]))
    .toBeGreaterThanOrEqual(Number(before.split(':')[0]))
  await button(page, '歇一歇').click()
  await expect(page.getByText('歇着呢，时间都停了')).toBeVisible()
  await button(page, '接着上课').click()

  // both windows reload at the step
  await projector.reload()
  await expect(projector.getByRole('heading', { name: '现在自己练' })).toBeVisible()
  await page.reload()
  await expect(step(page, 13)).toBeVisible()
  await expect(page.getByText('投影窗口开着')).toBeVisible()

  // the window is closed: told calmly, opened again at the step
  await projector.close()
  await expect(page.getByText('投影窗口关了')).toBeVisible()
  await expect(page.getByText('课停在第 13 步')).toBeVisible()
  await noFaults(page)
  const again = await project(page)
  await expect(again.getByRole('heading', { name: '现在自己练' })).toBeVisible()
  await expect(page.getByText('投影窗口关了')).toBeHidden()

  // the shared computer's look is not the class's
  await chooseTheme(page, 'elder')
  await again.reload()
  await settle(again)
  await expect(again.getByRole('heading', { name: '现在自己练' })).toBeVisible()
  await expect(again.locator('html')).toHaveAttribute('data-theme', 'light')
})

test('a screen unplugged, a window blocked, a second speaker', async ({ page }) => {
  await page.addInitScript(() => {
    let two = true
    Object.defineProperty(Screen.prototype, 'isExtended', { configurable: true, get: () => two })
    Object.assign(globalThis, {
      unplug: () => {
        two = false
        ;(screen as unknown as EventTarget).dispatchEvent(new Event('change'))
      },
    })
  })
  await page.reload()
  await go(page, `#/stage/${lesson}`)
  await page.keyboard.press('ArrowRight')
  await page.evaluate(() => (globalThis as unknown as { unplug(): void }).unplug())
  await expect(page.getByText('第二块屏幕断开了')).toBeVisible()
  await expect(page.getByText('课停在第 2 步')).toBeVisible()
  await button(page, '知道了').click()
  await expect(page.getByText('第二块屏幕断开了')).toBeHidden()

  await page.evaluate(() => (window.open = () => null))
  await button(page, '打开投影窗口').click()
  await expect(page.getByText('浏览器拦住了新窗口')).toBeVisible()
  await noFaults(page)

  const second = await page.context().newPage()
  await second.goto(page.url())
  await expect(page.getByText('另一个窗口正在带这一课')).toBeVisible()
  await expect(step(second, 2)).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await expect(step(second, 2)).toBeVisible()
  await second.keyboard.press('ArrowRight')
  await expect(step(page, 3)).toBeVisible()
  await noFaults(page)
  await button(page, '在这里带').click()
  await expect(second.getByText('另一个窗口正在带这一课')).toBeVisible()
  await page.keyboard.press('End')
  await expect(second.getByText('没有了，这一课到这里。')).toBeVisible()
})

/** A line to the page's host, as another window of it would have. */
async function openClient(page: Page): Promise<{ client: Client<AppTable>; close: () => void }> {
  const { origin, host } = new URL(page.url())
  const cookies = await page.context().cookies()
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const socket = new WebSocket(`ws://${host}/rpc`, { origin, headers: { cookie } })
  const port = webSocketPort(socket)
  await new Promise((resolve) => socket.once('open', resolve))
  return { client: connect(port, appTable), close: () => socket.close() }
}

test('a class from the roll to the faces with two buttons and two keys', async ({ page }, info) => {
  test.skip(info.project.name === 'electron', 'a line to the host is opened as the web host has it')
  const { client, close } = await openClient(page)
  const made = await client.call('class.make', { title: '周二手机班' })
  const added = ['王秀兰', '李桂英'].map((name) => ({ name, picture: 'pear' }))
  const { id } = await client.call('class.enrol', { class: made.id, known: [], added })
  const [course = '', own = ''] = lesson.split('/')
  const session = await client.call('session.begin', { class: id, course, lesson: own })

  await chooseTheme(page, 'elder')
  for (const [width, height] of [
    [390, 844],
    [1024, 768],
  ] as const) {
    await page.setViewportSize({ width, height })
    await go(page, `#/clicker/${lesson}`)
    await expect(page.getByText('王秀兰，来了吗？')).toBeVisible()
    const sides = page.locator('.sides button')
    for (const side of await sides.all()) {
      const box = await side.boundingBox()
      expect(((box?.width ?? 0) * (box?.height ?? 0)) / (width * height)).toBeGreaterThan(0.39)
    }
    await noFaults(page)
  }
  await page.keyboard.press('ArrowRight')
  await expect(page.getByText('李桂英，来了吗？')).toBeVisible()
  await page.keyboard.press('PageUp')
  await expect(page.getByText('点完了：2 位里来了 1 位。')).toBeVisible()
  await button(page, '开始上课').click()
  await expect(page.getByText('接着：')).toBeVisible()
  const last = await steps(page)
  for (let at = 1; at < last; at += 1) await page.keyboard.press('PageDown')
  await expect(step(page, last)).toBeVisible()
  await button(page, '下一步').click()
  await expect(page.getByText('今天的课，您觉得怎么样？')).toBeVisible()
  await button(page, '换一张').click()
  await button(page, /一般/).click()
  await expect(page.getByText('已经选了 1 张')).toBeVisible()
  await noFaults(page)
  for (let at = 0; at < 3; at += 1) await button(page, '换一张').click()
  await button(page, '都选好了').click()
  await button(page, '下课').click()
  await expect(page.getByText('下课了，今天辛苦了。')).toBeVisible()

  const read = () => client.call('session.read', { session: session.id })
  await expect.poll(async () => (await read()).endedAt).not.toBeNull()
  const after = await read()
  expect(Object.values(after.attendance)).toEqual(['here'])
  expect(after.faces).toEqual({ good: 0, fair: 1, poor: 0 })
  await button(page, '看报告').click()
  await expect(page.getByText('到课 1 人，全班 2 人')).toBeVisible()
  close()
})
