import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { manyDatasets } from '../bench/many-datasets.ts'
import { expect, test as base } from './fixtures.ts'
import { go } from './pages.ts'

const root = new URL('../..', import.meta.url).pathname
const DATASETS = 500

/** An installation with hundreds of datasets. */
const test = base.extend<{ appRoot: string }>({
  appRoot: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'zhizhi-many-'))
    for (const part of ['package.json', 'desktop/build', 'dist', 'courses', 'notebooks']) {
      await cp(join(root, part), join(folder, part), { recursive: true })
    }
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
    for (const dataset of await manyDatasets(DATASETS)) {
      const home = join(folder, 'datasets', dataset.name)
      await cp(join(root, 'datasets/census-2020/data'), join(home, 'data'), { recursive: true })
      await writeFile(join(home, 'datapackage.json'), JSON.stringify(dataset))
    }
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },
})

interface Clock {
  begun: number | undefined
  shown: Promise<number>
}

/** Milliseconds from an input event to the first picture after the address, and so the list, changed. */
async function clocked(page: Page, act: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => {
    const clock = window as unknown as Clock
    clock.begun = undefined
    const begin = () => (clock.begun ??= performance.now())
    for (const kind of ['beforeinput', 'pointerdown']) {
      window.addEventListener(kind, begin, { capture: true, once: true })
    }
    clock.shown = new Promise((resolve) => {
      const drawn = () => resolve(performance.now() - (clock.begun ?? NaN))
      const changed = () => requestAnimationFrame(() => setTimeout(drawn))
      window.addEventListener('hashchange', changed, { once: true })
    })
  })
  await act()
  return page.evaluate(() => (window as unknown as Clock).shown)
}

const facet = (page: Page, name: string): Locator => page.getByRole('checkbox', { name })

test('five hundred datasets are searched and narrowed as one types and clicks', async ({
  page,
}) => {
  await go(page, '#/research')
  const main = page.getByRole('main')
  const status = main.getByRole('status')
  await expect(status).toHaveText('共 500 份数据')
  const box = page.getByRole('searchbox', { name: '在数据目录里找' })
  await box.focus()
  const times: [string, number][] = []
  const took = async (name: string, act: () => Promise<unknown>) => {
    times.push([name, await clocked(page, act)])
  }
  for (const one of '养老服务') {
    await took(`key ${one}`, () => page.keyboard.insertText(one))
  }
  await expect(status).toHaveText(/^找到 71 份/)
  for (let n = 0; n < 4; n += 1) await took('backspace', () => page.keyboard.press('Backspace'))
  await expect(status).toHaveText('共 500 份数据')
  await box.fill('养老服务')
  await took('facet 1', () => facet(page, '无条件共享').click())
  await took('facet 2', () => facet(page, '真实数据').click())
  await took('facet off', () => facet(page, '无条件共享').click())
  const slowest = Math.max(...times.map(([, ms]) => ms))
  const each = times.map(([name, ms]) => `${name} ${ms.toFixed(0)}`).join(', ')
  console.log(`catalogue of ${DATASETS}: ${each} ms; slowest ${slowest.toFixed(0)} ms`)

  // what was chosen is in the address: back undoes it, a link has it
  await expect(page).toHaveURL(/q=.*origin=real/)
  await page.goBack()
  await expect(facet(page, '无条件共享')).toBeChecked()
  await box.fill('没有这样的数据')
  await expect(main).toContainText('没有找到合适的数据')
  await main.getByRole('button', { name: '去掉全部条件' }).click()
  await expect(status).toHaveText('共 500 份数据')
  await expect(main.getByRole('article')).toHaveCount(24)
  await main.getByRole('button', { name: /^再看一些/ }).click()
  await expect(main.getByRole('article')).toHaveCount(48)
})
