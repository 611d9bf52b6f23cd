import { watch } from 'node:fs'

/** Programs write a file in several steps; it is looked at when they have come to rest, in ms. */
const REST_MS = 150

/**
 * Calls `changed` with the name of each file in the folder that another program may have written or
 * removed (with its path in the folder where that is `recursive`), until the returned function is called. Where the system cannot watch a folder (a network
 * drive, no watches left) nothing is told; who shows a file looks at it again by himself.
 */
export function watchFolder(
  folder: string,
  changed: (name: string) => void,
  { recursive = false } = {},
): () => void {
  const timers = new Map<string, NodeJS.Timeout>()
  const soon = (name: string) => {
    clearTimeout(timers.get(name))
    const tell = () => {
      timers.delete(name)
      changed(name)
    }
    timers.set(name, setTimeout(tell, REST_MS).unref())
  }
  try {
    const watcher = watch(folder, { persistent: false, recursive }, (_kind, name) => {
      if (name !== null) soon(name)
    })
    watcher.on('error', () => watcher.close())
    return () => {
      watcher.close()
      for (const timer of timers.values()) clearTimeout(timer)
    }
  } catch {
    return () => undefined
  }
}
