import type { Completion, CompletionContext, CompletionSource } from '@codemirror/autocomplete'
import { syntaxTree } from '@codemirror/language'
import type { Known } from '../../../domain/notebook/steps/names.ts'
import { queryWords } from './dialect.ts'
import { knownWords, type KnownWord } from './known-words.ts'

/** What the engine proposes for the end of a text. */
export interface Proposals {
  readonly from: number
  readonly words: readonly { readonly text: string; readonly kind: 'keyword' | 'function' }[]
}

/** Whom the editor asks while somebody writes. */
export interface SqlHelp {
  readonly known: Known
  propose(before: string, signal: AbortSignal): Promise<Proposals>
}

/** Longer texts are completed from the notebook's own names alone. */
const longest = 20_000
const quiet = ['String', 'QuotedIdentifier', 'LineComment', 'BlockComment', 'Number']

/** The notebook's names and the engine's words together; a further key takes the question back. */
export function completionSource(help: () => SqlHelp): CompletionSource {
  return async (context) => {
    const { state, pos } = context
    if (quiet.includes(syntaxTree(state).resolveInner(pos, -1).name)) return null
    const before = state.sliceDoc(0, pos)
    const { known } = help()
    const own = knownWords(before, state.doc.toString(), known)
    if (own.typed === 0 && !own.only && !context.explicit) return null
    const from = pos - own.typed
    const options = own.words.map(knownOption)
    if (own.only || pos > longest) return { from, options }
    const theirs = await proposed(context, before, help())
    const typed = before.slice(from).toUpperCase()
    const alike = theirs.from === from ? theirs.words.filter((word) => fits(word, typed)) : []
    if (context.aborted) return null
    return { from, options: [...options, ...alike.map(engineOption)] }
  }
}

async function proposed(context: CompletionContext, before: string, help: SqlHelp) {
  const control = new AbortController()
  context.addEventListener('abort', () => control.abort())
  try {
    return await help.propose(before, control.signal)
  } catch {
    return { from: -1, words: [] } // taken back, or the engine is away; the own names remain
  }
}

/** DuckDB's grammar also knows words that no query needs (POLICY), and near misses of what was typed. */
function fits({ text, kind }: Proposals['words'][number], typed: string): boolean {
  const upper = text.toUpperCase()
  const known = kind === 'function' || upper.split(' ').every((word) => queryWords.has(word))
  return known && upper.startsWith(typed)
}

const boosts = { column: 30, table: 20, parameter: 30 }

const knownOption = ({ label, detail, put, kind }: KnownWord): Completion => ({
  label,
  apply: put,
  type: kind,
  boost: boosts[kind],
  ...(detail === '' ? {} : { detail }),
})

const engineOption = ({ text, kind }: Proposals['words'][number]): Completion => ({
  label: text,
  type: kind,
})
