import type { Attachment } from 'svelte/attachments'
import { on } from 'svelte/events'
import type { Gesture } from '../../../../../domain/simulation/controls.ts'

/** So long a finger rests before a press is a long one, in milliseconds. */
const longPress = 600
/** So far a finger moves before it is a swipe, in CSS pixels. */
const swipe = 48

export type Direction = 'up' | 'down' | 'left' | 'right'

interface Wanted {
  readonly hold: boolean
  readonly slide: Direction | undefined
}

/**
 * Tells how a button was touched. The keyboard and the screen reader cannot hold or swipe: what
 * they press is done as the button wants it.
 */
export function touched(wanted: Wanted, tell: (gesture: Gesture) => void): Attachment<HTMLElement> {
  const own: Gesture = wanted.slide ? 'slide' : wanted.hold ? 'hold' : 'tap'
  return (node) => {
    let done = false
    const once = (gesture: Gesture) => {
      if (!done) tell(gesture)
      done = gesture !== 'tap'
    }
    const offs = [
      ...(wanted.hold ? [onHold(node, () => once('hold'))] : []),
      ...(wanted.slide ? [onSlide(node, wanted.slide, () => once('slide'))] : []),
      on(node, 'pointerdown', () => {
        done = false
      }),
      on(node, 'click', (event) => {
        if (event.detail === 0) tell(own)
        else once('tap')
      }),
    ]
    return () => {
      for (const off of offs) off()
    }
  }
}

function onHold(node: HTMLElement, held: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = () => {
    clearTimeout(timer)
    delete node.dataset['holding']
  }
  const offs = [
    on(node, 'pointerdown', () => {
      node.dataset['holding'] = ''
      timer = setTimeout(() => {
        stop()
        held()
      }, longPress)
    }),
    on(node, 'pointerup', stop),
    on(node, 'pointercancel', stop),
    on(node, 'pointerleave', stop),
    // a finger that rests would open the system's own menu
    on(node, 'contextmenu', (event) => event.preventDefault()),
  ]
  return () => {
    stop()
    for (const off of offs) off()
  }
}

function onSlide(node: HTMLElement, direction: Direction, slid: () => void): () => void {
  let from: PointerEvent | undefined
  const offs = [
    on(node, 'pointerdown', (event) => {
      from = event
      node.setPointerCapture(event.pointerId)
    }),
    on(node, 'pointermove', (event) => {
      if (!from || along(direction, from, event) < swipe) return
      from = undefined
      slid()
    }),
    on(node, 'pointerup', () => (from = undefined)),
    on(node, 'pointercancel', () => (from = undefined)),
  ]
  return () => {
    for (const off of offs) off()
  }
}

/** How far the pointer went in the direction, in CSS pixels. */
function along(direction: Direction, from: PointerEvent, to: PointerEvent): number {
  switch (direction) {
    case 'up':
      return from.clientY - to.clientY
    case 'down':
      return to.clientY - from.clientY
    case 'left':
      return from.clientX - to.clientX
    case 'right':
      return to.clientX - from.clientX
  }
}
