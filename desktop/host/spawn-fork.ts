import { fork } from 'node:child_process'
import { forkPort } from '../contract/wire/process-port.ts'
import type { Spawner } from './engine-process.ts'
import { engineEnvironment } from './engine-supervisor-environment.ts'

/** Engine processes as Node's children, for the web host and the command line. */
export function forkSpawner(): Spawner {
  return (bundle, config) => {
    const child = fork(bundle, [JSON.stringify(config)], {
      serialization: 'advanced',
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: engineEnvironment(),
    })
    return {
      port: forkPort(child),
      kill: () => void child.kill('SIGKILL'),
      onExit: (listener) => {
        child.once('error', listener)
        child.once('exit', listener)
      },
    }
  }
}
