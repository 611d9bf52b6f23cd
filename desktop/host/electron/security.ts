import type { App, Session, Shell, WebContents, WebPreferences } from 'electron'

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

/** How every window of ours is made: nothing of Node's or Electron's but what the preload hands over. */
export const windowPreferences = (preload: string) =>
  ({
    preload,
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    spellcheck: false,
  }) as const satisfies WebPreferences

/** Locks navigation, new windows and webviews of every page that is ever made. */
export function lockPages(app: App, shell: Shell, preload: string): void {
  app.on('web-contents-created', (_event, contents) => lockPage(contents, shell, preload))
}

function lockPage(contents: WebContents, shell: Shell, preload: string): void {
  const stay = (event: { preventDefault(): void; url: string }) => {
    if (!isOwnPage(event.url)) event.preventDefault()
  }
  contents.on('will-navigate', stay)
  contents.on('will-redirect', stay)
  contents.on('will-frame-navigate', stay)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    if (isOwnPage(contents.getURL()) && isProjector(url)) {
      // said in full: not everything is inherited, and nothing may come from what the page asks for
      const webPreferences = windowPreferences(preload)
      return { action: 'allow', overrideBrowserWindowOptions: { title: '致知', webPreferences } }
    }
    if (mayOpenOutside(url)) void shell.openExternal(url)
    return { action: 'deny' }
  })
}

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
