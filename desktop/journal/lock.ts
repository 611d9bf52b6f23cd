import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { errnoOf, WorkspaceError, writeFailure } from './errors.ts'
import { sha256 } from './line.ts'

/**
 * The right to write to a workspace: a listening socket, which the system takes back however its
 * process ends, so that a kill leaves no lock behind.
 */
export interface Lock {
  release(): Promise<void>
}

/** Bytes of `sun_path` on Linux, less the leading zero of an abstract name. */
const abstractLength = 107

/** The name to listen on for a workspace. Socket paths are short, so it is a hash of the real path. */
export function lockAddress(realPath: string, platform: NodeJS.Platform): string {
  const name = `zhizhi-${sha256(realPath).slice(0, 40)}`
  if (platform === 'win32') return `\\\\.\\pipe\\${name}`
  // Node 20 pads an abstract name with zeros and later versions do not: only a name that fills the
  // whole field is the same name to both.
  if (platform === 'linux') return `\0${name.padEnd(abstractLength, '-')}`
  return join(tmpdir(), `${name}.sock`)
}

/** Takes the lock, or fails with `workspace_locked` and the holder's process id where it answers. */
export async function takeLock(
  realPath: string,
  address: string = lockAddress(realPath, process.platform),
): Promise<Lock> {
  const nonce = randomUUID()
  let stale = false
  for (let attempt = 0; attempt < 10; attempt++) {
    const server = await listen(address, nonce)
    if (server !== undefined) {
      if (!stale || (await stillOurs(address, nonce))) return lockOf(server)
      // Closing ours would remove the file, which is the other's by now; it goes with the process.
    }
    const holder = await ask(address)
    if (holder !== 'gone') throw new WorkspaceError('workspace_locked', lockedBy(realPath, holder))
    stale = isFile(address)
    // The holder died a moment ago; a socket file outlives it, an abstract name or a pipe does not.
    if (stale) await rm(address, { force: true })
    else await wait(20)
  }
  throw new WorkspaceError('workspace_locked', { path: realPath })
}

function lockOf(server: Server): Lock {
  return {
    release: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
      }),
  }
}

function isFile(address: string): boolean {
  return !address.startsWith('\0') && !address.startsWith('\\\\.\\pipe\\')
}

/** Undefined where someone else listens there already. */
function listen(address: string, nonce: string): Promise<Server | undefined> {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    socket.end(JSON.stringify({ pid: process.pid, nonce }))
  })
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      if (errnoOf(error) === 'EADDRINUSE') resolve(undefined)
      else reject(writeFailure(error, address))
    })
    server.listen(address, () => {
      // The lock alone must not keep a process alive.
      server.unref()
      resolve(server)
    })
  })
}

interface Holder {
  readonly pid?: number
  readonly nonce?: string
}

/** Two openers may both have found a stale file, and the later have removed the earlier's. */
async function stillOurs(address: string, nonce: string): Promise<boolean> {
  await wait(150)
  const holder = await ask(address)
  return holder !== 'gone' && holder.nonce === nonce
}

const answerTime = 1000

/** Asks who holds the lock. A holder that does not answer in time holds it all the same. */
function ask(address: string): Promise<Holder | 'gone'> {
  return new Promise((resolve) => {
    const socket = connect(address)
    let answer = ''
    socket.setEncoding('utf8')
    socket.setTimeout(answerTime, () => {
      resolve({})
      socket.destroy()
    })
    socket.on('data', (part: string) => {
      answer += part
      if (answer.length > 1000) socket.destroy()
    })
    socket.on('error', () => resolve('gone'))
    // A holder that is being killed accepts and falls silent.
    socket.on('close', () => resolve(answer === '' ? 'gone' : readHolder(answer)))
  })
}

function readHolder(answer: string): Holder {
  try {
    const value: unknown = JSON.parse(answer)
    if (typeof value !== 'object' || value === null) return {}
    const { pid, nonce } = value as Readonly<Record<string, unknown>>
    return {
      ...(typeof pid === 'number' && { pid }),
      ...(typeof nonce === 'string' && { nonce }),
    }
  } catch {
    return {}
  }
}

function lockedBy(path: string, { pid }: Holder): Record<string, string | number> {
  return pid === undefined ? { path } : { path, pid }
}
