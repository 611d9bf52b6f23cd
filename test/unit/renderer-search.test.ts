import { describe, expect, it } from 'vitest'
import type { Hit } from '../../desktop/contract/app.ts'
import { groupHits, hitHref } from '../../desktop/renderer/features/search/hits.ts'

const hit = (type: Hit['type'], id: string, score: number): Hit => ({ type, id, title: id, score })

describe('search hits', () => {
  it.each([
    [hit('course', 'a4', 1), '#/learn'],
    [hit('lesson', 'a4/01-count', 1), '#/learn/a4/01-count'],
    [hit('dataset', 'census-2020', 1), '#/research/census-2020'],
    [hit('notebook', 'aging', 1), '#/notebooks/aging'],
    [hit('indicator', 'closing-rate', 1), undefined],
  ])('open the page of their kind', (found, page) => {
    expect(hitHref(found)).toBe(page)
  })

  it('stand by kind, the kind of the best hit first, in the order they came', () => {
    const hits = [
      hit('dataset', 'd1', 2),
      hit('notebook', 'n1', 5),
      hit('dataset', 'd2', 1),
      hit('indicator', 'i1', 9),
    ]
    const groups = groupHits(hits).map(({ type, hits }) => [type, hits.map(({ id }) => id)])
    expect(groups).toEqual([
      ['notebook', ['n1']],
      ['dataset', ['d1', 'd2']],
    ])
  })

  it('are none where none were found', () => {
    expect(groupHits([])).toEqual([])
  })
})
