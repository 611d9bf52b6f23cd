/** How far from the view something is made, so that it is there when it comes into sight. */
const margin = '1200px'

/** Calls once the element comes near what is seen; the function returned stops the watch. */
export function whenNear(node: Element, call: () => void): () => void {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return
      observer.disconnect()
      call()
    },
    { rootMargin: margin },
  )
  observer.observe(node)
  return () => observer.disconnect()
}
