import { Worker } from 'node:worker_threads'
import { rm } from 'node:fs/promises'
import { totalmem } from 'node:os'
import { ZhizhiError } from '../../contract/errors.ts'
import type { GateCall, GateReader } from '../../services/gate/ports.ts'
import type { WorkspaceSalt } from '../../services/ports.ts'
import { isParquet, type Unpack } from './unpack.ts'
import type { FromGateThread, GateJob } from './messages.ts'

export interface GateLimits {
  readonly ms: number
  readonly memoryMb: number
}

const usual: GateLimits = {
  ms: 10 * 60_000,
  memoryMb: Math.min(4096, Math.max(1024, Math.floor(totalmem() / 2 ** 21))),
}

/** What pseudonyms and ages need; a reader without it only looks. */
export interface Secrets {
  readonly salt: WorkspaceSalt
  /** `yyyy-mm-dd`. */
  readonly today: () => string
}

interface ReaderParts {
  readonly secrets?: Secrets
  /** Without it Parquet is not read. */
  readonly unpack?: Unpack
  readonly limits?: GateLimits
}

const refused = (problem: string) => new ZhizhiError('import_refused', { problem })

/**
 * Looks at files in a thread of its own, one for each task: what is in a file can take neither the
 * host's memory nor its time, and a cancelled task ends at once.
 */
export function createGateReader(
  workerFile: string,
  { secrets, unpack, limits = usual }: ReaderParts = {},
): GateReader {
  const inOwnThread = async (job: GateJob, call: GateCall) => {
    const own = secrets && { salt: await saltOf(secrets), today: secrets.today() }
    if (call.signal.aborted) throw new ZhizhiError('cancelled')
    return inThread(workerFile, limits, own ? { ...job, secrets: own } : job, call)
  }
  const run = async (job: GateJob, call: GateCall) => {
    if (!unpack || !(await isParquet(job.file))) return inOwnThread(job, call)
    const unpacked = `${job.file}.csv`
    try {
      await unpack(job.file, unpacked, call.signal)
      return await inOwnThread({ ...job, unpacked }, call)
    } finally {
      await rm(unpacked, { force: true })
    }
  }
  return {
    async look(file, name, choices, everything, call) {
      const answer = await run({ file, name, choices, task: { kind: 'look', everything } }, call)
      if (answer.kind === 'looked') return answer.look
      throw answer.kind === 'refused' ? refused(answer.problem) : new ZhizhiError('internal')
    },
    async assess(file, name, recipe, wishes, call) {
      const task = { kind: 'assess', recipe, wishes } as const
      const answer = await run({ file, name, choices: recipe, task }, call)
      if (answer.kind === 'assessed') return answer.assessed
      throw answer.kind === 'refused' ? refused(answer.problem) : new ZhizhiError('internal')
    },
    async write(file, name, recipe, wishes, out, call) {
      const task = { kind: 'write', recipe, wishes, out } as const
      const answer = await run({ file, name, choices: recipe, task }, call)
      if (answer.kind === 'written') return answer.written
      throw answer.kind === 'refused' ? refused(answer.problem) : new ZhizhiError('internal')
    },
  }
}

async function saltOf({ salt }: Secrets): Promise<Uint8Array> {
  const own = await salt.own()
  if (own) return own
  throw refused(
    '工作区里用来换代号的密钥（keys/pseudonyms.salt）坏了。请从备份恢复；没有备份就删去它，以后换出的代号会和以前的对不上',
  )
}

async function inThread(
  workerFile: string,
  { ms, memoryMb }: GateLimits,
  job: GateJob,
  { signal, onProgress }: GateCall,
): Promise<Exclude<FromGateThread, { kind: 'progress' }>> {
  if (signal.aborted) throw new ZhizhiError('cancelled')
  const worker = new Worker(workerFile, {
    workerData: job,
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  })
  let timer: NodeJS.Timeout | undefined
  let cancel: (() => void) | undefined
  try {
    return await new Promise((resolve, reject) => {
      cancel = () => reject(new ZhizhiError('cancelled'))
      signal.addEventListener('abort', cancel, { once: true })
      timer = setTimeout(() => reject(refused(`读了 ${ms / 1000} 秒还没有读完，已停下`)), ms)
      worker.on('message', (message: FromGateThread) => {
        if (message.kind === 'progress') onProgress(message.part)
        else resolve(message)
      })
      worker.once('error', (error) => reject(failed(error)))
      worker.once('exit', () => reject(refused('文件读不出来：读它的线程停了')))
    })
  } finally {
    clearTimeout(timer)
    if (cancel) signal.removeEventListener('abort', cancel)
    await worker.terminate()
  }
}

/** A full disk or too little memory are said; what a fault in ourselves says is not for the user. */
function failed(error: Error): Error {
  const code = 'code' in error ? error.code : undefined
  if (code === 'ENOSPC' || code === 'EDQUOT') return refused('磁盘满了，请先腾出空间')
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return refused('文件太大，内存放不下；请先拆成几份')
  return refused('文件读不出来：太大，或已损坏')
}
