import {
  acceptCompletion,
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  closeCompletion,
  completionKeymap,
  selectedCompletion,
} from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { sql } from '@codemirror/lang-sql'
import { bracketMatching } from '@codemirror/language'
import { setDiagnostics } from '@codemirror/lint'
import { Compartment, EditorState, type Extension, Prec } from '@codemirror/state'
import { EditorView, drawSelection, keymap } from '@codemirror/view'
import type { Edit } from '../../../domain/notebook/sql-errors/full-width.ts'
import { completionSource, type SqlHelp } from './completion.ts'
import { duckdb } from './dialect.ts'
import { leaveWithEscape } from './leave.ts'
import { look } from './look.ts'

/** Tables and their columns, for completion. */
export type SqlSchema = Readonly<Record<string, readonly string[]>>

/** A change that may mend the text, and what its button says. */
export interface OfferedFix {
  readonly label: string
  readonly edits: readonly Edit[]
}

/** Where the text is wrong, in UTF-16 units, and why. */
export interface SqlError {
  readonly from: number
  readonly to: number
  readonly message: string
  readonly fixes?: readonly OfferedFix[]
}

export interface SqlEditorOptions {
  readonly parent: HTMLElement
  readonly text: string
  /** Attributes of the text box itself: its label, its description. */
  readonly attributes: Record<string, string>
  /** Translations of CodeMirror's own words. */
  readonly phrases: Record<string, string>
  onchange(text: string): void
  onrun(): void
  /** Told what is selected; empty where nothing is. */
  onselect?(text: string): void
  /** Ctrl+Shift+Enter. */
  onrunselection?(): void
  /** Whom to ask for completions; without one the schema alone is offered. */
  help?: (() => SqlHelp) | undefined
}

const language = (schema: SqlSchema) => sql({ dialect: duckdb, schema, upperCaseKeywords: true })

/** A CodeMirror editor for one SQL text. */
export class SqlEditorView {
  readonly #view: EditorView
  readonly #schema = new Compartment()
  readonly #readonly = new Compartment()

  constructor(options: SqlEditorOptions) {
    this.#view = new EditorView({
      parent: options.parent,
      state: EditorState.create({ doc: options.text, extensions: this.#extensions(options) }),
    })
  }

  /** Replaces the text, unless it is the same already. */
  setText(text: string): void {
    const { doc } = this.#view.state
    if (text === doc.toString()) return
    this.#view.dispatch({ changes: { from: 0, to: doc.length, insert: text } })
  }

  setSchema(schema: SqlSchema): void {
    this.#view.dispatch({ effects: this.#schema.reconfigure(language(schema)) })
  }

  setReadonly(value: boolean): void {
    this.#view.dispatch({ effects: this.#readonly.reconfigure(EditorState.readOnly.of(value)) })
  }

  /** Underlines the place of an error; null takes the mark away. */
  setError(error: SqlError | null): void {
    const { doc } = this.#view.state
    const at = (offset: number) => Math.min(offset, doc.length)
    const marks = error
      ? [
          {
            from: at(error.from),
            to: at(error.to),
            severity: 'error',
            message: error.message,
            actions: (error.fixes ?? []).map(({ label, edits }) => ({
              name: label,
              apply: (view: EditorView) => view.dispatch({ changes: [...edits] }),
            })),
          } as const,
        ]
      : []
    this.#view.dispatch(setDiagnostics(this.#view.state, marks))
  }

  destroy(): void {
    this.#view.destroy()
  }

  #extensions(options: SqlEditorOptions): Extension[] {
    const run = {
      key: 'Mod-Enter',
      run: (view: EditorView) => {
        closeCompletion(view) // it would lie over what comes back
        options.onrun()
        return true
      },
    }
    const runSelection = {
      key: 'Mod-Shift-Enter',
      run: () => {
        options.onrunselection?.()
        return true
      },
    }
    const source = options.help ? [completionSource(options.help)] : null
    return [
      Prec.highest(keymap.of([runSelection, run, { key: 'Enter', run: dismissWritten }])),
      keymap.of([
        { key: 'Tab', run: acceptCompletion },
        ...completionKeymap,
        ...closeBracketsKeymap,
        ...historyKeymap,
        ...defaultKeymap,
        indentWithTab,
      ]),
      leaveWithEscape,
      history(),
      drawSelection(),
      bracketMatching(),
      closeBrackets(),
      autocompletion({ icons: false, override: source }),
      EditorView.lineWrapping,
      look,
      this.#schema.of(language({})),
      this.#readonly.of(EditorState.readOnly.of(false)),
      EditorState.phrases.of(options.phrases),
      EditorView.contentAttributes.of(options.attributes),
      EditorView.cspNonce.of(pageNonce()),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) options.onchange(update.state.doc.toString())
        if (update.selectionSet || update.docChanged) options.onselect?.(selected(update.state))
      }),
    ]
  }
}

function selected({ doc, selection: { main } }: EditorState): string {
  return doc.sliceString(main.from, main.to)
}

/** Enter after a word that is written out ends the line; there is nothing to complete. */
function dismissWritten(view: EditorView): boolean {
  const label = selectedCompletion(view.state)?.label
  const { head } = view.state.selection.main
  const written = label && view.state.sliceDoc(Math.max(0, head - label.length), head)
  if (written && written.toLowerCase() === label.toLowerCase()) closeCompletion(view)
  return false
}

/** The nonce under which this page may add style sheets; empty where the page has no such rule. */
function pageNonce(): string {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')
  return meta?.content ?? ''
}
