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
    if (mayOpenOutside(url)) void shell.openExternal(url)
    return { action: 'deny' }
  })
}

/** Text and tables that somebody copies; what is on the clipboard may not be read. */
const granted = 'clipboard-sanitized-write'

/** Denies every request that is not the app's own, and every permission but to copy. */
export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(permission === granted),
  )
  session.setPermissionCheckHandler((_contents, permission) => permission === granted)
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayLoad(details.url) }))
}

function parse(url: string): URL | undefined {
  return URL.canParse(url) ? new URL(url) : undefined
}
