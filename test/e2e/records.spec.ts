import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { axeFaults } from './axe.ts'
import { expect, test as base } from './fixtures.ts'
import { go } from './pages.ts'

const root = new URL('../..', import.meta.url).pathname
const lessonFile = (folder: string) => join(folder, 'courses/t1-small/01-read/lesson.md')

const course = `id: t1-small
track: A
title: { zh: 一课小课, en: A small course }
summary: { zh: 只有一课, en: One lesson }
minutes: 5
`
const lesson = `---
title: { zh: 先问分母, en: Ask for the denominator }
minutes: 5
---
说比率，先问[分母](glossary:denominator)是谁。

## 一个例子

参与率的分母是够条件的户。

\`\`\`exercise
id: who
kind: choice
ask: 参与率的分母是谁？
options:
  - { text: 报名的户, because: 报名的只是一部分。 }
  - { text: 够条件的户, right: true, because: 谁能参加，谁就在分母里。 }
\`\`\`
`

/** An installation of its own, whose course can be changed while it runs. */
const test = base.extend<{ appRoot: string }>({
  appRoot: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'zhizhi-records-'))
    for (const part of ['package.json', 'desktop/build', 'dist', 'courses']) {
      await cp(join(root, part), join(folder, part), { recursive: true })
    }
    for (const part of ['node_modules', 'datasets', 'notebooks']) {
      await symlink(join(root, part), join(folder, part))
    }
    await mkdir(join(folder, 'courses/t1-small/01-read'), { recursive: true })
    await writeFile(join(folder, 'courses/t1-small/course.yaml'), course)
    await writeFile(lessonFile(folder), lesson)
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },
})

const small = '#/learn/t1-small/01-read'

async function writeName(page: Page, name: string): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: '写下名字' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill(name)
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
}

async function passCourse(page: Page): Promise<void> {
  await go(page, small)
  await page.getByRole('radio', { name: '够条件的户' }).check()
  await page.getByRole('button', { name: '检查' }).click()
  await expect(page.getByText('这一课学完了').or(page.getByText('已做对')).first()).toBeVisible()
}

test('a term explains itself by keyboard and by touch, and leads to the glossary', async ({
  page,
}) => {
  await go(page, small)
  const word = page.getByRole('button', { name: '分母' })
  await word.focus()
  await page.keyboard.press('Enter')
  const box = page.getByRole('dialog', { name: '分母' })
  await expect(box).toContainText('比率下面的那个数')
  await page.keyboard.press('Escape')
  await expect(box).toBeHidden()
  await expect(word).toBeFocused()
  await word.click()
  await box.getByRole('link', { name: '术语表' }).click()
  await expect(page.locator('.term.asked')).toContainText('分母')
  await page.getByLabel('找一个词').fill('没有这个')
  await expect(page.getByText('换一个短一点的词')).toBeVisible()
})

test('notes and bookmarks are kept, found again, exported and deleted', async ({ page }) => {
  await go(page, small)
  await writeName(page, '周敏')
  await page.getByRole('button', { name: '放书签：一个例子' }).click()
  await page.getByRole('button', { name: '记一笔：一个例子' }).click()
  await page.getByRole('dialog').getByLabel('写点什么').fill('先问谁在下面')
  await page.getByRole('button', { name: '记下' }).click()
  await expect(page.locator('.note')).toHaveText('先问谁在下面')
  await go(page, '#/notes')
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出成文件' }).click()
  const text = await readFile(await (await saving).path(), 'utf8')
  expect(text).toContain('## 一课小课 · 先问分母 · 一个例子\n\n先问谁在下面')
  await page.getByRole('link', { name: '去看这一处' }).first().click()
  await expect(page.getByRole('heading', { name: '一个例子' })).toBeInViewport()
  await go(page, '#/notes')
  await page.getByRole('button', { name: '删掉' }).click()
  await page.getByRole('button', { name: '拿掉书签' }).click()
  await expect(page.getByText('还没有笔记和书签')).toBeVisible()
})

