import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cardStrip,
  cardStrips,
  firstSentences,
  mostPictures,
} from '../../desktop/domain/classroom/card-pictures.ts'
import { helpNumbers } from '../../desktop/domain/classroom/help-numbers.ts'
import { readYaml } from '../../desktop/domain/course/yaml.ts'
import { scenarioSchema, type Scenario } from '../../desktop/domain/simulation/scenario.ts'

const courses = new URL('../../courses', import.meta.url).pathname

const shipped: Scenario[] = readdirSync(courses)
  .filter((course) => course.startsWith('b'))
  .flatMap((course) => {
    const folder = join(courses, course, 'scenarios')
    return readdirSync(folder).map((file) => {
      const text = readFileSync(join(folder, file), 'utf8')
      const reading = readYaml({ file, line: 1, text }, scenarioSchema)
      if (!reading.ok) throw new Error(file)
      return reading.value
    })
  })

describe('the pictures of a shipped scenario', () => {
  it.each(shipped.map((scenario) => [scenario.id, scenario] as const))(
    '%s lead from its start to its goal without a mistake',
    (_, scenario) => {
      const whole = cardStrip(scenario, 100)
      expect(whole.pictures).toHaveLength(whole.of)
      for (const most of [2, 4, 8]) {
        const { pictures, of } = cardStrip(scenario, most)
        expect(pictures).toHaveLength(Math.min(most, of))
        expect(pictures[0]?.at).toBe(1)
        expect(pictures[0]?.screen).toBe(scenario.screens[scenario.start])
        expect(pictures.at(-1)?.screen).toBe(scenario.screens[scenario.goal])
        expect(pictures.at(-1)?.way).toBeUndefined()
        expect(pictures.map(({ at }) => at)).toEqual(
          pictures.map(({ at }) => at).toSorted((one, other) => one - other),
        )
        expect(pictures.every(({ way }) => way?.mistake === undefined)).toBe(true)
      }
    },
  )

  it('never are more than a page holds', () => {
    for (let at = 0; at + 3 < shipped.length; at += 3) {
      for (const some of [1, 2, 3]) {
        const strips = cardStrips(shipped.slice(at, at + some))
        const pictures = strips.flatMap((strip) => strip.pictures)
        expect(pictures.length).toBeLessThanOrEqual(mostPictures)
        expect(strips).toHaveLength(Math.min(2, some))
      }
    }
    expect(cardStrips([])).toEqual([])
  })
})

describe('a caption', () => {
  it.each([
    ['到了。点“付款”。再等一等。', 9, '到了。点“付款”。'],
    ['到了。点“付款”。再等一等。', 4, '到了。'],
    ['记住：先看名字；再看钱数。', 12, ''],
    ['到了。记住：先看名字；再看钱数。', 12, '到了。'],
    ['这一句太长了，放不下。', 4, ''],
    ['没有句号', 10, '没有句号'],
    ['', 10, ''],
  ])('of “%s” in %i signs is “%s”', (text, most, said) => {
    expect(firstSentences(text, most)).toBe(said)
  })

  it('is the beginning of the text and never too long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(60), (text, most) => {
        const said = firstSentences(text, most)
        expect(text.trimStart().startsWith(said.trimStart())).toBe(true)
        expect(Array.from(said).length).toBeLessThanOrEqual(most)
      }),
    )
  })
})

it.each([
  [['看看天气。'], ['12345']],
  [['接到要钱的电话，打 96110。'], ['12345', '96110', '110']],
  [['遇到骗子，挂断。'], ['12345', '96110', '110']],
  [['急病打 120。'], ['12345', '120']],
  [['重 1200 克，编号 11056。'], ['12345']],
])('a practice sheet on %j has the numbers %j', (texts, numbers) => {
  expect(helpNumbers(texts).map(({ number }) => number)).toEqual(numbers)
})
