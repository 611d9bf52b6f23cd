import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { typingFault, type Typing } from '../../desktop/domain/simulation/typing-fields.ts'
import {
  candidates,
  characterChoices,
  isTyped,
  nextStroke,
  nothingTyped,
  press,
  type Stroke,
  type Typed,
} from '../../desktop/domain/simulation/typing.ts'

const fields: Typing[] = [
  { by: 'digits', expect: '12.5' },
  { by: 'letters', expect: 'zhizhi2026' },
  {
    by: 'pinyin',
    expect: '妈妈好',
    words: [
      { pinyin: 'mama', word: '妈妈', also: ['骂骂', '麻麻'] },
      { pinyin: 'hao', word: '好', also: ['号'] },
    ],
  },
  {
    by: 'strokes',
    expect: '王秀',
    choices: [
      ['主', '王', '玉'],
      ['秀', '香', '季'],
    ],
  },
]

const stroke: fc.Arbitrary<Stroke> = fc.oneof(
  fc.constantFrom(...Array.from('amhoz159王主香')).map((key): Stroke => ({ kind: 'key', key })),
  fc.constantFrom('妈妈', '号', '好').map((word): Stroke => ({ kind: 'pick', word })),
  fc.constantFrom<Stroke>({ kind: 'delete' }, { kind: 'clear' }),
)
const after = (typing: Typing, strokes: readonly Stroke[]): Typed =>
  strokes.reduce((typed, each) => press(typing, typed, each), nothingTyped)

describe.each(fields)('typing by $by', (typing) => {
  it('is possible', () => {
    expect(typingFault(typing)).toBeUndefined()
  })

  it('whatever was pressed, the shown keys lead to the right words', () => {
    fc.assert(
      fc.property(fc.array(stroke, { maxLength: 60 }), (strokes) => {
        let typed = after(typing, strokes)
        for (let presses = 0; presses < 120; presses += 1) {
          const next = nextStroke(typing, typed)
          if (!next) break
          typed = press(typing, typed, next)
        }
        expect(isTyped(typing, typed)).toBe(true)
      }),
    )
  })

  it('a key is taken back by delete', () => {
    fc.assert(
      fc.property(
        fc.array(stroke, { maxLength: 20 }),
        fc.constantFrom(...Array.from('az09')),
        (strokes, key) => {
          const before = after(typing, strokes)
          const typed = press(typing, before, { kind: 'key', key })
          expect(press(typing, typed, { kind: 'delete' })).toEqual(before)
        },
      ),
    )
  })

  it('a key held down does not write for ever', () => {
    const held = after(
      typing,
      Array.from({ length: 500 }, () => ({ kind: 'key', key: '1' })),
    )
    expect(held.text.length + held.pinyin.length).toBeLessThanOrEqual(40)
  })
})

it('offers what the pinyin may mean, and nothing for other pinyin', () => {
  const pinyin = fields[2]!
  expect(candidates(pinyin, { text: '', pinyin: 'mama' })).toEqual(['骂骂', '妈妈', '麻麻'])
  expect(candidates(pinyin, { text: '', pinyin: 'mam' })).toEqual([])
})

it('offers three characters for each, and none when all are written', () => {
  const strokes = fields[3]!
  expect(characterChoices(strokes, { text: '王', pinyin: '' })).toEqual(['秀', '香', '季'])
  expect(characterChoices(strokes, { text: '王秀', pinyin: '' })).toEqual([])
})

describe('words that a keyboard cannot write are refused', () => {
  it.each<[string, Typing]>([
    ['数字键盘只打得出数字', { by: 'digits', expect: '12a' }],
    ['字母键盘只打得出字母和数字', { by: 'letters', expect: '你好' }],
    ['words 里的词连起来不是 expect', { by: 'pinyin', expect: '你好' }],
    [
      'choices 里选不出 expect 的字',
      { by: 'strokes', expect: '王', choices: [['主', '玉', '工']] },
    ],
    [
      'choices 里选不出 expect 的字',
      { by: 'strokes', expect: '王秀', choices: [['王', '玉', '工']] },
    ],
  ])('%s', (fault, typing) => {
    expect(typingFault(typing)).toBe(fault)
  })
})
