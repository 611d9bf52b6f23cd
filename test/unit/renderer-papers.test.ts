import { expect, it } from 'vitest'
import type { Block } from '../../desktop/contract/learn.ts'
import { papersOf } from '../../desktop/renderer/features/teach/papers/paper-kinds.ts'

const choice: Block = {
  ...{ kind: 'choice', id: 'why', ask: '为什么？', objective: null, confidence: false },
  ...{
    hints: [],
    fade: 'alone',
    given: null,
    multiple: false,
    options: ['甲', '乙'],
    ordered: false,
  },
}

it.each<[string, Block[], string[]]>([
  [
    'all four',
    [{ kind: 'handout', text: '大字' }, { kind: 'card', text: '卡片' }, choice],
    ['plan', 'handout', 'card', 'practice'],
  ],
  [
    'a card and a practice sheet of a scenario',
    [{ kind: 'scenario', scenario: 'pay' }],
    ['plan', 'card', 'practice'],
  ],
  ['a plan of prose alone', [{ kind: 'prose', text: '正文' }], ['plan']],
  ['a plan of nothing', [], ['plan']],
])('a lesson has %s', (_, blocks, kinds) => {
  expect(papersOf({ blocks })).toEqual(kinds)
})
