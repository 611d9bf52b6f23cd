import type { UtilityProcess } from 'electron'
import { utilityPort } from '../../contract/wire/process-port.ts'
import type { Spawner } from '../engine-process.ts'
import { engineEnvironment } from '../engine-supervisor-environment.ts'

interface UtilityProcesses {
  fork(
    path: string,
    args: string[],
    options: { serviceName: string; env: NodeJS.ProcessEnv },
  ): UtilityProcess
}

/** Engine processes as Electron's utility processes. */
export function utilitySpawner(utilityProcess: UtilityProcesses): Spawner {
  return (bundle, config) => {
    const serviceName = `zhizhi-${config.role}`
    const env = engineEnvironment()
    const child = utilityProcess.fork(bundle, [JSON.stringify(config)], { serviceName, env })
    return {
      port: utilityPort(child),
      kill: () => endAtOnce(child),
      onExit: (listener) => child.once('exit', listener),
    }
  }
}

/** Electron's own kill is a SIGTERM, which a process deep in a query does not hear. */
function endAtOnce(child: UtilityProcess): void {
  if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL')
}
