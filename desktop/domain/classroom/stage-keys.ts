/** The keys that lead a lesson: those of the keyboard, and those that presenter remotes send. */

export interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
  /** Held down: nobody turns twenty pages by leaning on a key. */
  readonly repeat: boolean
  readonly isComposing: boolean
}

/** Where the focus is: in a field one writes in, on something that a key presses, or elsewhere. */
export type KeyPlace = 'text' | 'control' | 'elsewhere'

export type Order = 'next' | 'back' | 'first' | 'last' | 'black' | 'white' | 'clear' | 'show'

const orders: ReadonlyMap<string, Order> = new Map<string, Order>([
  ['ArrowRight', 'next'],
  ['PageDown', 'next'],
  ['ArrowLeft', 'back'],
  ['PageUp', 'back'],
  ['Home', 'first'],
  ['End', 'last'],
  ['b', 'black'],
  ['B', 'black'],
  ['.', 'black'],
  ['w', 'white'],
  ['W', 'white'],
  [',', 'white'],
  ['Escape', 'clear'],
  ['F5', 'show'],
])

/** What a key asks of the lesson; `undefined`: it is not ours to take. */
export function orderOf(press: KeyPress, place: KeyPlace): Order | undefined {
  if (place === 'text' || isOthers(press)) return undefined
  // on a button they press that button
  if (press.key === ' ' || press.key === 'Enter') return place === 'control' ? undefined : 'next'
  return orders.get(press.key)
}

export type Side = 'left' | 'right'

const sides: ReadonlyMap<string, Side> = new Map<string, Side>([
  ['ArrowLeft', 'left'],
  ['PageUp', 'left'],
  ['1', 'left'],
  ['ArrowRight', 'right'],
  ['PageDown', 'right'],
  ['2', 'right'],
])

/** Which of two buttons a key presses; Space and Enter press whichever has the focus. */
export function sideOf(press: KeyPress, place: KeyPlace): Side | undefined {
  return place === 'text' || isOthers(press) ? undefined : sides.get(press.key)
}

const isOthers = ({ ctrlKey, altKey, metaKey, repeat, isComposing }: KeyPress): boolean =>
  ctrlKey || altKey || metaKey || repeat || isComposing
