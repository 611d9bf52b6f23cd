import { Window } from 'happy-dom'

/** What Plot, D3 and Mosaic look for in the global scope. */
const classes = [
  'Element',
  'HTMLElement',
  'SVGElement',
  'Node',
  'Event',
  'CustomEvent',
  'MutationObserver',
] as const

/** Gives this thread a document. It loads nothing: no scripts, styles or addresses are followed. */
export function installDocument(): void {
  const window = new Window({
    settings: { disableJavaScriptFileLoading: true, disableCSSFileLoading: true },
  })
  const define = (name: string, value: unknown) =>
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true })
  define('window', window)
  define('document', window.document)
  define('navigator', window.navigator)
  define('requestAnimationFrame', (draw: () => void) => setTimeout(draw, 0))
  for (const name of classes) define(name, window[name])
}
