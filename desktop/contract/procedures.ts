import { appProcedures } from './app.ts'
import { catalogueProcedures } from './catalogue.ts'
import { elementsProcedures } from './elements.ts'
import { learnProcedures } from './learn.ts'
import { qualityProcedures } from './quality.ts'
import { workbenchProcedures } from './workbench.ts'

/** Everything that a renderer may ask of its host. */
export const appTable = {
  ...appProcedures,
  ...catalogueProcedures,
  ...elementsProcedures,
  ...qualityProcedures,
  ...workbenchProcedures,
  ...learnProcedures,
} as const

export type AppTable = typeof appTable
