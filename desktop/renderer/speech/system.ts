export type System = 'windows' | 'mac' | 'linux' | 'other'

/** Which kind of system the page is on, as far as its browser says; it decides where voices come from. */
export function systemOf(userAgent: string): System {
  if (/android|iphone|ipad/i.test(userAgent)) return 'other'
  if (/windows/i.test(userAgent)) return 'windows'
  if (/mac os/i.test(userAgent)) return 'mac'
  return /linux|x11/i.test(userAgent) ? 'linux' : 'other'
}