test('a certificate is given, checked from its PDF, and taken back', async ({ page }, info) => {
  await go(page, '#/certificate/t1-small')
  await writeName(page, '周敏')
  await expect(page.getByText('还差 1 项目标')).toBeVisible()
  await passCourse(page)
  await go(page, '#/certificate/t1-small')
  await page.getByLabel('证书上的姓名').fill('周 敏')
  await page.getByRole('button', { name: '签发证书' }).click()
  await expect(page.getByText('证书做好了')).toBeVisible()
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载二维码图片' }).click()
  const picture = info.outputPath('code.png')
  await (await saving).saveAs(picture)
  const printing = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载 PDF' }).click()
  const pdf = info.outputPath('certificate.pdf')
  await (await printing).saveAs(pdf)

  await go(page, '#/verify')
  for (const file of [picture, pdf]) {
    await page.getByLabel('选一个文件').setInputFiles(file)
    await expect(page.getByText('有效：本工作区签发')).toBeVisible()
    await expect(page.locator('article').getByText('周 敏')).toBeVisible()
  }
  await page.getByLabel('选一个文件').setInputFiles(join(root, 'desktop/renderer/app/mark.svg'))
  await expect(page.getByText('没有读出二维码').or(page.getByText('不是致知的证书'))).toBeVisible()
  await page.getByLabel('选一个文件').setInputFiles(pdf)
  await expect(page.getByText('有效：本工作区签发')).toBeVisible()
  await page.getByRole('button', { name: /^撤销/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: '撤销' }).click()
  // what was found valid is not left standing, and a file that is chosen meanwhile neither
  await expect(page.getByText(/^已撤销：/)).toBeVisible()
  await page.getByLabel('选一个文件').setInputFiles(pdf)
  await expect(page.getByText(/^已撤销：/)).toBeVisible()
})

test('a stolen signing key is withdrawn, and the certificate issued anew', async ({
  page,
}, info) => {
  await go(page, '#/certificate/t1-small')
  await writeName(page, '周敏')
  await passCourse(page)
  const give = async () => {
    await page.getByRole('button', { name: '签发证书' }).click()
    const saving = page.waitForEvent('download')
    await page.getByRole('button', { name: '下载二维码图片' }).click()
    const picture = info.outputPath('code.png')
    await (await saving).saveAs(picture)
    return picture
  }
  await go(page, '#/certificate/t1-small')
  const picture = await give()
  await expect(page.locator('article').getByText('学完课程《一课小课》')).toBeVisible()
  await expect(page.locator('article').getByText('没有监考')).toBeVisible()

  await go(page, '#/verify')
  await page.getByRole('button', { name: '作废这把密钥' }).click()
  const dialog = page.getByRole('dialog')
  const withdraw = dialog.getByRole('button', { name: '作废这把密钥' })
  await expect(withdraw).toBeDisabled()
  await dialog.getByRole('checkbox').check()
  expect(await axeFaults(page)).toEqual([])
  await withdraw.click()
  await expect(page.getByText('旧密钥已作废，新密钥已启用')).toBeVisible()
  await expect(page.getByText('有 1 张要用新密钥重发。')).toBeVisible()
  await page.getByLabel('选一个文件').setInputFiles(picture)
  await expect(page.getByText(/^不能再信：/)).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出作废声明' }).click()
  const file = await readFile(await (await saving).path(), 'utf8')
  expect(file).toContain('"zhizhi-issuer-2"')

  await page.getByRole('button', { name: /^去重发/ }).click()
  await expect(page).toHaveURL(/#\/certificate\/t1-small$/)
  const again = await give()
  await go(page, '#/verify')
  await page.getByLabel('选一个文件').setInputFiles(again)
  await expect(page.getByText('有效：本工作区签发')).toBeVisible()
  await expect(page.getByText('请和本人的身份证件对一对')).toBeVisible()
  await expect(page.getByText('要用新密钥重发')).toHaveCount(0)
})

test('an author’s change shows itself, and the answer stays', async ({ page, appRoot }) => {
  await go(page, small)
  await page.getByRole('radio', { name: '够条件的户' }).check()
  await writeFile(lessonFile(appRoot), lesson.replace('参与率的分母是够条件的户。', '换过的例子。'))
  await expect(page.getByText('换过的例子。')).toBeVisible()
  await expect(page.getByText('作者刚改过这一课')).toBeVisible()
  await expect(page.getByRole('radio', { name: '够条件的户' })).toBeChecked()
  await writeFile(lessonFile(appRoot), lesson.replace('kind: choice', 'kind: no-such'))
  await expect(page.getByText('lesson.md')).toBeVisible()
  await writeFile(lessonFile(appRoot), lesson)
  await expect(page.getByRole('radio', { name: '够条件的户' })).toBeChecked()
})

test('on paper there is the lesson without its buttons', async ({ page }) => {
  await go(page, small)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('button', { name: '检查' })).toBeHidden()
  await expect(page.getByText('参与率的分母是谁？')).toBeVisible()
})

test('a hit of the search leads into its place in the lesson', async ({ page }) => {
  await go(page, '#/')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('做好的例子')
  await page.getByRole('option', { name: /噪声工单/ }).click()
  await expect(page).toHaveURL(/\?at=/)
  await expect(page.getByRole('heading', { name: '看一个做好的例子' })).toBeInViewport()
})
