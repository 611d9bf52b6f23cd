import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildContentIndex } from '../../services/search.ts'
import { findAppRoot } from '../app-root.ts'
import { createContent } from '../content.ts'

/** Makes the index of the shipped content; part of the build. */
export async function writeSearchIndex(path: string): Promise<void> {
  const scratch = await mkdtemp(join(tmpdir(), 'zhizhi-index-'))
  const index = await buildContentIndex(createContent(findAppRoot(), scratch))
  await writeFile(path, JSON.stringify(index))
  await rm(scratch, { recursive: true, force: true })
}
