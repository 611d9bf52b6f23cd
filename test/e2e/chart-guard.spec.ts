import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { axeFaults } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { go } from './pages.ts'

const notebook = `---
title: 图要画得老实
question: 哪里多？
datasets: [hotline-tickets, anlan-places, census-2020]
---

## 一

\`\`\`sql name=by_street
SELECT t.street, count(*) AS 件数, max(p.residents) AS 常住人口
FROM hotline_tickets t JOIN anlan_places.streets p ON p.name = t.street
GROUP BY t.street
\`\`\`

\`\`\`chart name=counts
title: 各街道的件数
from: by_street
x: { domain: [1000, 9000] }
plot: [{ mark: barX, x: 件数, y: street, sort: { y: -x } }]
\`\`\`

\`\`\`chart name=ranked
title: 街道排名
from: by_street
draw: { kind: ranked, names: street, value: 件数 }
\`\`\`

\`\`\`sql name=elders
SELECT province, share_65_plus, population FROM census_2020 WHERE province <> '海南省'
UNION ALL SELECT '火星', 1, 1
\`\`\`

\`\`\`map name=ageing
title: 65 岁及以上人口比重，东北和川渝最高
from: elders
place: province
value: share_65_plus
label: 65 岁及以上人口比重（%）
source: 第七次全国人口普查公报
\`\`\`

\`\`\`map name=streets
title: 各街道的件数
from: by_street
area: anlan-streets
place: street
value: 件数
\`\`\`
`

const square = (x: number, y: number) => [
  [x, y],
  [x + 4, y],
  [x + 4, y + 3],
  [x, y + 3],
  [x, y],
]
const feature = (name: string, x: number) => ({
  type: 'Feature',
  properties: { name, onclick: 'alert(1)' },
  geometry: { type: 'Polygon', coordinates: [square(x, 30)] },
})
const twoProvinces = {
  type: 'FeatureCollection',
  features: [feature('江苏省', 118), feature('安徽省', 114)],
}

test('charts warn, are mended, and leave as pictures and numbers', async ({ app, page }) => {
  await writeFile(join(app.workspace, 'notebooks/guarded.md'), notebook)
  await go(page, '#/notebooks/guarded')
  const counts = page.locator('figure').filter({ hasText: '各街道的件数' }).first()
  await expect(counts).toContainText('要从 0 画起')
  await expect(counts).toContainText('人多的地方数自然多')

  await counts.getByRole('button', { name: '从 0 开始' }).click()
  await expect(counts).not.toContainText('要从 0 画起')
  await counts.getByRole('button', { name: '就这样画' }).click()
  await counts.getByLabel('为什么这样画').fill('只看处理量')
  await counts.getByRole('button', { name: '记下理由' }).click()
  await expect(counts).toContainText('作者的理由：只看处理量')
  await counts.getByRole('button', { name: '重新提醒' }).click()
  await counts.getByRole('button', { name: '改用每万人' }).click()
  await expect(page.getByText('by_street_rate').first()).toBeVisible()
  await expect(counts.locator('svg[role=img]')).toHaveAttribute('aria-label', /最大/)
  await expect(counts).not.toContainText('人多的地方数自然多')

  const ranked = page.locator('figure').filter({ hasText: '街道排名' })
  await ranked.getByRole('button', { name: '改用每万人' }).click()
  await expect(ranked.getByRole('img')).toHaveAttribute('aria-label', /项：最大/)
  await expect(ranked).not.toContainText('人多的地方数自然多')

  const ageing = page.locator('figure').filter({ hasText: '东北和川渝' })
  await expect(ageing.getByRole('img')).toHaveAttribute('aria-label', /30 个地方/)
  await expect(ageing).toContainText('火星在图上找不到')
  await expect(ageing).toContainText('不表示边界和面积')

  const streets = page.locator('figure').filter({ hasText: '安澜市是虚构的' })
  await expect(streets).toContainText('给件数上色')
  await streets.getByRole('button', { name: '改用每万人' }).click()
  await expect(streets).not.toContainText('给件数上色')

  for (const [way, ending, begins] of [
    ['存为图片（PNG）', '.png', [0x89, 0x50, 0x4e, 0x47]],
    ['存为矢量图（SVG）', '.svg', [...Buffer.from('<svg')]],
    ['存为 CSV', '.csv', [0xef, 0xbb, 0xbf]],
    ['存为 Excel', '.xlsx', [0x50, 0x4b]],
  ] as const) {
    for (const figure of [counts, ageing]) {
      await figure.getByRole('button', { name: '导出这张图' }).click()
      const waiting = page.waitForEvent('download')
      await page.getByRole('menuitem', { name: way }).click()
      const download = await waiting
      expect(download.suggestedFilename()).toContain(ending)
      const bytes = await readFile(await download.path())
      expect([...bytes.subarray(0, begins.length)]).toEqual(begins)
    }
  }
  await ranked.getByRole('button', { name: '导出这张图' }).click()
  const table = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: '存为 CSV' }).click()
  const lines = (await readFile(await (await table).path(), 'utf8')).trim().split('\r\n')
  expect(lines[0]).toMatch(/街道（镇）,每万人$/)
  expect(lines[1]).toMatch(/街道,\d+\.\d+$/)

  await ageing.getByRole('button', { name: '改地图' }).click()
  await ageing.getByRole('button', { name: '导入边界文件' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('边界文件').setInputFiles({
    name: '两省.geojson',
    mimeType: 'application/geo+json',
    buffer: Buffer.from(JSON.stringify(twoProvinces)),
  })
  await dialog.getByLabel('审图号').fill('无')
  await expect(dialog).toContainText('这不像审图号')
  await expect(dialog.getByRole('button', { name: '导入', exact: true })).toBeDisabled()
  await dialog.getByLabel('审图号').fill('GS(2023)2767号')
  await dialog.getByRole('button', { name: '导入', exact: true }).click()
  await expect(ageing).toContainText('审图号：GS（2023）2767号')
  await expect(ageing.getByRole('img')).toHaveAttribute('aria-label', /2 个地方/)
  expect(await axeFaults(page)).toEqual([])
})
