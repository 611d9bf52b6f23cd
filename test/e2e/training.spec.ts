import { copyFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { axeFaults } from './axe.ts'
import { openClass, otherWindow } from './classes.ts'
import { testOn } from './fixture-root.ts'
import { expect as ask } from './fixtures.ts'
import { chooseTheme, go } from './pages.ts'

const test = testOn('courses-proof')
test.describe.configure({ timeout: 60_000 })
const expect = ask.configure({ timeout: 20_000 })

const report = new URL('../../courses/programmes/training-report.md', import.meta.url).pathname
const names = ['王秀兰', '李建国', '张桂英', '刘玉梅', '陈志强', '赵淑珍']
const main = (page: Page) => page.getByRole('main')
const button = (page: Page, name: string | RegExp) =>
  main(page).getByRole('button', { name, exact: true })

/** Hands in the test before the courses as two learners of the class, one question passed over. */
async function handInTwo(page: Page, id: string) {
  const { client, close } = await otherWindow(page)
  const room = (await client.call('class.list', {})).find((one) => one.id === id)
  for (const { id: learner } of room?.people.slice(0, 2) ?? []) {
    const begun = { learner, programme: 'trial', kind: 'before' } as const
    const { sitting } = await client.call('proof.begin', begun)
    const passed = { learner, sitting, question: 'q1', answer: null, seconds: 4 }
    await client.call('proof.answer', passed)
    await client.call('proof.end', { learner, sitting, end: 'handed-in' })
  }
  close()
}

/** Hands in two empty finals as the first of the class, going over every course between them. */
async function failTwice(page: Page, id: string) {
  const { client, close } = await otherWindow(page)
  const room = (await client.call('class.list', {})).find((one) => one.id === id)
  const learner = room?.people[0]?.id ?? ''
  for (let time = 0; time < 2; time += 1) {
    const { sitting } = await client.call('proof.begin', {
      learner,
      programme: 'trial',
      kind: 'final',
    })
    await client.call('proof.end', { learner, sitting, end: 'handed-in' })
    const found = await client.call('proof.programmes', { learner })
    const { courses } = found.find((one) => one.id === 'trial') ?? { courses: [] }
    for (const { course } of courses) {
      const lesson = course === 'p1-counting' ? '01-count' : '01-share'
      await client.call('progress.lesson', { course, lesson, learner, what: 'opened' })
    }
  }
  close()
}

test('a class takes up a training; its organiser sees who is where and takes the records along', async ({
  appRoot,
  page,
}) => {
  await copyFile(report, join(appRoot, 'courses/programmes/training-report.md'))
  const id = await openClass(page, names)
  await go(page, `#/class/${id}`)
  await main(page).getByRole('link', { name: '培训', exact: true }).click()
  await expect(main(page)).toContainText('这个班还没有参加培训')

  await button(page, /^参加/).click()
  await expect(main(page)).toContainText('先做甲卷的 3 人，先做乙卷的 3 人')
  const rows = main(page).getByRole('group', { name: '每个人' }).getByRole('row')
  // who has just begun needs no reminder
  await expect(main(page)).toContainText('眼下没有人卡住')
  await main(page).getByText('其余 6 人').click()
  const quiet = main(page).getByRole('group', { name: '其余 6 人' }).getByRole('row')
  await expect(quiet.filter({ hasText: '王秀兰' })).toContainText('做学前测')
  await expect(rows).toHaveCount(names.length + 1)
  await expect(rows.filter({ hasText: '王秀兰' })).toContainText(/[甲乙]卷/)
  await expect(main(page)).toContainText('两份都做了的有 0 人，不到 5 人')

  await handInTwo(page, id)
  await page.reload()
  await expect(rows.filter({ hasText: '完成' })).toHaveCount(2)
  await expect(main(page).getByRole('definition').nth(1)).toHaveText('6 人里 2 人')

  await failTwice(page, id)
  await page.reload()
  const needing = main(page).getByRole('group', { name: '谁要搭把手' }).getByRole('row')
  await expect(needing).toHaveCount(2)
  await expect(needing.filter({ hasText: '王秀兰' })).toContainText(
    /结业测评考了 2 次都没过.*先一起看/,
  )
  await expect(main(page)).toContainText('班里还有 5 人一次也没交')
  await expect(main(page)).toContainText('不到 5 人，不算比例')
  expect(await axeFaults(page)).toEqual([])

  // told outside without names, and of too few without a result
  const brief = main(page).getByRole('blockquote')
  await expect(brief).toContainText('6 人参加')
  await expect(brief).toContainText('交过结业测评的不到 5 人，不报结果')
  await expect(brief).not.toContainText(new RegExp(names.join('|')))
  await main(page).getByText('CSV 里每一列说的是什么').click()
  await expect(main(page)).toContainText('以前在别的培训里做的、自己做的也数')

  // on a phone a row stands as a block, and is a row still
  await page.setViewportSize({ width: 390, height: 844 })
  const hand = main(page).getByRole('group', { name: '谁要搭把手' })
  expect(await hand.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0)
  await expect(hand.getByRole('cell')).toHaveCount(3)
  await expect(needing).toHaveCount(2)
  expect(await axeFaults(page)).toEqual([])
  await page.setViewportSize({ width: 1366, height: 768 })

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    button(page, '存成 CSV').click(),
  ])
  const text = await readFile(await file.path(), 'utf8')
  expect(text).toContain('班里的号')
  expect(text.match(/学前测/g)).toHaveLength(4)
  expect(text).not.toMatch(/王秀兰|姓名/)

  // names leave only after one was asked once more
  await main(page)
    .getByRole('checkbox', { name: /带上姓名/ })
    .check()
  await button(page, '存成 CSV').click()
  const asked = page.getByRole('dialog')
  await expect(asked).toContainText('真的带上姓名？')
  expect(await axeFaults(page)).toEqual([])
  const [named] = await Promise.all([
    page.waitForEvent('download'),
    asked.getByRole('button', { name: '带姓名保存' }).click(),
  ])
  expect(await readFile(await named.path(), 'utf8')).toContain('姓名')
  await expect(asked).toBeHidden()

  await button(page, '做成报告').click()
  await expect(main(page).getByRole('heading', { level: 1 })).toContainText('培训报告')
  await page.goBack()

  await button(page, '结束培训').click()
  await page.getByRole('dialog').getByRole('button', { name: '结束', exact: true }).click()
  await expect(main(page)).toContainText('结束')
  await expect(button(page, '结束培训')).toBeHidden()
  await expect(button(page, /^参加/)).toBeVisible()
})

test('the page of a training has no axe findings in any theme', async ({ page }) => {
  const id = await openClass(page, names)
  await go(page, `#/class/${id}/training`)
  await button(page, /^参加/).click()
  await expect(main(page)).toContainText('先做甲卷')
  for (const theme of ['light', 'dark', 'contrast'] as const) {
    await chooseTheme(page, theme)
    await go(page, `#/class/${id}/training`)
    await expect(main(page)).toContainText('先做甲卷')
    expect(await axeFaults(page), theme).toEqual([])
  }
})
