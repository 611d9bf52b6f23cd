import { mostFileBytes, type GateResult } from '../../contract/gate.ts'
import { ZhizhiError } from '../../contract/errors.ts'
import { isDatasetId } from '../../domain/catalogue/data-package.ts'
import { defaultId } from '../../domain/catalogue/importing/default-id.ts'
import { describeImport } from '../../domain/catalogue/importing/descriptor.ts'
import { mostRefusedKept } from '../../domain/catalogue/importing/imported.ts'
import {
  importReportSchema,
  reportOf,
  type ImportReport,
} from '../../domain/catalogue/importing/import-report.ts'
import type { Choices, Recipe } from '../../domain/catalogue/importing/recipe.ts'
import type { Past } from '../../domain/catalogue/importing/replay.ts'
import { checkPackage } from '../../domain/catalogue/read-package.ts'
import { isTakenName } from '../../domain/catalogue/sql-name.ts'
import type { Assessed } from '../../domain/privacy/deidentify/assessed.ts'
import type { Wishes } from '../../domain/privacy/deidentify/plan.ts'
import { inTitles } from '../../domain/privacy/finding.ts'
import { maskPersonal } from '../../domain/privacy/mask.ts'
import type { Attaching } from '../attaching.ts'
import type { Catalogue } from '../catalogue.ts'
import type { Clock, Journal, OwnDatasets } from '../ports.ts'
import { beijingDay } from '../report/moment.ts'
import { makeOwn, type OwnMade } from './making.ts'
import { likesOf, lookLike, type LookedLike } from './replay.ts'
import { settingsProjection } from '../settings.ts'
import type {
  FileLook,
  GateCall,
  GateReader,
  ParquetWriter,
  WaitingRoom,
  Written,
} from './ports.ts'

interface Parts {
  readonly room: WaitingRoom
  readonly reader: GateReader
  readonly parquet: ParquetWriter
  readonly own: OwnDatasets
  readonly catalogue: Catalogue
  readonly attaching: Attaching
  readonly journal: Journal
  readonly clock: Clock
}

/** What a person decided about a file. */
export interface Order extends Wishes {
  readonly recipe: Recipe
  readonly id: string
  readonly title: string
}

export interface Imported extends GateResult {
  readonly written: Written
}

/** What the journal is told of an import: how many, never which. */
function countsFor({ found, decisions, level, assessment }: Written) {
  const decided: Record<string, number> = {}
  for (const one of Object.values(decisions)) decided[one] = (decided[one] ?? 0) + 1
  const { before, after } = assessment
  const k = before && after ? { k: { before: before.k, after: after.k } } : {}
  return { found, decided, level, ...k }
}

