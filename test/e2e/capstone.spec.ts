import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { axeFaults } from './axe.ts'
import { openClass } from './classes.ts'
import { expect, test, type RunningApp } from './fixtures.ts'
import { chooseTheme, go, settle } from './pages.ts'

test.describe.configure({ timeout: 120_000 })

const brief = (place: string) => `---
title: ${place}的充电劝导
question: 劝导队先去哪个社区？
datasets: [census-2020]
---

先去${place}，全国 {{count.n}} 个省份里它不在其中。

\`\`\`sql name=count
SELECT count(*) AS n FROM census_2020
\`\`\`

\`\`\`sql name=top
SELECT province, population FROM census_2020 ORDER BY population DESC LIMIT 3
\`\`\`

\`\`\`chart name=picture
title: 人口最多的三个省
plot:
  - mark: barX
    x: population
    y: province
from: top
source: 第七次全国人口普查
\`\`\`
`

const main = (page: Page) => page.getByRole('main')

async function writeNotebook({ workspace }: RunningApp, id: string, text: string): Promise<void> {
  await mkdir(join(workspace, 'notebooks'), { recursive: true })
  await writeFile(join(workspace, 'notebooks', `${id}.md`), text)
}

async function sitDown(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `换成${name}` }).click()
  await expect(page.getByRole('region', { name: '谁在学习' })).toContainText(name)
}

async function handIn(page: Page, title: string): Promise<void> {
  await go(page, '#/capstone/cadre-data')
  await page.getByLabel('要交哪一本笔记').click()
  await page.getByRole('option', { name: title }).click()
  await page.getByRole('button', { name: '交上去' }).click()
}

/** Chooses levels in the order of the criteria and keeps them. */
async function judge(page: Page, levels: readonly number[]): Promise<void> {
  const form: Locator = main(page).locator('form')
  for (const [at, level] of levels.entries()) {
    await form.getByRole('group').nth(at).getByText(`${level} 分`).click()
  }
  await page.getByRole('button', { name: '记下这些分' }).click()
  await expect(page.getByRole('heading', { name: '各人的分' })).toBeFocused()
}

async function faults(page: Page): Promise<string[]> {
  const hash = await page.evaluate(() => location.hash)
  const found: string[] = []
  for (const theme of ['dark', 'contrast', 'elder', 'light'] as const) {
    await chooseTheme(page, theme)
    await go(page, hash)
    found.push(...(await axeFaults(page)).map((fault) => `${hash} ${theme}: ${fault}`))
  }
  return found
}

test('a brief is handed in, judged blind by its author, a peer and the facilitator, and compared', async ({
  app,
  page,
}) => {
  const id = await openClass(page, ['沈静', '何建国'])
  await writeNotebook(app, 'yungu', brief('云谷'))
  await writeNotebook(app, 'beidou', brief('北斗'))
  await writeNotebook(app, 'empty', '---\ntitle: 空白的\n---\n')
  await page.reload()

  await sitDown(page, '沈静')
  await handIn(page, '空白的')
  await expect(page.getByRole('alert')).toContainText('这本笔记是空的')
  await handIn(page, '云谷的充电劝导')
  await expect(main(page)).toContainText('交了以后没有改过')
  await page.getByRole('link', { name: '先给自己打分' }).click()
  await settle(page)
  await expect(main(page)).toContainText('全国 31 个省份里')
  await expect(page.getByRole('img', { name: /人口最多的三个省/ })).toBeVisible()
  await page.getByRole('button', { name: '记下这些分' }).click()
  await expect(page.getByRole('alert')).toContainText('还没打：问题 · 数据 · 图 · 建议 · 限度')
  expect(await axeFaults(page)).toEqual([])
  await judge(page, [3, 2, 3, 3, 3])
  await expect(main(page)).toContainText('别人还没有评')

  await sitDown(page, '何建国')
  await handIn(page, '云谷的充电劝导')
  await expect(page.getByRole('alert')).toContainText('已经由另一位学员交了')
  await handIn(page, '北斗的充电劝导')
  await expect(main(page)).toContainText('交了以后没有改过')

  // the notebook changes afterwards: the version handed in is what is judged
  const file = join(app.workspace, 'notebooks', 'yungu.md')
  await writeFile(file, (await readFile(file, 'utf8')).replaceAll('云谷', '改过的'))

  const board = `#/class/${id}/capstones`
  await go(page, board)
  await expect(main(page)).toContainText('要再分一次')
  await page.getByRole('button', { name: '分互评的同学' }).click()
  await expect(main(page)).toContainText('互评的同学分好了')
  await expect(page.getByRole('row', { name: /云谷的充电劝导.*交了以后又改过/ })).toBeVisible()

  await go(page, '#/capstone/cadre-data')
  await page.getByRole('link', { name: '去评 沈静的简报' }).click()
  await settle(page)
  await expect(main(page)).toContainText('先去云谷')
  await expect(main(page)).not.toContainText('自评')
  await judge(page, [3, 2, 2, 3, 3])
  await expect(page.getByRole('row', { name: /^图/ })).toContainText('要当面谈')

  await go(page, board)
  await page.getByRole('link', { name: '去评：沈静' }).click()
  await expect(main(page)).toContainText('现在坐着的是何建国')
  await page.getByRole('button', { name: '我是带班老师' }).click()
  await judge(page, [3, 2, 2, 3, 2])
  await expect(main(page)).toContainText('只谈不一样的那几条')
  expect(await faults(page)).toEqual([])
  await sitDown(page, '何建国')
  await go(page, '#/programme/cadre-data')
  const last = page.getByRole('heading', { name: '结业项目', exact: true })
  await expect(main(page).getByRole('listitem').filter({ has: last })).toContainText('等带班老师评')
  await go(page, board)
  const row = page.getByRole('row', { name: /云谷的充电劝导/ })
  await expect(row).toContainText('2 条要当面谈')
  await expect(main(page)).toContainText('只有 1 份，不到 5 份，不算系数')
  await expect(main(page)).toContainText('自评比你平均高 0.4 分')
  expect(await axeFaults(page)).toEqual([])
})

test('the pages say what to do where there is nothing, and are free of faults', async ({
  page,
}) => {
  await go(page, '#/capstone/cadre-data')
  await expect(main(page)).toContainText('先选是谁')
  expect(await axeFaults(page)).toEqual([])
  const id = await openClass(page, ['沈静'])
  await page.reload()
  await go(page, `#/class/${id}/capstones`)
  await expect(main(page)).toContainText('还没有人交')
  await expect(main(page)).toContainText('还没交的：沈静')
  await sitDown(page, '沈静')
  await go(page, '#/capstone/cadre-data')
  await expect(main(page)).toContainText('还没有自己的笔记')
  expect(await faults(page)).toEqual([])
  await go(page, '#/capstone/no-such')
  await expect(main(page)).toContainText('没有找到')
  await go(page, '#/judge/no-such/1')
  await expect(main(page)).toContainText('没有找到')
})
