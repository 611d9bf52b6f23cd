import { ZhizhiError } from '../../contract/errors.ts'
import type { DataPackage } from '../../domain/catalogue/data-package.ts'
import type { OutColumn } from '../../domain/catalogue/importing/rows-out.ts'
import { checkPackage } from '../../domain/catalogue/read-package.ts'
import type { Attaching } from '../attaching.ts'
import type { Catalogue } from '../catalogue.ts'
import type { OwnDatasets } from '../ports.ts'
import type { ParquetWriter, WaitingRoom } from './ports.ts'

interface Parts {
  readonly room: WaitingRoom
  readonly parquet: ParquetWriter
  readonly own: OwnDatasets
  readonly catalogue: Catalogue
  readonly attaching: Attaching
}

type Written = Awaited<ReturnType<ParquetWriter['write']>>

/** A dataset that the app makes of its own records. */
export interface OwnMade {
  readonly id: string
  /** As its source names it: a dataset of this name from elsewhere is never replaced. */
  readonly source: string
  /** For the engine's reader, without a row of names. */
  readonly csv: string
  readonly columns: readonly Pick<OutColumn, 'name' | 'type'>[]
  readonly describe: (parquet: Written) => DataPackage
}

const refused = (problem: string) => new ZhizhiError('import_refused', { problem })

/** Puts it into the catalogue, in place of what was made before. */
export async function makeOwn(parts: Parts, made: OwnMade, signal: AbortSignal): Promise<void> {
  const { room, parquet, own, catalogue, attaching } = parts
  const { id } = made
  const before = catalogue.entry(id)
  const isOurs = before?.package?.imported?.file === made.source
  if ((before && !isOurs) || (!before && (await own.has(id)))) {
    throw refused(`已经有叫“${id}”的数据，而且不是从这里来的；请先把它改名或删掉`)
  }
  const token = await room.open()
  try {
    await room.append(token, new TextEncoder().encode(made.csv))
    const out = room.path(token, 'data.parquet')
    const written = await parquet.write(room.path(token, 'source'), made.columns, out, signal)
    const checked = checkPackage(id, JSON.parse(JSON.stringify(made.describe(written))))
    if (!checked.ok) throw refused(checked.problem)
    if (before) await attaching.forget(id)
    if (await own.has(id)) await own.remove(id)
    const descriptor = `${JSON.stringify(checked.package, null, 2)}\n`
    await own.place(id, descriptor, out, '{}\n')
    catalogue.addImported(checked.package)
  } finally {
    await room.drop(token)
  }
}
