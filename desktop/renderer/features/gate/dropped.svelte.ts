import { href } from '../../app/paths.ts'

let waiting = $state.raw<File | undefined>()

/** A file that was dropped on another page, on its way to the import page. */
export const dropped = {
  /** Opens the import page with the file. */
  bring(file: File): void {
    waiting = file
    location.hash = href('import')
  },
  /** The file, once. */
  take(): File | undefined {
    const file = waiting
    waiting = undefined
    return file
  },
  get isWaiting(): boolean {
    return waiting !== undefined
  },
}
