import { untrack } from 'svelte'

const KEY = 'zhizhi.voice-note-read'

function read(): boolean {
  try {
    return localStorage.getItem(KEY) !== null
  } catch {
    return false
  }
}

let asking = $state.raw<readonly object[]>([])
let done = $state(read())

/** The note that there is no voice: in one place of a page, until somebody has read it. */
export const voiceNote = {
  /** Somebody would show it; called off by the returned function. */
  ask(who: object): () => void {
    asking = [...untrack(() => asking), who]
    return () => {
      asking = asking.filter((other) => other !== who)
    }
  },
  isFor(who: object): boolean {
    return !done && asking[0] === who
  },
  /** It has been read on this computer. */
  finish(): void {
    done = true
    try {
      localStorage.setItem(KEY, 'yes')
    } catch {
      // storage is full or forbidden: the next start shows it once more
    }
  },
}
