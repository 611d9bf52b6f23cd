import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import { getRequestListener } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono, type Context } from 'hono'
import { WebSocketServer, type WebSocket } from 'ws'
import { ZhizhiError } from '../../contract/errors.ts'
import { commonHeaders, contentSecurityPolicy } from '../page-policy.ts'
import { plotStyleHashes } from '../plot-styles.ts'
import { Access, type Refusal, type RequestFacts } from './access.ts'

export interface WebHost {
  /** The address with the one-time token. */
  readonly url: string
  close(): Promise<void>
}

export interface WebHostOptions {
  /** 0 lets the system choose. */
  readonly port: number
  /** The folder of the built renderer. */
  readonly renderer: string
  /** Serves the contract to one window. */
  accept(socket: WebSocket): void
}

const rpcPath = '/rpc'
const maxMessageBytes = 256 * 1024 * 1024

/** Serves the renderer and the contract on 127.0.0.1; fails with `port_in_use`. */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  const server = createServer()
  const port = await listen(server, options.port)
  const access = new Access(port)
  const app = await pages(access, port, options.renderer)
  const answer = getRequestListener(app.fetch)
  server.on('request', (request, response) => {
    void answer(request, response)
  })
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxMessageBytes })
  server.on('upgrade', (request, socket, head) => {
    const refusal = request.url === rpcPath ? access.refuse(facts(request)) : 'method'
    if (refusal) refuseUpgrade(socket)
    else sockets.handleUpgrade(request, socket, head, (peer) => options.accept(peer))
  })
  return {
    url: `http://127.0.0.1:${port}/?token=${access.token ?? ''}`,
    close: () => close(server, sockets),
  }
}

async function pages(access: Access, port: number, renderer: string): Promise<Hono> {
  const page = await readFile(join(renderer, 'index.html'), 'utf8')
  const app = new Hono()
  app.use(async (context, next) => {
    for (const [name, value] of Object.entries(commonHeaders)) context.header(name, value)
    const request = factsOf(context)
    const token = context.req.path === '/' ? context.req.query('token') : undefined
    if (token !== undefined && access.refuseAnyone(request) === undefined) {
      const cookie = access.exchange(token)
      if (cookie) {
        context.header('Set-Cookie', cookie)
        return context.redirect('/', 303)
      }
    }
    const refusal = access.refuse(request)
    if (refusal) return context.text(sentences[refusal], refusal === 'session' ? 401 : 403)
    return next()
  })
  app.get('/', (context) => {
    const nonce = randomBytes(16).toString('base64')
    const connect = `ws://127.0.0.1:${port} ws://localhost:${port}`
    context.header(
      'Content-Security-Policy',
      contentSecurityPolicy({ nonce, connect, styleHashes: plotStyleHashes }),
    )
    return context.html(page.replaceAll('__CSP_NONCE__', nonce))
  })
  app.use('/assets/*', serveStatic({ root: renderer, onFound: (_path, context) => keep(context) }))
  app.notFound((context) => context.text('没有这个页面。请从首页进入。', 404))
  return app
}

/** Built assets carry a hash in their names, so they may be kept. */
function keep(context: Context): void {
  context.header('Cache-Control', 'private, max-age=31536000, immutable')
}

const sentences: Readonly<Record<Refusal, string>> = {
  host: '拒绝：地址不是本机的致知。请用启动时给出的地址打开。',
  origin: '拒绝：请求来自别的网页。',
  site: '拒绝：请求来自别的网页。',
  method: '拒绝：这里只回答读取页面的请求。',
  session:
    '这个浏览器还没有打开权限，或启动地址已用过一次。请回到启动致知的窗口，重新启动并打开它给出的新地址。',
}

function facts(request: IncomingMessage): RequestFacts {
  const header = (name: string) => {
    const value = request.headers[name]
    return Array.isArray(value) ? value.join(',') : value
  }
  return {
    method: request.method ?? '',
    path: request.url ?? '',
    host: header('host'),
    origin: header('origin'),
    fetchSite: header('sec-fetch-site'),
    cookie: header('cookie'),
    upgrade: request.headers.upgrade !== undefined,
  }
}

function factsOf(context: Context): RequestFacts {
  return {
    method: context.req.method,
    path: context.req.path,
    host: context.req.header('host'),
    origin: context.req.header('origin'),
    fetchSite: context.req.header('sec-fetch-site'),
    cookie: context.req.header('cookie'),
    upgrade: false,
  }
}

function refuseUpgrade(socket: Duplex): void {
  socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new ZhizhiError('port_in_use', { port }) : error),
    )
    server.listen({ port, host: '127.0.0.1' }, resolve)
  })
  const address = server.address()
  return typeof address === 'object' && address ? address.port : port
}

async function close(server: Server, sockets: WebSocketServer): Promise<void> {
  for (const peer of sockets.clients) peer.terminate()
  sockets.close()
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeAllConnections()
  await closed
}
