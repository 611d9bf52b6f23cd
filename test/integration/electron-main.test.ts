import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { appTable, type AppTable } from '../../desktop/contract/procedures.ts'
import { connect } from '../../desktop/contract/wire/client.ts'
import { messagePort } from '../../desktop/contract/wire/message-port.ts'
import type { Client } from '../../desktop/contract/wire/procedure.ts'
import { app, asked, BrowserWindow } from './electron-stand-in.ts'

vi.mock('electron', () => import('./electron-stand-in.ts'))

let workspace: string
let client: Client<AppTable>

beforeAll(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'zhizhi-electron-'))
  process.argv.push('--workspace', workspace)
  await import('../../desktop/host/electron/main.ts')
  await vi.waitFor(() => expect(asked.ports).toHaveLength(1), { timeout: 30_000 })
  client = connect(messagePort(asked.ports[0]!), appTable)
})

afterAll(async () => {
  const quit = new Promise((resolve) => {
    app.quit = () => {
      resolve(undefined)
      return undefined
    }
  })
  app.emit('window-all-closed')
  await quit
  await rm(workspace, { recursive: true, force: true })
})

test('the window is sandboxed, isolated and shows our own page', () => {
  expect(asked.errors).toEqual([])
  expect(asked.sandboxed).toBe(true)
  const [window] = asked.windows
  expect(window?.url).toBe('app://zhizhi/')
  expect(window?.options['webPreferences']).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  })
})

test('the scheme is registered and serves the renderer; permissions are denied', async () => {
  expect(asked.schemes).toMatchObject([{ scheme: 'app', privileges: { corsEnabled: true } }])
  const page = await asked.protocols.get('app')?.(new Request('app://zhizhi/'))
  expect(await page?.text()).toContain('<html')
  expect(asked.permissions).toEqual([false, false, false])
})

test('the port that the window was handed speaks the contract', async () => {
  expect(await client.call('app.info', {})).toMatchObject({ host: 'electron', problems: [] })
  const datasets = await client.call('catalogue.list', {})
  expect(datasets.map(({ id }) => id)).toContain('census-2020')
})

test('the projector’s window is handed a port of its own, each time it loads', async () => {
  const before = asked.ports.length
  const projector = new BrowserWindow({})
  BrowserWindow.made[0]?.webContents.emit('did-create-window', projector)
  projector.webContents.emit('did-finish-load')
  projector.webContents.emit('did-finish-load')
  expect(asked.ports).toHaveLength(before + 2)
  const second = connect(messagePort(asked.ports.at(-1)!), appTable)
  expect(await second.call('app.info', {})).toMatchObject({ host: 'electron' })
})
