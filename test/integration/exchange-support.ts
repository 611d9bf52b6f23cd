import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createContent } from '../../desktop/host/content.ts'
import { readWorkbook } from '../../desktop/host/workbook/read.ts'
import { writeWorkbook } from '../../desktop/host/workbook/write.ts'
import { writePlaced } from '../../desktop/host/workbook/write-placed.ts'
import { openWorkspace } from '../../desktop/journal/workspace.ts'
import { createCatalogue } from '../../desktop/services/catalogue.ts'
import { Exchange } from '../../desktop/services/exchange/exchange.ts'
import type { Workbooks } from '../../desktop/services/ports.ts'
import { settingsProjection } from '../../desktop/services/settings.ts'
import { project } from './datasets-support.ts'

/** Without the thread, which workbook.test.ts tries. */
export const workbooks: Workbooks = {
  read: (bytes) => Promise.resolve({ ok: true, sheets: readWorkbook(bytes) }),
  write: writeWorkbook,
  writePlaced,
}

/** The exchange on a workspace of its own, over the datasets below `root`. */
export async function openExchange(root = project) {
  const folder = await mkdtemp(join(tmpdir(), 'zhizhi-exchange-'))
  const open = async () => {
    const workspace = await openWorkspace(folder, { projections: [settingsProjection] })
    const content = createContent(root, join(folder, 'tmp/data'))
    const { listings, journal } = workspace
    const catalogue = await createCatalogue(content, listings)
    const clock = { now: () => new Date('2026-11-01T20:00:00Z') }
    const exchange = new Exchange({ catalogue, listings, workbooks, journal, clock, version: '1' })
    return { workspace, catalogue, exchange, listings }
  }
  let opened = await open()
  return {
    folder,
    now: () => opened,
    /** Closes the workspace and opens it again. */
    async again() {
      await opened.workspace.close()
      opened = await open()
    },
    async remove() {
      await opened.workspace.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export type Opened = Awaited<ReturnType<typeof openExchange>>
