import { open, stat } from 'node:fs/promises'
import { ZhizhiError } from '../../contract/errors.ts'
import { mostFileBytes } from '../../contract/gate.ts'
import { onEnginesDisk } from './disk.ts'
import { literal, type RunInMaker } from './maker.ts'

/** Writes the rows of a Parquet file as CSV. Refusals are `import_refused`. */
export type Unpack = (file: string, out: string, signal: AbortSignal) => Promise<void>

const refused = (problem: string) => new ZhizhiError('import_refused', { problem })

/** Whether a file begins as Parquet does. */
export async function isParquet(file: string): Promise<boolean> {
  const handle = await open(file)
  try {
    const { buffer } = await handle.read({ buffer: Buffer.alloc(4), position: 0 })
    return buffer.toString('latin1') === 'PAR1'
  } finally {
    await handle.close()
  }
}

/** Every column as text, every text quoted; what is nested as the engine writes it. */
export function unpackStatement(file: string, out: string): string {
  const from = `SELECT COLUMNS(*)::VARCHAR FROM read_parquet(${literal(file)})`
  const options = `FORMAT csv, HEADER true, FORCE_QUOTE *, DELIMITER ',', QUOTE '"', ESCAPE '"', NULLSTR ''`
  return `COPY (${from}) TO ${literal(out)} (${options})`
}

/** How often it is looked how much has come out, in ms. */
const lookEvery = 200

/** Unpacks in the sandboxed engine; what comes out is measured while it grows. */
export function createUnpack(run: RunInMaker, mostBytes = mostFileBytes): Unpack {
  return async (file, out, signal) => {
    const tooLarge = new AbortController()
    const check = async () => {
      const found = await stat(out).catch(() => undefined)
      if ((found?.size ?? 0) > mostBytes) tooLarge.abort()
    }
    const timer = setInterval(() => void check(), lookEvery)
    try {
      const either = AbortSignal.any([signal, tooLarge.signal])
      const { size } = await stat(file)
      await onEnginesDisk(out, size, () => run(unpackStatement(file, out), either))
      await check()
    } catch (error) {
      if (!tooLarge.signal.aborted) throw signal.aborted || isRefusal(error) ? error : damaged()
    } finally {
      clearInterval(timer)
    }
    if (tooLarge.signal.aborted) {
      throw refused(`Parquet 解开后超过 ${mostBytes / 2 ** 20} MB；请先拆成几份`)
    }
  }
}

const isRefusal = (error: unknown) =>
  error instanceof ZhizhiError && error.code === 'import_refused'

const damaged = () => refused('Parquet 文件读不出来，可能已损坏或不完整；请重新导出或重新拷贝')
