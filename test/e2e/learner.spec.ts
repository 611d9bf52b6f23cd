import { cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { axeFaults } from './axe.ts'
import { expect, test as base, whileHostWaits } from './fixtures.ts'
import { chooseTheme, go, themes, type Theme } from './pages.ts'

const root = new URL('../..', import.meta.url).pathname

/** An installation with one more course, which has objectives, a test and tasks to review. */
const test = base.extend<{ appRoot: string }>({
  appRoot: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'zhizhi-learner-'))
    for (const part of ['package.json', 'desktop/build', 'dist', 'courses']) {
      await cp(join(root, part), join(folder, part), { recursive: true })
    }
    for (const part of ['node_modules', 'datasets', 'notebooks']) {
      await symlink(join(root, part), join(folder, part))
    }
    await cp(join(root, 'test/fixtures/courses-mastery'), join(folder, 'courses'), {
      recursive: true,
    })
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },
})

const course = '#/learn/a9-counting'
const main = (page: Page) => page.getByRole('main')

async function writeName(page: Page, name: string) {
  await page.getByRole('button', { name: '写下名字' }).first().click()
  await page.getByLabel('名字', { exact: true }).fill(name)
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

async function choose(page: Page, answer: string | RegExp) {
  await page.getByRole('radio', { name: answer }).check()
  await page.getByRole('button', { name: '检查' }).click()
}

test('a test before the course stops asking, and offers to skip what is known', async ({
  page,
}) => {
  await go(page, `${course}/test`)
  await writeName(page, '周敏')
  await page.getByRole('button', { name: '开始课前测' }).click()
  await choose(page, '比率')
  await page.getByRole('button', { name: '下一题', exact: true }).click()
  await page.getByRole('button', { name: '不会，下一题' }).click()
  // the second objective is decided: what follows is about the first again
  await expect(main(page)).toContainText('来电 96 个')
  await expect(main(page)).toContainText('已经测清 1 个目标，共 2 个')
  await choose(page, /还差一步/)
  await page.getByRole('button', { name: '看结果' }).click()
  await expect(main(page)).toContainText('2 个目标里会 1 个')

  await go(page, course)
  const rows = main(page).getByRole('listitem')
  await expect(rows.filter({ hasText: '分母是谁？' })).toContainText('可以跳过')
  await expect(rows.filter({ hasText: '只数要的那些' })).not.toContainText('可以跳过')
  await expect(main(page)).toContainText('评价数据、信息与数字内容')
  await expect(main(page)).toContainText('常住人口的口径')

  await go(page, `${course}/test`)
  await page.getByRole('button', { name: '开始课后测' }).click()
  for (const answer of ['比率', '前面', /不一定/, 'OR']) {
    await choose(page, answer)
    await page.getByRole('button', { name: /^(下一题|看结果)$/ }).click()
  }
  await expect(main(page)).toContainText('2 个目标里，课前会 1 个，课后会 2 个。')
  await expect(main(page)).toContainText('不算百分比')
})

test('an answer that is being judged is not passed over', async ({ app, page }, info) => {
  test.skip(info.project.name === 'electron', 'there the host is the window too')
  await go(page, `${course}/test`)
  await writeName(page, '周敏')
  await page.getByRole('button', { name: '开始课前测' }).click()
  const over = page.getByRole('button', { name: '不会，下一题' })
  await whileHostWaits(app, async () => {
    await choose(page, '比率')
    await expect(over).toBeDisabled()
  })
  await page.getByRole('button', { name: '下一题', exact: true }).click()
  await whileHostWaits(app, async () => {
    await over.click()
    await expect(over).toBeDisabled() // a second press would pass the next one over
  })
  await expect(main(page)).toContainText('已经测清 1 个目标，共 2 个')
})

test('a lesson is gone on with, begun anew and brought back', async ({ app, page }) => {
  const lesson = `${course}/01-denominator`
  await go(page, lesson)
  await writeName(page, '周敏')
  const card = page.locator('#task-count-or-rate')
  await card.getByRole('radio', { name: '数量' }).check()
  await card.getByRole('button', { name: '检查' }).click()
  await expect(card).toContainText('已做对')
  await page.locator('#task-which-denominator').scrollIntoViewIfNeeded()
  await page.mouse.wheel(0, 3000)
  await page.waitForTimeout(300)
  await go(page, course) // leaving keeps the place
  await app.restart()

  const again = await app.open()
  await go(again, lesson)
  await again.getByRole('button', { name: '回到上次停的地方' }).click()
  await expect(again.locator('[data-part]:focus')).toBeInViewport()

  await go(again, course)
  await again.getByRole('button', { name: /从头学/ }).click()
  await again.getByRole('dialog').getByRole('button', { name: '从头学' }).click()
  await expect(main(again)).not.toContainText('学到一半')
  await go(again, lesson)
  await expect(again.locator('#task-count-or-rate')).not.toContainText('已做对')
  await go(again, course)
  const restore = again.getByRole('button', { name: /找回以前的进度/ })
  await restore.click()
  await expect(restore).toHaveCount(0)
  await expect(main(again)).toContainText('学到一半')
  await go(again, lesson)
  await expect(again.locator('#task-count-or-rate')).toContainText('已做对')
})

/** Makes the hosts that are started from now on believe that it is days later. */
function later(days: number): void {
  const code = `const real = Date, by = ${days} * 864e5
    globalThis.Date = class extends real {
      constructor(...all) { all.length ? super(...all) : super(real.now() + by) }
      static now() { return real.now() + by }
    }`
  process.env['NODE_OPTIONS'] = `--import=data:text/javascript,${encodeURIComponent(code)}`
}

test('what was learnt comes back after days: two buttons, and it is done', async ({
  app,
  page,
}) => {
  await go(page, `${course}/01-denominator`)
  await writeName(page, '周敏')
  for (const [id, answer] of [
    ['count-or-rate', '数量'],
    ['which-denominator', /各自的常住人口/],
  ] as const) {
    const card = page.locator(`#task-${id}`)
    await card.getByRole('radio', { name: answer }).check()
    await card.getByRole('button', { name: '检查' }).click()
    await expect(card).toContainText('已做对')
  }
  await go(page, '#/review')
  await expect(main(page)).toContainText('今天没有要复习的')
  later(5)
  try {
    await app.restart()
  } finally {
    delete process.env['NODE_OPTIONS']
  }
  const again = await app.open()
  await go(again, '#/learn')
  await again.getByRole('link', { name: '开始复习' }).click()
  await expect(main(again)).toContainText('第 1 题，共 2 题')
  await choose(again, '比率') // trying is no attempt that counts
  await again.getByRole('button', { name: '不会', exact: true }).click()
  await expect(main(again)).toContainText('没关系，4 天后再来一次')
  await again.getByRole('button', { name: '下一题', exact: true }).click()
  await again.getByRole('button', { name: '会', exact: true }).click()
  await expect(main(again)).toContainText('今天的复习做完了')

  await go(again, '#/my-record')
  await expect(main(again)).toContainText('会，独立完成')
  const [download] = await Promise.all([
    again.waitForEvent('download'),
    again.getByRole('button', { name: /xAPI/ }).click(),
  ])
  const statements = JSON.parse(await readFile(await download.path(), 'utf8')) as unknown[]
  expect(statements.length).toBeGreaterThan(3)
  expect(JSON.stringify(statements)).not.toContain('周敏')
})

test('two learners of one name are told apart', async ({ page }) => {
  await go(page, '#/settings')
  await page.getByRole('button', { name: '添加学员' }).first().click()
  await page.getByLabel('名字', { exact: true }).fill('王芳')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByRole('button', { name: '添加学员' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('名字', { exact: true }).fill('王芳')
  await expect(dialog).toContainText('已经有一位王芳（头像“山”')
  await dialog.getByTitle('山', { exact: true }).click()
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(dialog.getByRole('alert')).toContainText('请另选一个头像')
  await dialog.getByTitle('梅花').click()
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(main(page)).toContainText('头像“梅花”')
  await expect(main(page).getByRole('button', { name: /换成王芳（头像“山”/ })).toBeVisible()
})

for (const theme of Object.keys(themes) as Theme[]) {
  test(`axe finds nothing on the learner’s pages in ${theme}`, async ({ page }) => {
    await go(page, `${course}/01-denominator`)
    await writeName(page, '周敏')
    await page.locator('#task-count-or-rate').getByRole('radio').first().check()
    await page.locator('#task-count-or-rate').getByRole('button', { name: '检查' }).click()
    await chooseTheme(page, theme)
    for (const hash of [course, `${course}/test`, '#/review', '#/my-record', '#/learn']) {
      await go(page, hash)
      const begin = page.getByRole('button', { name: '开始课前测' })
      if (await begin.isVisible()) await begin.click()
      const found = await axeFaults(page)
      expect(found, `${hash} in ${theme}`).toEqual([])
    }
  })
}
