import { describe, expect, it } from 'vitest'
import { needsDataset } from '../../desktop/domain/assessment/needed-data.ts'
import { exerciseSchema } from '../../desktop/domain/course/exercise.ts'

const sql = (reference: string) =>
  exerciseSchema.parse({
    ...{ kind: 'sql', id: 'q1', ask: '几件？', columns: ['n'], reference },
    ...{ hints: ['一', '二', '三'], objective: 'o' },
  })

describe('what cannot do without a dataset', () => {
  it.each([
    ['SELECT count(*) AS n FROM hotline_tickets', true],
    ['SELECT count(*) AS n FROM "Hotline_Tickets" AS t', true],
    ['SELECT count(*) AS n FROM hotline_tickets.calls', true],
    ['SELECT count(*) AS n FROM hotline_tickets_2', false],
    ['SELECT count(*) AS n FROM old_hotline_tickets', false],
    ['SELECT count(*) AS n FROM census_2020', false],
  ])('%s: %s', (reference, needed) => {
    expect(needsDataset(sql(reference), 'hotline-tickets')).toBe(needed)
  })

  it('is nothing that only speaks of it', () => {
    const number = { kind: 'number', id: 'q1', ask: 'hotline_tickets 有几行？', answer: 3 }
    const exercise = exerciseSchema.parse({ ...number, hints: ['数'], objective: 'o' })
    expect(needsDataset(exercise, 'hotline-tickets')).toBe(false)
  })
})
