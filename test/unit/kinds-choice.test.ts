import { describe, expect, it } from 'vitest'
import { exerciseSchema } from '../../desktop/domain/course/exercise.ts'
import { writtenAnswer } from '../../desktop/domain/course/written.ts'
import { checked, exercise, problemOf, rulesHold } from './kinds-support.ts'

describe('a choice', () => {
  const choice = exercise({
    id: 'c',
    kind: 'choice',
    ask: '问',
    multiple: true,
    options: [
      { text: '甲', right: true, because: '甲对。' },
      { text: '乙', because: '乙不对。' },
      { text: '丙', right: true, because: '丙对。' },
      { text: '丁', because: '丁不对。' },
    ],
    done: '学会了。',
  })
  rulesHold(choice)

  it.each<[number[], string, string, string[]]>([
    [[0, 2], 'ok', '甲对。', ['丙对。', '学会了。']],
    [[2, 0], 'ok', '甲对。', ['丙对。', '学会了。']],
    [[0], 'values', '选的都对，还差 1 项。', ['甲对。']],
    [[0, 1], 'values', '乙不对。', []],
    [[1, 3], 'values', '乙不对。', ['丁不对。']],
    [[0, 1, 2], 'values', '乙不对。', []],
    [[], 'values', '还没有选。选好再交。', []],
    [[9], 'error', '这道题的内容刚刚改过，答案对不上了。请重新打开这一课，再做一遍。', []],
  ])('%j', (chosen, code, message, notes) => {
    const verdict = checked(choice, { kind: 'choice', chosen })
    expect(verdict).toEqual({ code, message, notes, marks: [] })
  })

  it.each<[string, number[] | undefined]>([
    ['1', [0]],
    ['1,3', [0, 2]],
    [' 2、3\n', [1, 2]],
    ['A C', [0, 2]],
    ['b；d', [1, 3]],
    ['[1, 3]', [0, 2]],
    ['- 1\n- 3\n', [0, 2]],
    ['0', undefined],
    ['甲', undefined],
    ['', undefined],
  ])('reads the written answer %j', (text, chosen) => {
    const written = writtenAnswer(choice, text)
    expect(written).toEqual(
      chosen ? { ok: true, answer: { kind: 'choice', chosen } } : { ok: false, form: '[1, 3]' },
    )
  })

  it('cannot be half done where one option is the whole answer', () => {
    const options = [
      { text: '甲', right: true, because: '甲对。' },
      { text: '乙', because: '乙不对。' },
    ]
    const single = { id: 'c', kind: 'choice', ask: '问', fade: 'part', options }
    expect(problemOf(exerciseSchema, single)).toBe('单选没有做好一半的，写 shown 或 alone')
    expect(exerciseSchema.safeParse({ ...single, multiple: true }).success).toBe(true)
  })
})
