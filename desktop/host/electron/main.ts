import { join } from 'node:path'
import { parseArgs } from 'node:util'
import {
  app,
  BrowserWindow,
  dialog,
  MessageChannelMain,
  protocol,
  session,
  shell,
  utilityProcess,
} from 'electron'
import * as z from 'zod'
import { errorText } from '../../contract/error-text.ts'
import { toWireError } from '../../contract/errors.ts'
import { appTable } from '../../contract/procedures.ts'
import { messagePort } from '../../contract/wire/message-port.ts'
import { serve } from '../../contract/wire/server.ts'
import { findAppRoot } from '../app-root.ts'
import { compose, type App } from '../compose.ts'
import { logInternal } from '../log.ts'
import { utilitySpawner } from './spawn-utility.ts'
import { defaultWorkspace } from '../workspace-folder.ts'
import { windowPdfPrinter } from './print-pdf.ts'
import { appScheme, servePages } from './pages.ts'
import { appOrigin, lockPages, lockSession, windowPreferences } from './security.ts'

z.config({ jitless: true })

const root = findAppRoot()
const preload = join(root, 'dist/preload/preload.cjs')

// Before the app is ready, as Electron asks; a second start only brings the first one's window up.
protocol.registerSchemesAsPrivileged([appScheme])
app.enableSandbox()
// on Linux the system's voices are behind it
app.commandLine.appendSwitch('enable-speech-dispatcher')
lockPages(app, shell, preload)
if (app.requestSingleInstanceLock()) void start()
else app.quit()

async function start(): Promise<void> {
  await app.whenReady()
  lockSession(session.defaultSession)
  protocol.handle('app', servePages(join(root, 'dist/renderer')))
  const zhizhi = await composeOrQuit()
  if (!zhizhi) return
  openWindow(zhizhi)
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow(zhizhi)
  })
  app.on('second-instance', () => BrowserWindow.getAllWindows()[0]?.focus())
  app.on('window-all-closed', () => {
    void zhizhi.close().finally(() => app.quit())
  })
}

async function composeOrQuit(): Promise<App | undefined> {
  try {
    const spawn = utilitySpawner(utilityProcess)
    const printer = windowPdfPrinter(BrowserWindow)
    return await compose({ root, host: 'electron', workspace: chosenWorkspace(), spawn, printer })
  } catch (error) {
    const { what, next } = errorText(toWireError(error), 'zh')
    dialog.showErrorBox('致知没有打开', `${what}\n${next}`)
    app.exit(1)
    return undefined
  }
}

/** A sandboxed window with the app in it. */
function openWindow(zhizhi: App): void {
  const window = new BrowserWindow({
    width: 1366,
    height: 860,
    minWidth: 390,
    minHeight: 600,
    title: '致知',
    backgroundColor: '#FBF9F4',
    show: false,
    webPreferences: windowPreferences(preload),
  })
  window.once('ready-to-show', () => window.show())
  handPorts(window, zhizhi)
  // the projector's window, the only one that a page may open
  window.webContents.on('did-create-window', (projector) => handPorts(projector, zhizhi))
  void window.loadURL(`${appOrigin}/`)
}

/** A port to the contract for the page in a window, each time it has loaded. */
function handPorts(window: Pick<BrowserWindow, 'removeMenu' | 'webContents'>, zhizhi: App): void {
  window.removeMenu()
  window.webContents.on('did-finish-load', () => {
    const { port1, port2 } = new MessageChannelMain()
    serve(messagePort(port1), appTable, zhizhi.handlers, undefined, {
      onInternal: logInternal,
    })
    window.webContents.postMessage('zhizhi:port', null, [port2])
  })
}

function chosenWorkspace(): string {
  const { values } = parseArgs({
    args: process.argv.slice(1),
    options: { workspace: { type: 'string' } },
    strict: false,
    allowPositionals: true,
  })
  return typeof values.workspace === 'string' ? values.workspace : defaultWorkspace()
}
