import type { Bank, BankItem } from './bank.ts'
import { chanceOf, mixed } from './draw.ts'
import type { ItemRef, SittingKind } from './events.ts'
import { useOf, type Programme } from './programme.ts'

export interface Selection {
  readonly kind: SittingKind
  readonly form: 'A' | 'B' | null
  readonly seed: number
  /** Items that the learner has met in earlier sittings: others come first. */
  readonly met: readonly ItemRef[]
}

/** So many of the final's items of a course are of its other objectives. */
const others = 1
/** So many the placement has for each course. */
const forPlacement = 3

/**
 * The items of a sitting, course by course. A form's are all that the bank has of it, so that
 * everybody answers the same; the final's are drawn, one of each core objective and one of the
 * others; the placement's are drawn in the bank's order of difficulty.
 */
export function selectItems(
  programme: Programme,
  banks: ReadonlyMap<string, Bank>,
  selection: Selection,
): ItemRef[] {
  const { kind, form } = selection
  const use = useOf(kind, form)
  return programme.courses.flatMap(({ course, core }) => {
    const items = (banks.get(course)?.items ?? []).filter((item) => item.use === use)
    return chosen(course, core, items, selection).map(({ id }) => ({ course, item: id }))
  })
}

function chosen(
  course: string,
  core: readonly string[],
  items: readonly BankItem[],
  { kind, seed, met }: Selection,
): readonly BankItem[] {
  if (kind === 'placement') return items.slice(0, forPlacement)
  if (kind !== 'final') return items
  const seen = new Set(met.flatMap((one) => (one.course === course ? [one.item] : [])))
  const order = mixed(items, chanceOf(seed, course, 'final'))
  const fresh = [...order].sort((a, b) => Number(seen.has(a.id)) - Number(seen.has(b.id)))
  const ofCore = core.flatMap((objective) =>
    fresh.filter((item) => item.objective === objective).slice(0, 1),
  )
  const rest = fresh.filter((item) => !core.includes(item.objective)).slice(0, others)
  return [...ofCore, ...rest]
}

/** What a bank lacks for its part of a programme, said to its author. */
export function lacking(core: readonly string[], { items }: Bank): string[] {
  const count = (use: BankItem['use'], objective?: string) =>
    items.filter(
      (item) => item.use === use && (objective === undefined || item.objective === objective),
    ).length
  const forms = core.flatMap((objective) => {
    const [a, b, final] = [count('A', objective), count('B', objective), count('final', objective)]
    return [
      ...(a === 1 && b === 1
        ? []
        : [`目标 ${objective} 的 A 卷、B 卷要各有 1 题，现在是 ${a}、${b}`]),
      ...(final >= 2 ? [] : [`目标 ${objective} 的结业题至少要 2 题，现在是 ${final}`]),
    ]
  })
  const other = items.filter(({ use, objective }) => use === 'final' && !core.includes(objective))
  return [
    ...forms,
    ...(other.length >= 2 ? [] : [`其他目标的结业题至少要 2 题，现在是 ${other.length}`]),
    ...(count('placement') >= forPlacement ? [] : [`分班题至少要 ${forPlacement} 题`]),
  ]
}
