/** Opening the projector's window, on the other screen where the browser tells of one. */

/** Of the Window Management API what is used here; browsers without it have none of it. */
interface WideScreen extends Screen {
  readonly isExtended?: boolean
}
interface ManyScreens {
  getScreenDetails?: () => Promise<{
    readonly screens: readonly (Screen & {
      readonly availLeft: number
      readonly availTop: number
    })[]
    readonly currentScreen: Screen
  }>
}

export type Opened = 'placed' | 'opened' | 'blocked'

/** True where the browser says that there is another screen; false also where it does not tell. */
export const hasOtherScreen = (): boolean => (screen as WideScreen).isExtended === true

/** Calls back whenever screens come or go; for an effect. */
export function watchScreens(changed: () => void): () => void {
  // only browsers with the Window Management API make the screen tell of itself
  if (!('addEventListener' in screen)) return () => undefined
  const told = screen as unknown as EventTarget
  told.addEventListener('change', changed)
  return () => told.removeEventListener('change', changed)
}

/** Opens the projector at an address of the app, or brings it to the front. */
export async function openProjector(hash: string): Promise<Opened> {
  const place = await otherScreen()
  const size = place ?? { left: 40, top: 40, width: 1024, height: 768 }
  const features = Object.entries(size).map(([name, value]) => `${name}=${value}`)
  const opened = window.open(
    `${location.pathname}${hash}`,
    'zhizhi-projector',
    ['popup', ...features].join(','),
  )
  if (!opened) return 'blocked'
  opened.focus()
  return place ? 'placed' : 'opened'
}

/** The rectangle of a screen that this window is not on; nothing where it may not be known. */
async function otherScreen() {
  const { getScreenDetails } = window as unknown as ManyScreens
  if (!hasOtherScreen() || !getScreenDetails) return undefined
  try {
    const { screens, currentScreen } = await getScreenDetails.call(window)
    const other = screens.find((each) => each !== currentScreen)
    return (
      other && {
        left: other.availLeft,
        top: other.availTop,
        width: other.availWidth,
        height: other.availHeight,
      }
    )
  } catch {
    return undefined // not allowed: it is dragged over by hand
  }
}
