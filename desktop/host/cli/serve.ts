import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { appTable } from '../../contract/procedures.ts'
import { serve } from '../../contract/wire/server.ts'
import { webSocketPort } from '../../contract/wire/web-socket.ts'
import { findAppRoot } from '../app-root.ts'
import { compose } from '../compose.ts'
import { forkSpawner } from '../spawn-fork.ts'
import { logInternal } from '../log.ts'
import { hasDisplay } from '../start/facts.ts'
import { startWebHost } from '../web/server.ts'
import { defaultWorkspace } from '../workspace-folder.ts'
import { note, print, printJson } from './output.ts'
import { parse, wholeNumber, type Verb } from './verb.ts'

const usage = 'serve [--port N] [--workspace DIR] [--no-open] [--json]'

/** The web host; runs until it is told to stop. */
export const serveVerb: Verb = {
  usage,
  async run(args) {
    const { values } = parse(args, usage, {
      port: { type: 'string', default: '0' },
      workspace: { type: 'string' },
      'no-open': { type: 'boolean' },
      json: { type: 'boolean' },
    })
    const root = findAppRoot()
    const app = await compose({
      root,
      host: 'web',
      workspace: values.workspace ?? defaultWorkspace(),
      spawn: forkSpawner(),
    })
    const web = await startWebHost({
      port: wholeNumber(values.port, 'port'),
      renderer: join(root, 'dist/renderer'),
      accept: (socket) =>
        serve(webSocketPort(socket), appTable, app.handlers, undefined, {
          onInternal: logInternal,
        }),
    }).catch(async (error: unknown) => {
      await app.close()
      throw error
    })
    if (values.json) printJson({ url: web.url })
    else print(`致知已打开：${web.url}`)
    if (!values['no-open'] && !values.json) openBrowser(web.url)
    await stopSignal()
    await web.close()
    await app.close()
    return 0
  },
}

/** Opens the default browser where there is a display; else the address has been printed. */
function openBrowser(url: string): void {
  const { platform, env } = process
  if (!hasDisplay(platform, env)) return
  const [command, ...args] =
    platform === 'win32'
      ? ['cmd', '/c', 'start', '""', url]
      : [platform === 'darwin' ? 'open' : 'xdg-open', url]
  const child = spawn(command, args, { stdio: 'ignore', detached: true })
  child.once('error', () => note('没有找到浏览器，请把上面的地址复制到浏览器里打开。'))
  child.unref()
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
}
