import { expect, it } from 'vitest'
import { keyed } from '../../desktop/renderer/ui/keyed.ts'

const item = (label: string, hint?: string) => ({
  ...{ label, onselect: () => undefined },
  ...(hint !== undefined && { hint }),
})
const keys = (...items: ReturnType<typeof item>[]) => keyed(items).map(({ key }) => key)

it('an item keeps its key where others come before it', () => {
  const [alone] = keys(item('热线工单', 'hotline'))
  expect(keys(item('街道', 'places'), item('热线工单', 'hotline')).at(-1)).toBe(alone)
})

it('no two items have one key', () => {
  const all = keys(item('甲'), item('甲'), item('甲', '一'), item('甲', '一'), item('甲 1'))
  expect(new Set(all).size).toBe(all.length)
})
