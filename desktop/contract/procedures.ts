import { appProcedures } from './app.ts'
import { exchangeProcedures } from './catalogue-exchange.ts'
import { catalogueProcedures } from './catalogue.ts'
import { elementsProcedures } from './elements.ts'
import { learnProcedures } from './learn.ts'
import { qualityProcedures } from './quality.ts'
import { sharingProcedures } from './sharing.ts'
import { sqlHelpProcedures } from './sql-help.ts'
import { workbenchProcedures } from './workbench.ts'

/** Everything that a renderer may ask of its host. */
export const appTable = {
  ...appProcedures,
  ...catalogueProcedures,
  ...elementsProcedures,
  ...qualityProcedures,
  ...exchangeProcedures,
  ...workbenchProcedures,
  ...sqlHelpProcedures,
  ...learnProcedures,
  ...sharingProcedures,
} as const

export type AppTable = typeof appTable
