import { expect, it } from 'vitest'
import { fullName, namesakes } from '../../desktop/renderer/features/people/apart.ts'
import { arrivalsProjection } from '../../desktop/services/people.ts'

const at = '2026-11-23T04:00:00.000Z'
const person = (id: string, name: string, picture: string, since: string | null = at) => {
  return { id, name, picture, since }
}
const list = [
  person('1', '王芳', 'mountain'),
  person('2', '王芳', 'plum', null),
  person('3', '周敏', 'sun'),
]

it('a person is told from a namesake by picture and day', () => {
  expect(list.map((one) => fullName(list, one))).toEqual([
    '王芳（头像“山”，2026年11月23日加入）',
    '王芳（头像“梅花”）',
    '周敏',
  ])
  expect(namesakes(list, { id: '', name: ' 王芳 ' })).toHaveLength(2)
})

it('the day of the beginning is that of the event, once for each', () => {
  const event = { seq: 1, at, type: 'person.added', by: 'p-1', data: {} }
  const after = arrivalsProjection.reduce(arrivalsProjection.initial, event)
  expect(after).toEqual({ 'p-1': at })
  expect(arrivalsProjection.reduce(after, { ...event, type: 'person.forgotten' })).toBe(after)
})
