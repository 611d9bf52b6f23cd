import { expect, it } from 'vitest'
import { sqlSchema, sqlView } from '../../desktop/domain/course/kinds/sql.ts'

const sql = (more: object) =>
  sqlView(
    sqlSchema.parse({
      ...{ id: 'q', kind: 'sql', ask: '数', columns: ['n'], reference: 'SELECT 3 AS n' },
      ...{ hints: ['一', '二', '三'], ...more },
    }),
  )
const half = 'SELECT ___ AS n'
const starter = '-- 从这里写'

it.each([
  ['part', { starter, 'half-worked': half }, half, null],
  ['part', { starter }, starter, null],
  ['part', { 'half-worked': half }, half, null],
  ['part', {}, '', null],
  ['alone', { starter, 'half-worked': half }, starter, half],
  ['alone', {}, '', null],
  ['shown', { starter, 'half-worked': half }, 'SELECT 3 AS n', null],
])('an exercise in SQL, %s worked out, with %j begins with %j', (fade, more, begins, helps) => {
  const { starter: shown, halfWorked } = sql({ fade, ...more })
  expect([shown, halfWorked]).toEqual([begins, helps])
})
