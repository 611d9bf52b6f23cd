import { ZhizhiError } from '../../contract/errors.ts'
import { messagePort } from '../../contract/wire/message-port.ts'
import type { Port } from '../../contract/wire/port.ts'
import { webSocketPort } from '../../contract/wire/web-socket.ts'

/** The message with which Electron's preload hands the page its port. */
export const PORT_MESSAGE = 'zhizhi:port'

/** In Electron the page comes from `app://`; everywhere else from the web host. */
export function inElectron(): boolean {
  return location.protocol === 'app:'
}

function socketAddress(): string {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/rpc`
}

/** Resolves once the socket is open; rejects with `disconnected` where the host does not answer. */
function openSocket(): Promise<Port> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(socketAddress())
    const port = webSocketPort(socket)
    socket.addEventListener('open', () => resolve(port))
    port.onClose(() => reject(new ZhizhiError('disconnected')))
  })
}

/** Only the page's own window may hand over a port, and only once. */
function awaitHandover(): Promise<Port> {
  return new Promise((resolve) => {
    const receive = (event: MessageEvent<unknown>) => {
      const [port] = event.ports
      if (event.source !== window || event.origin !== location.origin) return
      if (event.data !== PORT_MESSAGE || !port) return
      window.removeEventListener('message', receive)
      resolve(messagePort(port))
    }
    window.addEventListener('message', receive)
  })
}

/** A port to this page's host. */
export function openPort(): Promise<Port> {
  return inElectron() ? awaitHandover() : openSocket()
}
