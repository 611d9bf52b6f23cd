import { messages } from '../../app/i18n.svelte.ts'

export const t = messages({
  zh: {
    help: '按 Ctrl+Enter 运行，按 Ctrl+Shift+Enter 只运行选中的部分。按 Tab 缩进；要离开编辑框，先按 Esc，再按 Tab。',
    completions: '可以选的词',
    diagnostics: '写法有误的地方',
    close: '关闭',
    selectionDeleted: '已删除选中的内容',
  },
  en: {
    help: 'Ctrl+Enter runs the query, Ctrl+Shift+Enter the selection. Tab indents; to leave the editor press Esc, then Tab.',
    completions: 'Completions',
    diagnostics: 'Errors in the text',
    close: 'Close',
    selectionDeleted: 'Selection deleted',
  },
})

/** CodeMirror's own words, by the English it uses as keys. */
export function editorPhrases(): Record<string, string> {
  return {
    Completions: t.completions,
    Diagnostics: t.diagnostics,
    close: t.close,
    'Selection deleted': t.selectionDeleted,
  }
}
