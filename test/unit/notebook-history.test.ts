import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  changed,
  noHistory,
  stepBack,
  stepForth,
  type TextHistory,
} from '../../desktop/domain/notebook/history.ts'

const typed = (texts: readonly string[], everyMs: number, where = 'cell'): TextHistory => {
  let history = noHistory
  texts.slice(0, -1).forEach((before, index) => {
    history = changed(history, before, { where, at: index * everyMs })
  })
  return history
}

describe('the history of a text', () => {
  it('has no step before the first change', () => {
    expect(stepBack(noHistory, 'a')).toBeUndefined()
    expect(stepForth(noHistory, 'a')).toBeUndefined()
  })

  it('takes quick typing in one place for one step, and slow typing for several', () => {
    expect(typed(['', 'S', 'SE', 'SEL'], 200).past).toEqual([''])
    expect(typed(['', 'S', 'SE', 'SEL'], 5000).past).toEqual(['', 'S', 'SE'])
  })

  it('keeps what was typed in two places apart, however quick', () => {
    const one = changed(noHistory, 'a', { where: 'one', at: 0 })
    expect(changed(one, 'b', { where: 'two', at: 10 }).past).toEqual(['a', 'b'])
  })

  it('takes each change of the whole for a step of its own', () => {
    const one = changed(noHistory, 'a', { where: undefined, at: 0 })
    expect(changed(one, 'b', { where: undefined, at: 10 }).past).toEqual(['a', 'b'])
  })

  it('begins a new step after going back', () => {
    const back = stepBack(changed(noHistory, 'a', { where: 'x', at: 0 }), 'b')!
    const again = changed(back.history, 'a', { where: 'x', at: 1 })
    expect(again).toMatchObject({ past: ['a'], future: [] })
  })

  it('gives every text back in turn, and forth again', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 30 }), (texts) => {
        let present = texts.at(-1)!
        let history = typed(texts, 5000)
        for (const text of texts.slice(0, -1).toReversed()) {
          const step = stepBack(history, present)!
          expect(step.text).toBe(text)
          ;({ text: present, history } = step)
        }
        expect(stepBack(history, present)).toBeUndefined()
        for (const text of texts.slice(1)) {
          const step = stepForth(history, present)!
          expect(step.text).toBe(text)
          ;({ text: present, history } = step)
        }
        expect(stepForth(history, present)).toBeUndefined()
      }),
    )
  })

  it('forgets the oldest steps of a long afternoon', () => {
    const texts = Array.from({ length: 400 }, (_, index) => String(index))
    expect(typed(texts, 5000).past).toHaveLength(200)
  })
})
