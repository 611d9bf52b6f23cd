import { EventEmitter } from 'node:events'
import type { App, Session, Shell } from 'electron'
import { expect, test, vi } from 'vitest'
import {
  isOwnPage,
  isProjector,
  lockPages,
  lockSession,
  mayLoad,
  mayOpenOutside,
} from '../../desktop/host/electron/security.ts'

test.each([
  ['app://zhizhi/', true],
  ['app://zhizhi/assets/a.js', true],
  ['app://zhizhi.evil.example/', false],
  ['app://other/', false],
  ['https://zhizhi/', false],
  ['file:///etc/passwd', false],
  ['javascript:alert(1)', false],
  ['not an address', false],
])('own page: %s → %s', (url, own) => {
  expect(isOwnPage(url)).toBe(own)
})

test.each([
  ['https://www.stats.gov.cn/sj/', true],
  ['http://www.stats.gov.cn/', false],
  ['https://www.stats.gov.cn.evil.example/', false],
  ['https://user@evil.example/www.stats.gov.cn', false],
  ['file:///bin/sh', false],
  ['ms-settings:', false],
])('opened outside: %s → %s', (url, opens) => {
  expect(mayOpenOutside(url)).toBe(opens)
})

test.each([
  ['app://zhizhi/index.html', true],
  ['data:image/png;base64,AA', true],
  ['blob:app://zhizhi/1', true],
  ['https://example.org/', false],
  ['http://127.0.0.1/', false],
  ['ws://127.0.0.1/', false],
  ['file:///etc/passwd', false],
])('loaded: %s → %s', (url, loads) => {
  expect(mayLoad(url)).toBe(loads)
})

test.each([
  ['app://zhizhi/#/projector/b4-payment/01-look', true],
  ['app://zhizhi/#/projector/b4-payment', false],
  ['app://zhizhi/#/projector/b4-payment/01-look/more', false],
  ['app://zhizhi/#/projector/b4-payment/01-look?x=1', false],
  ['app://zhizhi/?x#/projector/b4-payment/01-look', false],
  ['app://zhizhi/assets/a.js#/projector/b4-payment/01-look', false],
  ['app://zhizhi/#/settings', false],
  ['app://zhizhi/', false],
  ['app://zhizhi.evil.example/#/projector/b4-payment/01-look', false],
  ['https://evil.example/#/projector/b4-payment/01-look', false],
  ['data:text/html,#/projector/a/b', false],
  ['javascript:alert(1)#/projector/a/b', false],
  ['about:blank', false],
])('a second window: %s → %s', (url, opens) => {
  expect(isProjector(url)).toBe(opens)
  const { contents } = lockedPage()
  expect(contents.openHandler?.({ url }).action).toBe(opens ? 'allow' : 'deny')
})

test('the second window is as locked as the first; a page that is not ours opens none', () => {
  const url = 'app://zhizhi/#/projector/a/b'
  const { contents } = lockedPage()
  expect(contents.openHandler?.({ url })).toMatchObject({
    overrideBrowserWindowOptions: {
      webPreferences: {
        preload: '/preload.cjs',
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
      },
    },
  })
  contents.url = 'https://evil.example/'
  expect(contents.openHandler?.({ url })).toEqual({ action: 'deny' })
})

/** The parts of a web contents that a page lock touches. */
class Contents extends EventEmitter {
  url = 'app://zhizhi/#/stage/a/b'
  getURL = () => this.url
  openHandler: ((details: { url: string }) => { action: string }) | undefined
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }) {
    this.openHandler = handler
  }
}

function lockedPage() {
  const app = new EventEmitter()
  const openExternal = vi.fn(() => Promise.resolve())
  lockPages(app as unknown as App, { openExternal } as unknown as Shell, '/preload.cjs')
  const contents = new Contents()
  app.emit('web-contents-created', {}, contents)
  return { contents, openExternal }
}

test.each(['will-navigate', 'will-redirect', 'will-frame-navigate'])('%s stays at home', (name) => {
  const { contents } = lockedPage()
  const go = (url: string) => {
    const event = { url, preventDefault: vi.fn() }
    contents.emit(name, event)
    return event.preventDefault.mock.calls.length === 0
  }
  expect(go('https://evil.example/')).toBe(false)
  expect(go('app://zhizhi/#/learn')).toBe(true)
})

test('no webview, no new window; a listed https page opens in the system browser', () => {
  const { contents, openExternal } = lockedPage()
  const webview = { preventDefault: vi.fn() }
  contents.emit('will-attach-webview', webview)
  expect(webview.preventDefault).toHaveBeenCalled()
  expect(contents.openHandler?.({ url: 'https://evil.example/' })).toEqual({ action: 'deny' })
  expect(openExternal).not.toHaveBeenCalled()
  expect(contents.openHandler?.({ url: 'https://www.12377.cn/' })).toEqual({ action: 'deny' })
  expect(openExternal).toHaveBeenCalledWith('https://www.12377.cn/')
})

test('every permission but to copy and to fill screens, and every foreign request, is denied', () => {
  const answers: unknown[] = []
  const asked = [
    'media',
    'clipboard-read',
    'clipboard-sanitized-write',
    'fullscreen',
    'display-capture',
    'window-management',
  ]
  const session = {
    setPermissionRequestHandler: (
      handler: (c: unknown, p: string, answer: (yes: boolean) => void) => void,
    ) => asked.forEach((permission) => handler({}, permission, (yes) => answers.push(yes))),
    setPermissionCheckHandler: (handler: (c: unknown, p: string) => boolean) =>
      asked.forEach((permission) => answers.push(handler({}, permission))),
    setDevicePermissionHandler: (handler: () => boolean) => answers.push(handler()),
    webRequest: {
      onBeforeRequest: (listener: (d: { url: string }, answer: (r: unknown) => void) => void) =>
        ['https://example.org/', 'app://zhizhi/'].forEach((url) =>
          listener({ url }, (answer) => answers.push(answer)),
        ),
    },
  }
  lockSession(session as unknown as Session)
  expect(answers).toEqual([
    ...[false, false, true, true, false, true],
    ...[false, false, true, true, false, true],
    false,
    ...[{ cancel: true }, { cancel: false }],
  ])
})
