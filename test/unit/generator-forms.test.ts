import { describe, expect, it } from 'vitest'
import { anyBase, held, own } from '../../datasets/generator/forms/asks.ts'
import { formColumns, forms } from '../../datasets/generator/forms/ledger.ts'
import { planted } from '../../datasets/generator/truths.ts'

describe('the forms', () => {
  it('have all columns, each its own title, and what is known of the rest', () => {
    const titles = forms.map(({ title }) => title)
    expect(new Set(titles).size).toBe(forms.length)
    expect(forms.length).toBeGreaterThanOrEqual(90)
    for (const form of forms) {
      expect(formColumns.filter((column) => form[column] === '')).toEqual([])
      expect(['市', '区', '街道']).toContain(form['level'])
      expect(['周报', '月报', '季报', '半年报', '年报']).toContain(form['frequency'])
      expect(['保留', '合并', '取消']).toContain(form['review'])
      expect(['all', 'city', 'town']).toContain(form['scope'])
      expect(form['started']).toMatch(/^20[12]\d-(?:0[1-9]|1[0-2])$/)
    }
  })

  it('ask for so many items that the planted share of them is a whole number', () => {
    const items = forms.reduce((sum, form) => sum + Number(form['items']), 0)
    expect((items * planted.overlap.percent) % 100).toBe(0)
  })

  it('can be filled with what no database holds, each thing asked for once', () => {
    for (const { base, items } of forms) {
      const asks = own.filter((ask) => ask.base === base || ask.base === anyBase)
      const words = [...asks, ...held.filter((ask) => ask.base === base)].map((ask) => ask.words)
      expect(asks.length).toBeGreaterThanOrEqual(Number(items))
      expect(new Set(words.flat()).size).toBe(words.flat().length)
    }
  })

  it('write an element in one to three ways', () => {
    for (const { element, words } of held) {
      expect(element).not.toBe('')
      expect(words.length).toBeGreaterThanOrEqual(1)
      expect(words.length).toBeLessThanOrEqual(3)
      expect(words).not.toContain('')
    }
  })
})
