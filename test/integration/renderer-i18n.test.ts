import { afterAll, beforeAll, expect, it } from 'vitest'
import type * as tested from '../../desktop/renderer/app/i18n.svelte.ts'
import { type ModulePage, openModule } from './renderer-page.ts'

let opened: ModulePage

beforeAll(async () => {
  opened = await openModule('app/i18n.svelte.ts')
})

afterAll(() => opened.close())

/** One catalogue read in each language, and again in the first. */
function read(): Promise<unknown[]> {
  return opened.page.evaluate(async () => {
    const { i18n, messages, title, zh } = (window as unknown as { tested: typeof tested }).tested
    const t = messages({
      zh: { run: '运行', rows: (n: number) => `共 ${n} 条数据`, tags: { real: '真实数据' } },
      en: { run: 'Run', rows: (n) => `${n} rows`, tags: { real: 'Real data' } },
    })
    const seen: unknown[] = []
    for (const language of ['zh-CN', 'zh-Hant', 'en', 'zh-CN'] as const) {
      await i18n.use(language)
      const lesson = title({ zh: '数一数', en: 'Count' })
      seen.push([t.run, t.rows(3), t.tags.real, lesson, zh('网格')])
    }
    return seen
  })
}

it('speaks the language of the setting, and makes 繁體 from 简体', async () => {
  const chinese = ['运行', '共 3 条数据', '真实数据', '数一数', '网格']
  expect(await read()).toEqual([
    chinese,
    ['運行', '共 3 條數據', '真實數據', '數一數', '網格'],
    ['Run', '3 rows', 'Real data', 'Count', '网格'],
    chinese,
  ])
})
