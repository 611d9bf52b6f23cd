interface Copied {
  readonly text: string
  readonly html: string
}

/** What browsers still call by an old name; the newer way needs a permission that the shell denies. */
interface CopyingDocument {
  execCommand(command: 'copy'): boolean
}

/** Puts a table on the clipboard in both forms; whether it is there. To be called soon after a click. */
export function copyTable({ text, html }: Copied): boolean {
  let set = false
  const oncopy = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text)
    event.clipboardData?.setData('text/html', html)
    event.preventDefault()
    event.stopImmediatePropagation()
    set = true
  }
  document.addEventListener('copy', oncopy, { capture: true, once: true })
  const done = (document as unknown as CopyingDocument).execCommand('copy')
  document.removeEventListener('copy', oncopy, { capture: true })
  return done && set
}
