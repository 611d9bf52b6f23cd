import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readBank } from '../../desktop/domain/assessment/bank.ts'
import { instanceOf } from '../../desktop/domain/assessment/instance.ts'
import { itemActivity } from '../../desktop/domain/assessment/xapi-item.ts'
import { statement, words } from '../../desktop/domain/course/xapi-statement.ts'
import { faults } from '../unit/xapi-rules.ts'

/** Every item of the shipped banks as an activity. */

const folder = new URL('../../courses/', import.meta.url)
const courses = readdirSync(folder).filter((id) => existsSync(new URL(`${id}/bank.md`, folder)))
const titles = { zh: '目标', en: 'Objective' }

describe.each(courses)('the items of %s', (course) => {
  const text = readFileSync(new URL(`${course}/bank.md`, folder), 'utf8')
  const reading = readBank(`courses/${course}/bank.md`, text)
  const items = reading.ok ? reading.value.items : []
  const activities = items.map(({ id, exercise }) => ({
    id,
    exercise,
    activity: itemActivity({ course, item: id }, { exercise, objective: titles }),
  }))

  it('are interactions that keep the rules', () => {
    expect(items.length).toBeGreaterThan(0)
    for (const { activity } of activities) {
      const told = statement(
        { id: 'p' },
        {
          ...{ verb: 'attempted', object: activity, parent: activity },
          at: '2026-11-27T08:00:00.000Z',
        },
      )
      expect(faults(told)).toEqual([])
      expect(activity.definition.description).toEqual(words('目标', 'Objective'))
    }
  })

  it('tell no expression and no reason, and the pieces of an order not in their order', () => {
    for (const { id, exercise, activity } of activities) {
      expect(JSON.stringify(activity), id).not.toMatch(/\{\{|because|right"/)
      const { choices = [], source = [] } = activity.definition
      if (exercise.kind !== 'order' && exercise.kind !== 'sort') continue
      const texts = [...choices, ...source].map(({ description }) => description?.['zh-CN'] ?? '')
      expect(texts, id).toEqual(texts.toSorted())
    }
  })

  it('have as many options as their draws', () => {
    if (!reading.ok) throw new Error('no bank')
    for (const item of items) {
      const { choices } = itemActivity(
        { course, item: item.id },
        { ...item, objective: titles },
      ).definition
      const { exercise } = instanceOf(reading.value, item, 1)
      if (exercise.kind === 'choice' && choices) {
        expect(choices, item.id).toHaveLength(exercise.options.length)
      }
    }
  })
})
