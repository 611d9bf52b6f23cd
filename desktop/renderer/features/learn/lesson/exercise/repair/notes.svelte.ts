import {
  placeKey,
  type RepairChange,
  type RepairFinding,
} from '../../../../../../domain/course/repair/judge.ts'
import { byPlace, noChanges, noFindings, type Changes, type RepairPlace } from './changes.ts'

/** What the last check said of each place, as long as the place is as it was then. */
export class RepairNotes {
  readonly #changes: () => Changes
  #findings = $state.raw(noFindings)
  #checked = $state.raw(noChanges)
  /** Whether the places that were missed are shown. */
  revealed = $state(false)

  constructor(changes: () => Changes) {
    this.#changes = changes
  }

  /** @param changes what was checked */
  set(findings: readonly RepairFinding[], changes: readonly RepairChange[]): void {
    this.#findings = byPlace(findings)
    this.#checked = byPlace(changes)
  }

  clear(): void {
    this.set([], [])
    this.revealed = false
  }

  /** What is said of a place; nothing where it was changed since, or nobody asked to see it. */
  at(place: RepairPlace): RepairFinding | undefined {
    const key = placeKey(place)
    const finding = this.#findings.get(key)
    if (!finding || (finding.outcome === 'missed' && !this.revealed)) return undefined
    return this.#changes().get(key)?.value === this.#checked.get(key)?.value ? finding : undefined
  }

  /** In the order of the table. */
  get shown(): readonly RepairFinding[] {
    return [...this.#findings.values()].filter((finding) => this.at(finding) === finding)
  }

  get missed(): number {
    return [...this.#findings.values()].filter(({ outcome }) => outcome === 'missed').length
  }
}
