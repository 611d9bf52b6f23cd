import { appendFile, cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test as base } from './fixtures.ts'
import { go } from './pages.ts'

const root = new URL('../..', import.meta.url).pathname

/** An installation of its own, in which files can be spoilt before it starts. */
const test = base.extend<{ appRoot: string }>({
  appRoot: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'zhizhi-broken-'))
    for (const part of [
      'package.json',
      'desktop/build',
      'dist',
      'courses',
      'datasets',
      'notebooks',
    ]) {
      await cp(join(root, part), join(folder, part), { recursive: true })
    }
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
    await spoil(folder)
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },
})

const circle = `---
title: 绕圈的笔记
question: 会怎样？
datasets: [census-2020, no-such-data]
---
\`\`\`sql name=one
SELECT * FROM two
\`\`\`

\`\`\`sql name=two
SELECT * FROM one
\`\`\`

\`\`\`sql name=broken
SELEC 1
\`\`\`

\`\`\`sql name=whole
SELECT count(*) AS 省份 FROM census_2020
\`\`\`
`

async function spoil(folder: string): Promise<void> {
  const lesson = join(folder, 'courses/a4-query-1/01-count-by-street/lesson.md')
  await appendFile(lesson, '\n```exercise\nid: [\nkind: choice\n```\n')
  const parquet = join(folder, 'datasets/cnnic-2020-nonusers/data/nonusers.parquet')
  const bytes = await readFile(parquet)
  bytes[40] = (bytes[40] ?? 0) ^ 1
  await writeFile(parquet, bytes)
  await writeFile(join(folder, 'notebooks/circle.md'), circle)
}

test('broken content is said in sentences, and the rest stays usable', async ({ page }) => {
  const main = page.getByRole('main')
  await go(page, '#/learn/a4-query-1/01-count-by-street')
  await expect(main).toContainText('lesson.md')
  await expect(main).toContainText(/第 \d+ 行/)

  await go(page, '#/research/cnnic-2020-nonusers')
  await expect(main).toContainText('校验值不符')
  await go(page, '#/research/census-2020')
  await expect(main).toContainText('人口')

  await go(page, '#/notebooks/circle')
  await expect(main).toContainText(/one.*two|two.*one/)
  await expect(main).toContainText('no-such-data')
  await expect(main).toContainText('SELEC')
  await expect(main.getByText('31', { exact: true }).first()).toBeVisible()

  await go(page, '#/learn/b4-payment/01-look-before-paying')
  await expect(main.getByRole('heading', { level: 1 })).toBeVisible()
})
