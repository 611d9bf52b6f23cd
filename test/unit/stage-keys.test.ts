import { describe, expect, it } from 'vitest'
import {
  type KeyPlace,
  type KeyPress,
  type Order,
  orderOf,
  type Side,
  sideOf,
} from '../../desktop/domain/classroom/stage-keys.ts'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  ...{ key, ctrlKey: false, altKey: false, metaKey: false, repeat: false, isComposing: false },
  ...more,
})

describe('what a key asks of the lesson', () => {
  it.each<[string, Order]>([
    ['ArrowRight', 'next'],
    ['PageDown', 'next'],
    [' ', 'next'],
    ['Enter', 'next'],
    ['ArrowLeft', 'back'],
    ['PageUp', 'back'],
    ['Home', 'first'],
    ['End', 'last'],
    ['b', 'black'],
    ['B', 'black'],
    ['.', 'black'],
    ['w', 'white'],
    [',', 'white'],
    ['Escape', 'clear'],
    ['F5', 'show'],
  ])('%s: %s, and nothing in a field', (key, order) => {
    expect(orderOf(press(key), 'elsewhere')).toBe(order)
    expect(orderOf(press(key), 'text')).toBeUndefined()
  })

  it.each<[string, KeyPlace, Order | undefined]>([
    [' ', 'control', undefined],
    ['Enter', 'control', undefined],
    ['PageDown', 'control', 'next'],
    ['b', 'control', 'black'],
    ['a', 'elsewhere', undefined],
    ['ArrowUp', 'elsewhere', undefined],
    ['Tab', 'elsewhere', undefined],
    ['constructor', 'elsewhere', undefined],
  ])('%j on %s', (key, place, order) => {
    expect(orderOf(press(key), place)).toBe(order)
  })

  it.each<Partial<KeyPress>>([
    { ctrlKey: true },
    { altKey: true },
    { metaKey: true },
    { repeat: true },
    { isComposing: true },
  ])('a key of the system, held, or of an input method is left alone: %j', (more) => {
    expect(orderOf(press('PageDown', more), 'elsewhere')).toBeUndefined()
    expect(sideOf(press('PageDown', more), 'elsewhere')).toBeUndefined()
  })
})

it.each<[string, Side | undefined]>([
  ['ArrowLeft', 'left'],
  ['PageUp', 'left'],
  ['1', 'left'],
  ['ArrowRight', 'right'],
  ['PageDown', 'right'],
  ['2', 'right'],
  ['Enter', undefined],
  ['3', undefined],
])('of two buttons %s presses %s', (key, side) => {
  expect(sideOf(press(key), 'control')).toBe(side)
  expect(sideOf(press(key), 'text')).toBeUndefined()
})
