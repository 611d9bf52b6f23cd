import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readYaml } from '../../desktop/domain/course/yaml.ts'
import { drillSchema, piecesOf, type DrillMessage } from '../../desktop/domain/simulation/drill.ts'
import { drill, fraud, genuine } from './drill-support.ts'

/** JSON is YAML, one key to a line. */
const problems = (value: unknown) => {
  const text = JSON.stringify(value, null, 1)
  const reading = readYaml({ file: 'parcel.yaml', line: 1, text }, drillSchema)
  return reading.ok ? [] : reading.problems.map(({ problem }) => problem)
}

describe('a drill’s file', () => {
  it('is read with frauds and genuine messages', () => {
    expect(problems(drill([fraud(), genuine]))).toEqual([])
  })

  it('has each fault told in words, with its place', () => {
    const told = (message: object) => problems(drill([message]))[0]
    expect(told({ ...fraud(), tells: [{ words: '按五倍赔您', because: '…' }] })).toBe(
      'messages[1].tells[1].words：“按五倍赔您”不在 text 里，也不在 from 里，要一字不差',
    )
    expect(
      told({
        ...fraud(),
        tells: [
          { words: '按三倍赔您', because: '…' },
          { words: '赔您。', because: '…' },
        ],
      }),
    ).toBe('messages[1].tells[2].words：“赔您。”和第 1 处重叠，标不出来')
  })

  it.each([
    ['a fraud without tells', { ...fraud(), tells: [] }, /tells：太短或太少，至少 1/],
    ['a fraud with a proof', { ...fraud(), proof: '…' }, /proof 只写在真的消息上/],
    ['a genuine one with tells', { ...genuine, tells: [] }, /tells 只写在骗人的消息上/],
    ['a genuine one without proof', { ...genuine, proof: undefined }, /proof：没有写/],
    ['no way to check', { ...genuine, check: undefined }, /check：没有写/],
    ['neither false nor genuine', { ...genuine, genuine: undefined }, /genuine：/],
    ['a channel that is none', { ...genuine, channel: 'fax' }, /channel：只能是 sms、call/],
    ['a text that is too long', { ...genuine, text: '长'.repeat(91) }, /text：太长或太多，至多 90/],
    ['a key that nobody knows', { ...genuine, truth: true }, /不认识 truth/],
  ])('is refused with %s', (_, message, fault) => {
    const [first, ...others] = problems(drill([message]))
    expect(first).toMatch(fault)
    expect(others).toEqual([])
  })

  it('has no id twice', () => {
    expect(problems(drill([fraud(), { ...genuine, id: 'refund' }]))).toEqual([
      'messages[2].id：id “refund” 用了两次，换一个',
    ])
  })

  it('has messages', () => {
    expect(problems(drill([]))).toEqual(['messages：太短或太少，至少 1'])
  })
})

describe('the pieces of a message', () => {
  it('mark each tell where it stands, in the text or in the sender’s name', () => {
    const message = fraud({
      from: '公安王警官',
      text: '我是王警官，把钱转来。',
      tells: [
        { words: '把钱转来', because: '…' },
        { words: '公安', because: '…' },
      ],
    })
    expect(piecesOf(message, 'from')).toEqual([{ text: '公安', tell: 1 }, { text: '王警官' }])
    expect(piecesOf(message, 'text')).toEqual([
      { text: '我是王警官，' },
      { text: '把钱转来', tell: 0 },
      { text: '。' },
    ])
  })

  it('leave a genuine message whole', () => {
    expect(piecesOf(genuine, 'text')).toEqual([{ text: genuine.text }])
  })

  it('together are the text, whatever is marked in it', () => {
    const text = fc.string({
      unit: fc.constantFrom('钱', '转', '来', '，'),
      minLength: 1,
      maxLength: 20,
    })
    fc.assert(
      fc.property(text, fc.nat(19), fc.nat(19), (whole, one, other) => {
        const start = Math.min(one, other) % whole.length
        const words = whole.slice(start, start + Math.abs(one - other) + 1)
        const message: DrillMessage = fraud({ text: whole, tells: [{ words, because: '…' }] })
        const pieces = piecesOf(message, 'text')
        expect(pieces.map((piece) => piece.text).join('')).toBe(whole)
        expect(pieces.filter(({ tell }) => tell === 0).map((piece) => piece.text)).toEqual([words])
      }),
    )
  })
})
