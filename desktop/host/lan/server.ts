import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { phoneMessageLimit } from '../../contract/lan-wire.ts'
import { answer } from './answers.ts'
import { headLimit, type LanLimits } from './limits.ts'
import { type Place, upgradeRefusalOf } from './manners.ts'
import type { PageFiles } from './page-files.ts'
import { PhoneSocket, type Take } from './phone-socket.ts'

interface Parts {
  readonly network: { readonly card: string; readonly address: string; readonly netmask: string }
  readonly files: PageFiles
  readonly limits: LanLimits
  readonly take: Take
}

/** The class's server on one address: the page, its files, and one WebSocket for each phone. */
export class LanServer {
  readonly #parts: Parts
  readonly #sockets = new WebSocketServer({
    ...{ noServer: true, maxPayload: phoneMessageLimit, perMessageDeflate: false },
    clientTracking: false,
  })
  readonly #phones = new Set<PhoneSocket>()
  readonly #connections = new Map<string, number>()
  #server: Server | undefined
  #pinging: NodeJS.Timeout | undefined
  #port = 0

  constructor(parts: Parts) {
    this.#parts = parts
  }

  get network(): Parts['network'] {
    return this.#parts.network
  }

  get place(): Place {
    return { ...this.#parts.network, port: this.#port }
  }

  /** Resolves with the port. */
  async listen(port: number): Promise<number> {
    const { limits, network } = this.#parts
    const server = this.#makeServer()
    this.#server = server
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen({ port, host: network.address, exclusive: true }, resolve)
    })
    const address = server.address()
    this.#port = typeof address === 'object' && address ? address.port : port
    this.#pinging = setInterval(() => this.#ping(), limits.ping)
    return this.#port
  }

  /** Lets nobody in any more, and cuts off who has not gone after a moment. */
  async close(): Promise<void> {
    clearInterval(this.#pinging)
    const server = this.#server
    if (!server?.listening) return
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    server.closeAllConnections()
    const patience = setTimeout(() => {
      for (const phone of this.#phones) phone.cut()
    }, this.#parts.limits.farewell)
    await closed
    clearTimeout(patience)
  }

  #makeServer(): Server {
    const { files, limits } = this.#parts
    const server = createServer({
      ...{ maxHeaderSize: headLimit, headersTimeout: limits.head, requestTimeout: limits.head },
      ...{ keepAliveTimeout: limits.head, connectionsCheckingInterval: limits.head / 2 },
    })
    server.maxConnections = limits.connections
    server.on('connection', (socket) => this.#count(socket))
    server.on('request', (request, response) => {
      answer(request, response, { place: this.place, files, limits }).catch(() =>
        request.socket.destroy(),
      )
    })
    // nobody is told to go on and send a body
    server.on('checkContinue', (_request, response) => response.writeHead(417).end())
    server.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head))
    server.on('clientError', (_error, socket) => refuse(socket, 400))
    return server
  }

  /** Keeps one address from taking every place. */
  #count(socket: Socket): void {
    const remote = socket.remoteAddress ?? ''
    const now = (this.#connections.get(remote) ?? 0) + 1
    this.#connections.set(remote, now)
    socket.once('close', () => {
      const left = (this.#connections.get(remote) ?? 1) - 1
      if (left > 0) this.#connections.set(remote, left)
      else this.#connections.delete(remote)
    })
    if (now > this.#parts.limits.perAddress) socket.destroy()
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => undefined) // it may be gone before it is answered
    const refusal = upgradeRefusalOf(request, this.place)
    if (refusal !== undefined) {
      refuse(socket, refusal)
      return
    }
    this.#sockets.handleUpgrade(request, socket, head, (peer) => {
      const phone = new PhoneSocket(peer, this.#parts.limits)
      this.#phones.add(phone)
      peer.once('close', () => this.#phones.delete(phone))
      phone.serve(request.socket.remoteAddress ?? '', this.#parts.take)
    })
  }

  #ping(): void {
    for (const phone of this.#phones) phone.ping()
  }
}

function refuse(socket: Duplex, status: number): void {
  if (socket.writable)
    socket.end(`HTTP/1.1 ${status} \r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
  else socket.destroy()
}
