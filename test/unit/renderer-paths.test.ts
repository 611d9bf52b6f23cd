import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { href, parseRoute, paths } from '../../desktop/renderer/app/paths.ts'

describe('the address of a page', () => {
  it.each([
    ['', 'home'],
    ['#/', 'home'],
    ['#/learn', 'courses'],
    ['#/phone', 'practice'],
    ['#/research', 'catalogue'],
    ['#/notebooks', 'notebooks'],
    ['#/teach', 'teach'],
    ['#/settings', 'settings'],
  ])('%j is %s', (hash, page) => {
    expect(parseRoute(hash)).toEqual({ page, params: {} })
  })

  it('carries parameters', () => {
    const params = { course: 'a4', lesson: '01-count' }
    expect(parseRoute('#/learn/a4/01-count')).toEqual({ page: 'lesson', params })
    expect(href('lesson', params)).toBe('#/learn/a4/01-count')
  })

  it('is the test’s where a lesson’s name would stand', () => {
    expect(parseRoute('#/learn/a4')).toEqual({ page: 'course', params: { course: 'a4' } })
    expect(parseRoute('#/learn/a4/test')).toEqual({ page: 'test', params: { course: 'a4' } })
  })

  it.each(['#/nowhere', '#/research/', '#/notebooks/a/b', '#/research/%E4%B8', '#main'])(
    '%s leads nowhere',
    (hash) => {
      expect(parseRoute(hash)).toBeUndefined()
    },
  )

  it('reads back every parameter it wrote', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (dataset) => {
        expect(parseRoute(href('dataset', { dataset }))).toEqual({
          page: 'dataset',
          params: { dataset },
        })
      }),
    )
  })

  it('belongs to one page only', () => {
    expect(new Set(Object.values(paths)).size).toBe(Object.keys(paths).length)
  })
})
