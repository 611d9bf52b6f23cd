import { createSubscriber } from 'svelte/reactivity'

const everySecond = createSubscriber((update) => {
  const timer = setInterval(update, 1000)
  return () => clearInterval(timer)
})

/** The time, in milliseconds; what reads it is drawn anew every second. */
export function presentTime(): number {
  everySecond()
  return Date.now()
}
