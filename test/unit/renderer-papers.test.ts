import { expect, it } from 'vitest'
import type { Block, LessonView } from '../../desktop/contract/learn.ts'
import { papersOf } from '../../desktop/renderer/features/teach/papers.ts'

const lesson = (blocks: Block[]): LessonView => ({
  ...{ course: 'b1', lesson: '01', title: { zh: '付款', en: 'Pay' }, minutes: 10 },
  ...{ objectives: [], datasets: [], blocks },
})

it('gathers a lesson’s papers in the order a teacher uses them', () => {
  const papers = papersOf(
    lesson([
      { kind: 'card', text: '看人、看钱、再按。' },
      { kind: 'prose', text: '正文' },
      { kind: 'volunteer', text: '开场' },
      { kind: 'volunteer', text: '收尾' },
    ]),
  )
  expect(papers).toEqual([
    { kind: 'volunteer', parts: ['开场', '收尾'] },
    { kind: 'card', parts: ['看人、看钱、再按。'] },
  ])
})

it('makes no empty papers', () => {
  expect(papersOf(lesson([{ kind: 'prose', text: '正文' }]))).toEqual([])
})
