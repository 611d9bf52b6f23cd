import type { Choices, Recipe } from '../../domain/catalogue/importing/recipe.ts'
import type { Assessed } from '../../domain/privacy/deidentify/assessed.ts'
import type { Wishes } from '../../domain/privacy/deidentify/plan.ts'
import type { FileLook, Written } from '../../services/gate/ports.ts'

/** What the gate's thread is started with: a file in quarantine, and what to do with it. */
export interface GateJob {
  readonly file: string
  /** The rows of a Parquet file as CSV. */
  readonly unpacked?: string
  /** What the user calls it. */
  readonly name: string
  readonly choices: Choices
  /** The workspace's salt, and the day on which ages are counted; without them no codes are made. */
  readonly secrets?: { readonly salt: Uint8Array; readonly today: string }
  readonly task:
    | { readonly kind: 'look'; readonly everything: boolean }
    | { readonly kind: 'assess'; readonly recipe: Recipe; readonly wishes: Wishes }
    | {
        readonly kind: 'write'
        readonly recipe: Recipe
        readonly wishes: Wishes
        /** A CSV file for the engine, in the quarantine too. */
        readonly out: string
      }
}

export type FromGateThread =
  | { readonly kind: 'progress'; readonly part: number }
  | { readonly kind: 'looked'; readonly look: FileLook }
  | { readonly kind: 'assessed'; readonly assessed: Assessed }
  | { readonly kind: 'written'; readonly written: Written }
  | { readonly kind: 'refused'; readonly problem: string }