const jsonText = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`

/** Nothing where the file is not what was written: the dataset is there all the same. */
function readReport(text: string): ImportReport | null {
  try {
    return importReportSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}

const refused = (problem: string) => new ZhizhiError('import_refused', { problem })

/** Files that may wait at a time: one for each window that anyone has open. */
const mostWaiting = 4

/**
 * The gate: a file waits where no engine reads it, is looked at as often as one likes, and goes into
 * the catalogue by a decision on every column, or away.
 */
export class Gate {
  readonly #parts: Parts
  readonly #waiting = new Map<
    string,
    { readonly name: string; readonly size: number; got: number }
  >()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  async begin(name: string, size: number): Promise<string> {
    if (size > mostFileBytes) {
      throw refused(
        `文件有 ${Math.ceil(size / 2 ** 20)} MB，超过 ${mostFileBytes / 2 ** 20} MB；请先拆成几份`,
      )
    }
    const token = await this.#parts.room.open()
    this.#waiting.set(token, { name, size, got: 0 })
    const [oldest] = this.#waiting.keys()
    if (this.#waiting.size > mostWaiting && oldest !== undefined) await this.discard(oldest)
    return token
  }

  async append(token: string, bytes: Uint8Array): Promise<void> {
    const file = this.#file(token)
    file.got += bytes.byteLength
    if (file.got > file.size) throw refused('收到的比文件长')
    await this.#parts.room.append(token, bytes)
  }

  /** A file with a secrecy mark is gone when this comes back. */
  async look(
    token: string,
    choices: Choices,
    everything: boolean,
    call: GateCall,
  ): Promise<FileLook> {
    const { name } = this.#whole(token)
    const path = this.#parts.room.path(token, 'source')
    const look = await this.#parts.reader.look(path, name, choices, everything, call)
    if (look.secrecy.length > 0) await this.discard(token)
    return look
  }

  /** The same as was done to an imported dataset; `not_found` where there is none. */
  async lookLike(token: string, id: string, choices: Choices, call: GateCall): Promise<LookedLike> {
    return lookLike(this.#parts.catalogue, id, choices, (tried) =>
      this.look(token, tried, false, call),
    )
  }

  /** Imported datasets that this file may be the next month of. */
  likes(file: FileLook): Past[] {
    return likesOf(this.#parts.catalogue, file)
  }

  /** An id for the file's dataset that is free. */
  propose(token: string): string {
    const { clock, catalogue } = this.#parts
    const isTaken = (id: string) => catalogue.entry(id) !== undefined || isTakenName(id)
    return defaultId(this.#file(token).name, beijingDay(clock.now()), isTaken)
  }

  /** What the file is called where it may be kept. */
  nameOf(token: string): string {
    return maskPersonal(this.#file(token).name, inTitles).text
  }

  /** What decisions would do to a file; nothing is written. */
  async assess(
    token: string,
    { recipe, ...wishes }: Wishes & { readonly recipe: Recipe },
    call: GateCall,
  ): Promise<Assessed> {
    const { name } = this.#whole(token)
    const source = this.#parts.room.path(token, 'source')
    return this.#parts.reader.assess(source, name, recipe, wishes, call)
  }

  /** How a dataset came in; nothing where that was not kept. */
  async report(id: string): Promise<ImportReport | null> {
    const { catalogue, own } = this.#parts
    if (catalogue.entry(id)?.imported !== true) throw new ZhizhiError('not_found', { what: id })
    const text = await own.report(id)
    return text === undefined ? null : readReport(text)
  }

  async import(token: string, order: Order, call: GateCall): Promise<Imported> {
    const { name } = this.#whole(token)
    const { room, reader, parquet } = this.#parts
    await this.#checkId(order.id)
    const [csv, out] = [room.path(token, 'rows.csv'), room.path(token, 'data.parquet')]
    try {
      const source = room.path(token, 'source')
      const { recipe, decisions, level, quasi, sensitive } = order
      const wishes = { decisions, level, quasi, sensitive }
      const written = await reader.write(source, name, recipe, wishes, csv, call)
      const made = await parquet.write(csv, written.columns, out, call.signal)
      if (made.rows !== written.rowsKept) throw refused('写出的行数和留下的行数对不上')
      call.signal.throwIfAborted()
      await this.#keep(token, order, written, made, out)
      const { rowsIn, rowsKept, refused: left } = written
      await this.discard(token)
      const facts = { dataset: order.id, title: order.title, rowsIn, rowsKept }
      return { ...facts, rowsRefused: left.length, written }
    } finally {
      await room.clear(token)
    }
  }

  async discard(token: string): Promise<void> {
    this.#waiting.delete(token)
    await this.#parts.room.drop(token)
  }

  /** A dataset that the app makes of its own records, in place of what it made before. */
  make(made: OwnMade, signal: AbortSignal): Promise<void> {
    return makeOwn(this.#parts, made, signal)
  }

  /** Takes an imported dataset away with its data. */
  async remove(id: string): Promise<void> {
    const { catalogue, attaching, own } = this.#parts
    if (catalogue.entry(id)?.imported !== true) throw new ZhizhiError('not_found', { what: id })
    await attaching.forget(id)
    await own.remove(id)
    catalogue.removeImported(id)
    await this.#tell('dataset.removed', { id })
  }

  async #keep(
    token: string,
    { id, title, recipe }: Order,
    written: Written,
    made: { readonly rows: number; readonly bytes: number; readonly sha256: string },
    out: string,
  ): Promise<void> {
    const { own, catalogue, clock } = this.#parts
    const { sha256, bytes, rowsIn, rowsKept, refused: left, decisions, level } = written
    const counts = { rowsIn, rowsKept, rowsRefused: left.length }
    const now = clock.now()
    const described = describeImport({
      id,
      title: maskPersonal(title, inTitles).text,
      imported: {
        ...{ file: this.nameOf(token), sha256, bytes, recipe, decisions, level, ...counts },
        refused: left.slice(0, mostRefusedKept),
      },
      ...{ steps: written.steps, columns: written.columns, assessment: written.assessment },
      ...{ contributor: written.contributor, parquet: made, now },
    })
    const checked = checkPackage(id, JSON.parse(JSON.stringify(described)))
    if (!checked.ok) throw refused(checked.problem)
    const report = jsonText(reportOf({ ...written, now }))
    await own.place(id, jsonText(checked.package), out, report)
    catalogue.addImported(checked.package)
    await this.#tell('dataset.imported', { id, sha256, ...counts, ...countsFor(written) })
  }

  async #checkId(id: string): Promise<void> {
    const { catalogue, own } = this.#parts
    if (!isDatasetId(id)) {
      throw refused('名字只能用小写字母、数字和连字符，以字母开头，不超过 64 个字')
    }
    if (isTakenName(id)) throw refused(`“${id}”是数据库保留的名字，请换一个`)
    if (catalogue.entry(id) || (await own.has(id)))
      throw refused(`已经有叫“${id}”的数据，请换个名字`)
  }

  #file(token: string) {
    const file = this.#waiting.get(token)
    if (!file) throw new ZhizhiError('not_found', { what: '等待导入的文件' })
    return file
  }

  #whole(token: string) {
    const file = this.#file(token)
    if (file.got !== file.size) throw refused('文件没有传完')
    return file
  }

  async #tell(type: string, data: Readonly<Record<string, unknown>>): Promise<void> {
    const { journal } = this.#parts
    const { learner } = journal.state(settingsProjection)
    await journal.append({ type, data, ...(learner === null ? {} : { by: learner }) })
  }
}
