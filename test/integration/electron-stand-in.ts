import { fork } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { MessageChannel, type MessagePort } from 'node:worker_threads'

/** What the shell asked of Electron, for the tests to look at. */
export const asked = {
  schemes: [] as unknown[],
  protocols: new Map<string, (request: Request) => Promise<Response>>(),
  sandboxed: false,
  switches: [] as string[],
  permissions: [] as boolean[],
  windows: [] as { options: Record<string, unknown>; url: string }[],
  ports: [] as MessagePort[],
  errors: [] as string[],
}

export const app = Object.assign(new EventEmitter(), {
  enableSandbox: () => void (asked.sandboxed = true),
  commandLine: { appendSwitch: (name: string) => void asked.switches.push(name) },
  requestSingleInstanceLock: () => true,
  whenReady: () => Promise.resolve(),
  quit: () => undefined,
  exit: () => undefined,
})

export const shell = { openExternal: () => Promise.resolve() }
export const dialog = {
  showErrorBox: (title: string, text: string) => void asked.errors.push(`${title}\n${text}`),
}

export const protocol = {
  registerSchemesAsPrivileged: (schemes: unknown[]) => void asked.schemes.push(...schemes),
  handle: (scheme: string, handler: (request: Request) => Promise<Response>) =>
    void asked.protocols.set(scheme, handler),
}

export const session = {
  defaultSession: {
    setPermissionRequestHandler: (
      handler: (c: unknown, p: string, a: (yes: boolean) => void) => void,
    ) => handler({}, 'media', (yes) => asked.permissions.push(yes)),
    setPermissionCheckHandler: (handler: (c: unknown, p: string) => boolean) =>
      asked.permissions.push(handler({}, 'media')),
    setDevicePermissionHandler: (handler: () => boolean) => asked.permissions.push(handler()),
    webRequest: { onBeforeRequest: () => undefined },
  },
}

class WebContents extends EventEmitter {
  setWindowOpenHandler(): void {
    // the locks themselves are tested apart
  }
  postMessage(channel: string, _message: unknown, ports: MessagePort[]): void {
    if (channel === 'zhizhi:port') asked.ports.push(...ports)
  }
}

export class BrowserWindow extends EventEmitter {
  static getAllWindows = (): BrowserWindow[] => []
  static readonly made: BrowserWindow[] = []
  readonly webContents = new WebContents()
  readonly #options: Record<string, unknown>

  constructor(options: Record<string, unknown>) {
    super()
    this.#options = options
    BrowserWindow.made.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }

  removeMenu(): void {
    // there is none
  }

  show(): void {
    // nothing is drawn
  }

  loadURL(url: string): Promise<void> {
    asked.windows.push({ options: this.#options, url })
    this.emit('ready-to-show')
    this.webContents.emit('did-finish-load')
    return Promise.resolve()
  }
}

export const MessageChannelMain = MessageChannel

/** A utility process is a child process with other names for the same things. */
export const utilityProcess = {
  fork(path: string, args: string[]) {
    const child = fork(path, args, { serialization: 'advanced', execArgv: [] })
    const postMessage = (message: unknown) => void child.send(message as never)
    return Object.assign(child, { postMessage })
  },
}
