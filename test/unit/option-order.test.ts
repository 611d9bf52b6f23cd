import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerKey } from '../../desktop/domain/classroom/answer-key.ts'
import { solutionOf } from '../../desktop/domain/classroom/solution.ts'
import { exerciseShows } from '../../desktop/domain/classroom/stage-exercise.ts'
import { exerciseSchema } from '../../desktop/domain/course/exercise.ts'
import { exerciseView } from '../../desktop/domain/course/exercise-view.ts'
import { forEverybody, optionOrder } from '../../desktop/domain/course/kinds/option-order.ts'
import { exerciseText } from '../../desktop/domain/speech/exercise-text.ts'

const letters = ['甲', '乙', '丙', '丁']
const written = (texts: readonly string[], more: object = {}) => ({
  ...{ kind: 'choice', id: 'q', ask: '哪一个？' },
  options: texts.map((text, at) => ({ text, right: at === 1, because: `因为${text}` })),
  ...more,
})
const read = (texts: readonly string[], more?: object) => exerciseSchema.parse(written(texts, more))
const view = (texts: readonly string[], more?: object) => {
  const block = exerciseView(read(texts, more))
  if (block.kind !== 'choice') throw new Error(block.kind)
  return block
}

describe('the order of options', () => {
  it('holds every place once and is the same after a reload', () => {
    const texts = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 6 })
    fc.assert(
      fc.property(texts, fc.string(), (options, seed) => {
        const block = { id: 'q', options, ordered: false }
        const order = optionOrder(block, seed)
        expect(order.toSorted()).toEqual(options.map((_, place) => place))
        expect(optionOrder(structuredClone(block), seed)).toEqual(order)
      }),
    )
  })

  it('puts each option in each place about equally often', () => {
    const block = view(letters)
    const learners = Array.from({ length: 4000 }, (_, at) => `p-${at}-${at * 7919}`)
    for (const option of [0, 1, 2, 3]) {
      const counts = [0, 0, 0, 0]
      for (const learner of learners) {
        const at = optionOrder(block, learner).indexOf(option)
        counts[at] = (counts[at] ?? 0) + 1
      }
      // expected 1000 each, standard deviation 27: five of them either way
      for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(137)
    }
  })

  it('stays as written where the author says so, and must where an option speaks of others', () => {
    expect(optionOrder(view(letters, { ordered: true }), 'p-1')).toEqual([0, 1, 2, 3])
    for (const text of ['以上都对', '上面三种都放上', '前面两项全是']) {
      expect(exerciseSchema.safeParse(written(['甲', '乙', text])).success).toBe(false)
      expect(exerciseSchema.safeParse(written(['甲', '乙', text], { ordered: true })).success).toBe(
        true,
      )
    }
    expect(exerciseSchema.safeParse(written(['80 岁以上都算', '乙'])).success).toBe(true)
  })

  it('is one on paper, in its answers, on the wall and in what is read to everybody', () => {
    const exercise = read(letters)
    const block = view(letters)
    const order = optionOrder(block, forEverybody).map((place) => letters[place])
    expect(answerKey(exercise)?.lines.map(({ text }) => text)).toEqual(order)
    expect(solutionOf(exercise).map(({ text }) => text)).toEqual(order)
    const [question] = exerciseShows(block, [])
    const lines = question?.kind === 'question' ? question.lines : []
    const onWall = lines.flatMap((line) => ('mark' in line ? [JSON.stringify(line)] : []))
    expect(onWall.map((line) => letters.find((letter) => line.includes(letter)))).toEqual(order)
    expect(exerciseText(block).split('\n').slice(1)).toEqual(order)
    const own = optionOrder(block, 'p-1').map((place) => letters[place])
    expect(exerciseText(block, 'p-1').split('\n').slice(1)).toEqual(own)
  })
})
