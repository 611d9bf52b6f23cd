import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eachFacet, nothingChosen, type Question } from '../../desktop/domain/catalogue/facets.ts'
import { parseRoute, pathOf, queryOf, withQuery } from '../../desktop/renderer/app/paths.ts'
import {
  cleared,
  readQuestion,
  toggled,
  writeQuestion,
} from '../../desktop/renderer/features/catalogue/address.ts'

const text = fc.string({ unit: 'grapheme', maxLength: 20 })
const chosen = fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1 }), { maxLength: 4 })
const questions: fc.Arbitrary<Question> = fc.record({
  text,
  choices: fc.record(eachFacet(() => chosen)),
  sort: fc.constantFrom('title', 'released', 'rows'),
})

describe('the address of a question to the catalogue', () => {
  it('gives back the question, whatever is in it, and leads to the same page', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const address = withQuery('#/research', writeQuestion(question))
        expect(readQuestion(queryOf(address))).toEqual(question)
        expect(parseRoute(address)?.page).toBe('catalogue')
        expect(pathOf(address)).toBe('#/research')
      }),
    )
  })

  it('is the bare page where nothing is asked', () => {
    const nothing: Question = { text: '', choices: nothingChosen, sort: 'title' }
    expect(withQuery('#/research', writeQuestion(nothing))).toBe('#/research')
    expect(readQuestion(queryOf('#/research'))).toEqual(nothing)
  })

  it('leaves out what it does not know', () => {
    const asked = readQuestion(queryOf('#/research?sort=upwards&class=&moon=1&level=general'))
    expect(asked).toEqual({
      text: '',
      choices: { ...nothingChosen, level: ['general'] },
      sort: 'title',
    })
  })

  it('is as it was after a choice and its undoing, and without choices when cleared', () => {
    fc.assert(
      fc.property(questions, fc.string({ minLength: 1 }), (question, value) => {
        fc.pre(!question.choices.provider.includes(value))
        const on = toggled(question, 'provider', value)
        expect(on.choices.provider).toContain(value)
        expect(toggled(on, 'provider', value)).toEqual(question)
        expect(cleared(on)).toEqual({ ...question, text: '', choices: nothingChosen })
      }),
    )
  })
})
