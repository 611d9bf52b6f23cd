import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { HostFacts } from './choose.ts'

const answerWithinMs = 3000
const defaultMirror = 'https://github.com/electron/electron/releases/download/'

export function hostFacts(root: string, asked: HostFacts['asked']): HostFacts {
  return {
    asked,
    display: hasDisplay(process.platform, process.env),
    binary: electronBinary(root) !== undefined,
    mirror:
      process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror'] ?? defaultMirror,
    answers,
  }
}

/** The path of Electron's binary; the package itself is never imported, for that would fetch it. */
export function electronBinary(root: string): string | undefined {
  const folder = join(root, 'node_modules/electron')
  try {
    const binary = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'))
    return existsSync(binary) ? binary : undefined
  } catch {
    return undefined
  }
}

export function hasDisplay(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): boolean {
  if (platform === 'win32' || platform === 'darwin') return true
  return Boolean(env['DISPLAY'] ?? env['WAYLAND_DISPLAY'])
}

async function answers(mirror: string): Promise<boolean> {
  try {
    await fetch(mirror, { method: 'HEAD', signal: AbortSignal.timeout(answerWithinMs) })
    return true
  } catch {
    return false
  }
}
