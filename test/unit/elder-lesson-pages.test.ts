import { expect, it } from 'vitest'
import { lessonPages } from '../../desktop/renderer/features/learn/elder/lesson-pages.ts'
import type { LessonItem } from '../../desktop/renderer/features/learn/lesson/lesson-items.ts'

const prose = (text: string): LessonItem => ({ kind: 'prose', text })
const card: LessonItem = { kind: 'card', text: '带走' }
const told = (items: LessonItem[]) =>
  lessonPages(items).map((page) =>
    page.map((item) => ('text' in item ? item.text.slice(0, 4) : item.kind)),
  )

it('breaks text at its headings, and leaves a lead-in with what it leads into', () => {
  const long = `# 头一样\n${'说'.repeat(200)}\n## 第二样\n${'说'.repeat(200)}`
  expect(told([prose(long), card, prose('## 练一练'), card, card])).toEqual([
    ['# 头一'],
    ['## 第'],
    ['带走'],
    ['## 练', '带走'],
    ['带走'],
  ])
})

it('of an empty lesson has no pages', () => {
  expect(lessonPages([])).toEqual([])
  expect(lessonPages([prose('  \n')])).toEqual([])
})
