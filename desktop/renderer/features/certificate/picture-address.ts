import { createSubscriber } from 'svelte/reactivity'

/** A picture's bytes as an address for `img`, given back when the page goes or the bytes change. */
export function pictureAddress(bytes: () => Uint8Array<ArrayBuffer> | undefined): {
  readonly current: string | undefined
} {
  let made: { bytes: Uint8Array<ArrayBuffer>; address: string } | undefined
  const release = () => {
    if (made) URL.revokeObjectURL(made.address)
    made = undefined
  }
  const follow = createSubscriber(() => release)
  return {
    get current() {
      follow()
      const wanted = bytes()
      if (wanted === made?.bytes) return made?.address
      release()
      if (!wanted) return undefined
      made = {
        bytes: wanted,
        address: URL.createObjectURL(new Blob([wanted], { type: 'image/png' })),
      }
      return made.address
    },
  }
}
