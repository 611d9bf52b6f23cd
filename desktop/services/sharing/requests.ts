import { ZhizhiError } from '../../contract/errors.ts'
import type { Kept, NotKept } from '../../contract/sharing.ts'
import type { DataPackage } from '../../domain/catalogue/data-package.ts'
import { refusalOf } from '../../domain/catalogue/level.ts'
import { maskEach } from '../../domain/privacy/mask.ts'
import {
  actionsIn,
  needsReason,
  stateAfter,
  stateOf,
  type Case,
  type CaseAction,
  type CorrectionRequest,
  type SharingRequest,
} from '../../domain/sharing/cases.ts'
import { columnsOf } from '../../domain/sharing/columns.ts'
import { requestsProjection, stepEvent } from '../../domain/sharing/requests.ts'
import type { Catalogue } from '../catalogue.ts'
import type { Journal } from '../ports.ts'

const notKept = (reason: NotKept): Kept => ({ kept: false, reason })

/** Requests for data and for corrections, from the asking to the end. */
export class RequestDesk {
  readonly #journal: Journal
  readonly #catalogue: Pick<Catalogue, 'entries'>

  constructor(journal: Journal, catalogue: Pick<Catalogue, 'entries'>) {
    this.#journal = journal
    this.#catalogue = catalogue
  }

  list(dataset: string | null): Case[] {
    const all = Object.values(this.#journal.state(requestsProjection))
    return dataset === null ? all : all.filter(({ asked }) => asked.dataset === dataset)
  }

  /** The descriptor, also of a dataset whose files are damaged; `unknown_dataset` without one. */
  package(id: string): DataPackage {
    const found = this.#catalogue.entries().find((entry) => entry.id === id)?.package
    if (!found) throw new ZhizhiError('unknown_dataset', { dataset: id })
    return found
  }

  async share(request: SharingRequest, today: string, by: string | null): Promise<Kept> {
    const { dataset: id, office, purpose, basis, fields, until } = request
    const dataset = this.package(id)
    const { type } = dataset.governance.catalogue.sharing
    if (type === 'none') return notKept('not_shared')
    if (until < today) return notKept('term')
    if (!hasColumns(dataset, fields)) return notKept('column')
    const words = { office, purpose, basis }
    if (isSecret(words)) return notKept('secret')
    const { texts, masked } = maskEach(words)
    const asked = { dataset: id, fields, until, ...texts }
    return this.#append('sharing.requested', { title: dataset.title, type, masked, asked }, by)
  }

  async correct(request: CorrectionRequest, by: string | null): Promise<Kept> {
    const { dataset: id, column, row, wrong, evidence } = request
    const dataset = this.package(id)
    if (!hasColumns(dataset, [column])) return notKept('column')
    const words = { row, wrong, evidence }
    if (isSecret(words)) return notKept('secret')
    const { texts, masked } = maskEach(words)
    const asked = { dataset: id, column, ...texts }
    return this.#append('correction.requested', { title: dataset.title, masked, asked }, by)
  }

  /** `not_found` where there is no such request, `bad_request` for a refusal without a reason. */
  async step(id: number, action: CaseAction, text: string, by: string | null): Promise<Kept> {
    const one = this.#find(id)
    if (needsReason(action) && text === '') throw new ZhizhiError('bad_request')
    if (!actionsIn(stateOf(one)).includes(action)) return notKept('state')
    if (isSecret({ text })) return notKept('secret')
    const { type, data } = stepEvent(one, action, maskEach({ text }).texts.text)
    const kept = await this.#append(type, data, by)
    // another window may have been quicker by a moment: then this event changed nothing
    const after = stateOf(this.#find(id))
    const wanted = action === 'undo' ? undefined : stateAfter(stateOf(one), action)
    return wanted !== undefined && after !== wanted ? notKept('state') : kept
  }

  #find(id: number): Case {
    const one = this.#journal.state(requestsProjection)[id]
    if (!one) throw new ZhizhiError('not_found', { what: `申请 ${id}` })
    return one
  }

  async #append(type: string, data: Data, by: string | null): Promise<Kept> {
    const { seq } = await this.#journal.append({ type, data, ...(by !== null && { by }) })
    return { kept: true, id: seq }
  }
}

type Data = Readonly<Record<string, unknown>>

function hasColumns(dataset: DataPackage, names: readonly string[]): boolean {
  const there = new Set(columnsOf(dataset).map(({ name }) => name))
  return names.every((name) => there.has(name))
}

/** Whether the words carry a secrecy mark: then nothing of them may be kept. */
function isSecret(words: Readonly<Record<string, string>>): boolean {
  return refusalOf({ level: 'general', secrecy: 'none' }, Object.values(words)) !== undefined
}
