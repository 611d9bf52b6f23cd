import type { App, Session, Shell, WebContents } from 'electron'

export const appOrigin = 'app://zhizhi'

/** Pages outside the app that a link may open, in the system's browser. */
const outside: readonly string[] = ['https://www.12377.cn', 'https://www.stats.gov.cn']

/** True for the app's own pages; compared by parsed origin, never by prefix. */
export function isOwnPage(url: string): boolean {
  const parsed = parse(url)
  return parsed?.protocol === 'app:' && parsed.host === 'zhizhi'
}

export function mayOpenOutside(url: string): boolean {
  const parsed = parse(url)
  return parsed?.protocol === 'https:' && outside.includes(parsed.origin)
}

/** The one window that a page may open beside it: what the class sees of a lesson. */
export function isProjector(url: string): boolean {
  const parsed = parse(url)
  return (
    isOwnPage(url) &&
    parsed?.pathname === '/' &&
    parsed.search === '' &&
    /^#\/projector\/[^/?#]+\/[^/?#]+$/.test(parsed.hash)
  )
}

/** What a page may load: its own files and what it made itself. Nothing leaves the machine. */
export function mayLoad(url: string): boolean {
  const protocol = parse(url)?.protocol
  return isOwnPage(url) || protocol === 'blob:' || protocol === 'data:' || protocol === 'devtools:'
}

/** Locks navigation, new windows and webviews of every page that is ever made. */
export function lockPages(app: App, shell: Shell): void {
  app.on('web-contents-created', (_event, contents) => lockPage(contents, shell))
}

function lockPage(contents: WebContents, shell: Shell): void {
  const stay = (event: { preventDefault(): void; url: string }) => {
    if (!isOwnPage(event.url)) event.preventDefault()
  }
  contents.on('will-navigate', stay)
  contents.on('will-redirect', stay)
  contents.on('will-frame-navigate', stay)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    if (isOwnPage(contents.getURL()) && isProjector(url)) {
      return { action: 'allow', overrideBrowserWindowOptions: { ...projectorWindow } }
    }
    if (mayOpenOutside(url)) void shell.openExternal(url)
    return { action: 'deny' }
  })
}

/** Whatever the page asks for, the projector's window is as locked as the first. */
const projectorWindow = {
  title: '致知',
  minWidth: 390,
  minHeight: 300,
  autoHideMenuBar: true,
} as const

/**
 * Text and tables that somebody copies (what is on the clipboard may not be read), and for the
 * projector a whole screen, and where the second one is.
 */
const granted: readonly string[] = ['clipboard-sanitized-write', 'fullscreen', 'window-management']

/** Denies every request that is not the app's own, and every permission but these. */
export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(granted.includes(permission)),
  )
  session.setPermissionCheckHandler((_contents, permission) => granted.includes(permission))
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayLoad(details.url) }))
}

function parse(url: string): URL | undefined {
  return URL.canParse(url) ? new URL(url) : undefined
}
