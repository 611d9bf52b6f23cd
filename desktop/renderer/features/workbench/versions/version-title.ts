import type { NotebookVersion } from '../../../../contract/notebooks.ts'
import { zh } from '../../../app/i18n.svelte.ts'
import { t } from './messages.ts'
import { timeOf } from './time.ts'

/** What a version is called: by the user's name for it, or by its time. */
export function versionTitle({ name, until }: Pick<NotebookVersion, 'name' | 'until'>): string {
  if (until === null) return t.shipped
  return name === null ? t.until(timeOf(until)) : zh(name)
}
