import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

/** Colours and spacing from the design tokens, so that every theme applies without a rebuild. */
const theme = EditorView.theme({
  '&': { color: 'var(--ink)', backgroundColor: 'transparent', fontSize: 'inherit' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--font-mono)', lineHeight: '1.65', maxHeight: '60vh' },
  '.cm-content': { padding: '12px 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 16px' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground':
    { backgroundColor: 'color-mix(in srgb, var(--teal) 25%, transparent)' },
  '.cm-line::selection, .cm-line ::selection': { color: 'var(--ink) !important' },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
    backgroundColor: 'var(--teal-wash)',
    color: 'inherit',
    outline: '1px solid var(--line-2)',
  },
  '.cm-placeholder': { color: 'var(--ink-3)' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    backgroundColor: 'var(--seal-wash)',
    textDecoration: 'underline wavy var(--seal) 1.5px',
    textUnderlineOffset: '3px',
    textDecorationSkipInk: 'none',
  },
  '.cm-lintPoint-error:after': { borderBottomColor: 'var(--seal)' },
  '.cm-tooltip': {
    color: 'var(--ink)',
    backgroundColor: 'var(--surface)',
    border: '1px solid var(--line-2)',
    borderRadius: '8px',
    overflow: 'hidden',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--font-mono)', maxHeight: '14em' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '4px 12px', lineHeight: '1.5' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    color: 'var(--on-teal)',
    backgroundColor: 'var(--teal)',
  },
  '.cm-completionDetail': {
    marginInlineStart: '1em',
    fontStyle: 'normal',
    fontFamily: 'var(--font-sans)',
  },
  '.cm-diagnosticAction': {
    minHeight: '32px',
    margin: '8px 8px 0 0',
    padding: '2px 12px',
    border: '1px solid var(--teal)',
    borderRadius: 'var(--radius)',
    color: 'var(--teal-ink)',
    backgroundColor: 'var(--surface)',
    font: 'inherit',
  },
  '.cm-diagnostic-error': { borderLeft: '4px solid var(--seal)', padding: '8px 12px' },
})

const highlight = HighlightStyle.define([
  { tag: [tags.keyword, tags.standard(tags.name)], color: 'var(--teal-ink)', fontWeight: '700' },
  { tag: tags.typeName, color: 'var(--teal-ink)' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--gold)' },
  { tag: tags.special(tags.name), color: 'var(--gold)' },
  { tag: [tags.lineComment, tags.blockComment], color: 'var(--ink-3)', fontStyle: 'italic' },
])

export const look: Extension = [theme, syntaxHighlighting(highlight)]
