import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { findAppRoot } from '../app-root.ts'
import { serveVerb } from '../cli/serve.ts'
import { chooseHost } from './choose.ts'
import { electronBinary, hostFacts } from './facts.ts'

/** `npm start`: opens Electron or the web host, and says in one line which and why. */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      web: { type: 'boolean', default: false },
      port: { type: 'string' },
      workspace: { type: 'string' },
      'no-open': { type: 'boolean', default: false },
    },
  })
  const root = findAppRoot()
  const choice = await chooseHost(hostFacts(root, values.web ? 'web' : undefined))
  console.log(choice.why)
  if (choice.fetchFirst && !(await fetchElectron(root))) {
    console.log('没有取到 Electron，改开网页版。')
    return serveVerb.run(serveArgs(values))
  }
  if (choice.host === 'web') return serveVerb.run(serveArgs(values))
  return run(electronBinary(root) ?? 'electron', [root, ...workspaceArgs(values.workspace)])
}

function serveArgs(values: { port?: string; workspace?: string; 'no-open'?: boolean }): string[] {
  const port = values.port === undefined ? [] : ['--port', values.port]
  return [...port, ...workspaceArgs(values.workspace), ...(values['no-open'] ? ['--no-open'] : [])]
}

function workspaceArgs(workspace: string | undefined): string[] {
  return workspace === undefined ? [] : ['--workspace', workspace]
}

/** Electron's own installer checks the archive against the package's checksums. */
async function fetchElectron(root: string): Promise<boolean> {
  const code = await run(process.execPath, [join(root, 'node_modules/electron/install.js')])
  return code === 0 && electronBinary(root) !== undefined
}

function run(command: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit' })
    child.once('error', () => resolve(1))
    child.once('exit', (code) => resolve(code ?? 1))
  })
}
