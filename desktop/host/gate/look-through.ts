import type { Beside } from '../../domain/catalogue/importing/batches.ts'
import { lookAt } from '../../domain/catalogue/importing/look.ts'
import type { RawTable } from '../../domain/catalogue/importing/raw-table.ts'
import type { Choices } from '../../domain/catalogue/importing/recipe.ts'
import {
  secrecyIn,
  type Occurrence,
  type SecrecyPlace,
} from '../../domain/catalogue/importing/scan.ts'
import { markOfName } from '../../domain/catalogue/importing/secrecy-words.ts'
import type { Means } from '../../domain/privacy/deidentify/means.ts'
import type { FileLook } from '../../services/gate/ports.ts'
import { fewestRows } from './beside.ts'
import { Refused } from './refused.ts'
import type { Source } from './source.ts'

/** Marks anywhere in a file, its name included. */
export function marksOf({ tables, secrecy }: Source, name: string): SecrecyPlace[] {
  const inName = markOfName(name)
  return [
    ...(inName === undefined ? [] : [{ mark: inName, where: '文件名' }]),
    ...tables.flatMap((table) => secrecyIn(table)),
    ...secrecy,
  ]
}

/** The table of this name; without one, the one with most rows. */
export function tableOf({ tables }: Source, wanted: string | undefined): RawTable {
  const largest = tables.reduce<RawTable | undefined>(
    (best, table) => (table.rows.length > (best?.rows.length ?? 0) ? table : best),
    undefined,
  )
  const table = wanted === undefined ? largest : tables.find(({ name }) => name === wanted)
  if (!table || table.rows.length === 0) {
    throw new Refused(`工作簿里没有叫“${wanted ?? ''}”的表，或者表是空的`)
  }
  return table
}

interface Looking {
  readonly onPart?: (part: number) => void
  /** Without it there are no examples of what decisions do. */
  readonly means?: Means | undefined
  /** Starts somebody who reads cells, too. */
  readonly startBeside?: StartBeside | undefined
}

export type StartBeside = () => Beside | undefined

/** Help with a table that is long enough. */
export const besideFor = (
  { rows }: RawTable,
  start: StartBeside | undefined,
): Beside | undefined => (rows.length < fewestRows ? undefined : start?.())

/** Looks at one table; at `everything`, to find personal information in all of them. */
export function lookThrough(
  source: Source,
  name: string,
  choices: Choices,
  everything: boolean,
  { onPart = () => undefined, means, startBeside }: Looking = {},
): Omit<FileLook, 'sha256' | 'bytes'> {
  const { encoding, encodings, delimiter, notes } = source
  const facts = { encoding, encodings, delimiter, notes, occurrences: [] }
  const secrecy = marksOf(source, name)
  if (secrecy.length > 0) return { ...facts, secrecy, tables: [], table: '', look: undefined }
  const meant = tableOf(source, choices.table)
  const occurrences: FileLook['occurrences'][number][] = []
  const looks = source.tables.map((table) => {
    if (table.rows.length === 0 || (table !== meant && !everything)) return undefined
    const told: Occurrence[] = []
    const tell = (occurrence: Occurrence) => {
      told.push(occurrence)
    }
    const listening = {
      ...(everything && { tell }),
      ...(table === meant && { onPart }),
      beside: besideFor(table, startBeside),
    }
    const look = lookAt(table, table === meant ? choices : {}, listening, means)
    // cells that were read in batches are told of late
    told.sort((a, b) => a.row - b.row)
    for (const one of told) occurrences.push({ ...one, table: table.name })
    return look
  })
  const tables = source.tables.map((table, at) => ({
    name: table.name,
    rows: looks[at]?.rowsIn ?? table.rows.length,
    columns: (looks[at]?.columns ?? []).map(({ name: column, type }) => ({ name: column, type })),
  }))
  const look = looks[source.tables.indexOf(meant)]
  return { ...facts, secrecy, tables, table: meant.name, look, occurrences }
}
