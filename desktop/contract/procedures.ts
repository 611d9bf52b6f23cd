import { appProcedures } from './app.ts'
import { catalogueProcedures } from './catalogue.ts'
import { elementsProcedures } from './elements.ts'
import { learnProcedures } from './learn.ts'
import { workbenchProcedures } from './workbench.ts'

/** Everything that a renderer may ask of its host. */
export const appTable = {
  ...appProcedures,
  ...catalogueProcedures,
  ...elementsProcedures,
  ...workbenchProcedures,
  ...learnProcedures,
} as const

export type AppTable = typeof appTable
