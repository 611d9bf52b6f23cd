import type { qualityProcedures } from '../contract/quality.ts'
import type { Handlers } from '../contract/wire/procedure.ts'
import type { Conformity } from '../domain/catalogue/elements/conformity.ts'
import type { Check } from '../domain/catalogue/quality/check.ts'
import { planChecks } from '../domain/catalogue/quality/plan.ts'
import {
  counted,
  judge,
  type Outcome,
  type QualityReport,
  type TableQuality,
} from '../domain/catalogue/quality/report.ts'
import { judgeTimeliness, type Timeliness } from '../domain/catalogue/quality/timely.ts'
import type { Attaching } from './attaching.ts'
import type { Catalogue, Dataset } from './catalogue.ts'
import type { DatasetElements } from './elements/dataset-elements.ts'
import type { Work } from './measure/ask.ts'
import { Kept } from './measure/kept.ts'
import type { Clock, Engine } from './ports.ts'
import { TableMeter, type CountedCheck, type Measured } from './quality/table-meter.ts'
import { beijingDay } from './report/moment.ts'

interface Parts {
  readonly catalogue: Catalogue
  readonly attaching: Attaching
  readonly engine: Pick<Engine, 'call' | 'stream'>
  readonly elements: DatasetElements
  readonly clock: Clock
}

const keptReports = 50

/** 采全采准: what a dataset's descriptor promises, counted in its rows. */
export class Quality {
  readonly #parts: Parts
  readonly #reports = new Kept<QualityReport>(keptReports)

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Measured once for the same data, choices of elements and day. */
  async report(id: string, work: Work): Promise<QualityReport> {
    await this.#parts.attaching.need([id])
    const dataset = this.#parts.catalogue.dataset(id)
    const { resources } = dataset.package
    const choices = resources.map((resource) => this.#parts.elements.choices(id, resource))
    const hashes = resources.map(({ hash }) => hash)
    const key = JSON.stringify([id, hashes, choices, this.#day()])
    return this.#reports.get(key, () => this.#measure(dataset, work))
  }

  #day(): string {
    return beijingDay(this.#parts.clock.now())
  }

  async #measure(dataset: Dataset, { signal, progress }: Work): Promise<QualityReport> {
    const { name, version, resources, governance } = dataset.package
    const tables: TableQuality[] = []
    const latest: Timeliness['latest'] = []
    for (const [at, resource] of resources.entries()) {
      const part = (share: number) => progress?.((at + share) / resources.length)
      const { measured, outcomes } = await this.#table(dataset, at, { signal, progress: part })
      const { rows } = measured
      const title = resource.title ?? resource.name
      tables.push({ resource: resource.name, title, rows, judgements: judge(rows, outcomes) })
      latest.push(...measured.latest.map((one) => ({ resource: resource.name, ...one })))
    }
    const day = this.#day()
    const timely = judgeTimeliness(governance.catalogue, day, latest)
    return { dataset: name, version, day, tables, timely }
  }

  async #table(
    { package: descriptor, relations }: Dataset,
    index: number,
    { signal, progress }: Work,
  ): Promise<{ measured: Measured; outcomes: Outcome[] }> {
    const { engine, elements } = this.#parts
    const { resource, table } = elements.resource(descriptor.name, index)
    const { relation } = table
    const { columns } = await engine.call('relation.describe', { relation }, { signal })
    const others = new Map(
      descriptor.resources.flatMap(({ name }, at) => {
        const other = relations[at]
        return other ? [[name, other] as const] : []
      }),
    )
    const until = descriptor.governance.catalogue.released
    const meter = new TableMeter(
      engine,
      { resource, relation, columns, others, until },
      { signal, progress: (share) => progress?.(share / 2) },
    )
    const measured = await meter.measure(planChecks(descriptor, resource).filter(isCounted))
    const conformities = await elements.conformity(descriptor.name, index, {
      signal,
      progress: (share) => progress?.(0.5 + share / 2),
    })
    progress?.(1)
    return { measured, outcomes: [...measured.outcomes, ...conformities.map(elementOutcome)] }
  }
}

const isCounted = (check: Check): check is CountedCheck => check.kind !== 'element'

function elementOutcome({ column, element, rows, empty, conforming }: Conformity): Outcome {
  return counted({ kind: 'element', column, element }, { passed: conforming, of: rows - empty })
}

/** What a window asks of it. */
export function qualityHandlers(quality: Quality): Handlers<typeof qualityProcedures, undefined> {
  return {
    'quality.report': ({ id }, { signal, progress }) => quality.report(id, { signal, progress }),
  }
}
