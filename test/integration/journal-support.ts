import { spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Folders made by a test file, removed when it ends. */
export class Scratch {
  readonly #folders: string[] = []

  async folder(): Promise<string> {
    const folder = await realpath(await mkdtemp(join(tmpdir(), 'zhizhi-journal-')))
    this.#folders.push(folder)
    return folder
  }

  async clear(): Promise<void> {
    for (const folder of this.#folders.splice(0)) await rm(folder, { recursive: true, force: true })
  }
}

export interface Run {
  /** Whole lines that the child wrote before it ended. */
  readonly lines: readonly string[]
  readonly errors: string
  readonly code: number | null
}

/** Runs the child; `during` may kill it, and is called again with each part of what it says. */
export function runChild(
  command: readonly string[],
  during: (said: string, kill: () => void) => void = () => undefined,
): Promise<Run> {
  const [program = '', ...rest] = command
  const child = spawn(program, rest, {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Whatever goes wrong, it does not write on for ever.
    timeout: 30_000,
    killSignal: 'SIGKILL',
  })
  const kill = () => child.kill('SIGKILL')
  let said = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    said += part
    during(said, kill)
  })
  child.stderr.setEncoding('utf8').on('data', (part: string) => (errors += part))
  during('', kill)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      resolve({ lines: said.split('\n').slice(0, -1), errors, code })
    })
  })
}

export async function segmentFiles(folder: string): Promise<readonly string[]> {
  const names = await readdir(join(folder, 'journal'))
  return names.filter((name) => name.endsWith('.jsonl')).sort()
}

/** Changes a file by hand, as damage does. */
export async function change(path: string, how: (bytes: Buffer) => Uint8Array): Promise<void> {
  await writeFile(path, how(await readFile(path)))
}

export const flip =
  (place: number, mask: number) =>
  (bytes: Buffer): Buffer => {
    bytes[place] = bytes[place]! ^ mask
    return bytes
  }
