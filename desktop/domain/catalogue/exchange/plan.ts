import type { DataPackage } from '../data-package.ts'
import { checkPackage } from '../read-package.ts'
import { compare, type Change } from './compare.ts'
import type { Draft } from './draft.ts'

/** What an import would do with one entry of the file. */
export interface PlannedEntry {
  readonly id: string
  readonly title: string
  /** Where it stands in the file. */
  readonly place: string
  readonly state: 'new' | 'changed' | 'unchanged' | 'refused'
  /** Of a changed entry. */
  readonly changes: readonly Change[]
  /** Why it is refused. */
  readonly problem: string | null
  /** Undefined where it is refused. */
  readonly package?: DataPackage
}

/** What is in the catalogue under a name: data that shipped or lie here, or a mere listing. */
export type Present =
  | { readonly kind: 'data'; readonly package: DataPackage | undefined }
  | { readonly kind: 'listed'; readonly package: DataPackage | undefined }

/**
 * Looks at every entry before anything happens. A name that has data here is never replaced by a
 * listing; the same entry as is there (our own export, read again) is simply unchanged.
 */
export function planImport(
  drafts: readonly Draft[],
  present: (id: string) => Present | undefined,
): PlannedEntry[] {
  const times = new Map<string, number>()
  for (const { id } of drafts) times.set(id, (times.get(id) ?? 0) + 1)
  return drafts.map((draft) => {
    if (draft.problem !== undefined) return refused(draft, draft.problem)
    if (draft.id !== '' && (times.get(draft.id) ?? 0) > 1) {
      return refused(
        draft,
        `${draft.place}：两份数据同名：“${draft.id}”在文件里不止一次，请改名或删去`,
      )
    }
    return planOne(draft, present(draft.id))
  })
}

function planOne(draft: Draft, there: Present | undefined): PlannedEntry {
  const reading = checkPackage(draft.id, draft.json)
  if (!reading.ok) return refused(draft, `${draft.where(reading.path)}：${reading.what}`)
  const { package: dataset } = reading
  const made = { ...headOf(draft), problem: null, package: dataset }
  if (!there) return { ...made, state: 'new', changes: [] }
  const changes = there.package ? compare(there.package, dataset) : []
  if (there.package && changes.length === 0) return { ...made, state: 'unchanged', changes }
  if (there.kind === 'data') {
    return refused(
      draft,
      `${draft.where(['name'])}：两份数据同名：这里已经有带数据的“${draft.id}”，内容与它不同；请改名后再导入`,
    )
  }
  return { ...made, state: 'changed', changes }
}

const headOf = ({ id, title, place }: Draft) => ({ id, title, place })

function refused(draft: Draft, problem: string): PlannedEntry {
  return { ...headOf(draft), state: 'refused', changes: [], problem }
}
