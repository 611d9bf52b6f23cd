import { appProcedures } from './app.ts'
import { catalogueProcedures } from './catalogue.ts'
import { learnProcedures } from './learn.ts'
import { sharingProcedures } from './sharing.ts'
import { workbenchProcedures } from './workbench.ts'

/** Everything that a renderer may ask of its host. */
export const appTable = {
  ...appProcedures,
  ...catalogueProcedures,
  ...workbenchProcedures,
  ...learnProcedures,
  ...sharingProcedures,
} as const

export type AppTable = typeof appTable
