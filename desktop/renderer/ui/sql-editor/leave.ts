import { EditorView } from '@codemirror/view'

/**
 * Tab indents, so a keyboard user needs a way out: Escape gives Tab back to the page until
 * something is typed or the editor is left. (CodeMirror's own Escape does so for two seconds
 * only; nobody should have to hurry.)
 */
export const leaveWithEscape = [
  EditorView.domEventHandlers({
    keydown(event, view) {
      if (event.key === 'Escape') view.setTabFocusMode(true)
      return false
    },
    blur(_event, view) {
      view.setTabFocusMode(false)
      return false
    },
  }),
  EditorView.updateListener.of((update) => {
    if (update.docChanged) update.view.setTabFocusMode(false)
  }),
]
