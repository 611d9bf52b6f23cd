import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

interface Running {
  readonly pid: number
  readonly parent: number
  readonly command: string
}

/** Every process; none where there is no `ps`. */
function running(): readonly Running[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
  return lines.split('\n').flatMap((line) => {
    const [, pid, parent, command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []
    return pid === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), command }]
  })
}

/** The workbench's engine below a host. */
export function engineOf(host: number): number | undefined {
  return running().find(
    ({ parent, command }) => parent === host && command.includes('"role":"workbench"'),
  )?.pid
}

/** Ends the engine of a host as a crash would; resolves when the host has started another. */
export async function renewEngine(host: number): Promise<void> {
  const old = engineOf(host)
  if (old !== undefined) process.kill(old, 'SIGKILL')
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    const now = engineOf(host)
    if (now !== undefined && now !== old) return
  }
}

/** The most memory that a process had resident at a time, in MB; undefined where Linux does not tell. */
export function peakMemory(pid: number): number | undefined {
  try {
    const [, kb] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return kb === undefined ? undefined : Number(kb) / 1024
  } catch {
    return undefined
  }
}
