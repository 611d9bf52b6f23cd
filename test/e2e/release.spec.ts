import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { axeFaults } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { go } from './pages.ts'

const cell = (name: string, sql: string) => `\n\`\`\`sql name=${name}\n${sql}\n\`\`\`\n`
const notebook = [
  '---\ntitle: 照护\ndatasets: [anlan-elders]\n---\n',
  cell(
    'levels',
    `SELECT community_code, care_level, count(*) AS n FROM anlan_elders
     GROUP BY ROLLUP (community_code, care_level) ORDER BY community_code, care_level`,
  ),
  cell('rows', 'SELECT * FROM anlan_elders LIMIT 50'),
].join('')

test('what is copied from a table about people is what may leave, and why is said', async ({
  app,
  page,
}) => {
  await mkdir(join(app.workspace, 'notebooks'), { recursive: true })
  await writeFile(join(app.workspace, 'notebooks/care.md'), notebook)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await go(page, '#/notebooks/care')
  const levels = page.getByRole('grid', { name: 'levels' })
  await expect(levels).toContainText('完全失能')

  await levels.focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  const dialog = page.getByRole('dialog', { name: '这张表只能带出一部分' })
  await expect(dialog).toContainText('人数少于 5', { timeout: 20_000 })
  expect(await axeFaults(page, { within: '[role=dialog]' })).toEqual([])
  await dialog.getByRole('button', { name: '复制可以带出的表' }).focus()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(levels).toBeFocused()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  const lines = copied.split('\r\n')
  expect(lines[0]).toBe('community_code\tcare_level\tn')
  expect(lines.filter((line) => line.endsWith('\t*')).length).toBeGreaterThan(1)
  expect(lines.at(-1)).toContain('没有带出')

  // rows of single persons do not leave at all
  const rows = page.getByRole('grid', { name: 'rows' })
  await rows.focus()
  await page.keyboard.press('Control+c')
  await expect(page.getByText('这个结果不能带出')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(copied)
})
