import { appProcedures } from './app.ts'
import { assessmentProcedures } from './assessment.ts'
import { capstoneProcedures } from './capstone.ts'
import { exchangeProcedures } from './catalogue-exchange.ts'
import { certificateProcedures } from './certificates.ts'
import { boundaryProcedures } from './boundaries.ts'
import { chartExitProcedures } from './chart-exits.ts'
import { classroomProcedures } from './classroom.ts'
import { catalogueProcedures } from './catalogue.ts'
import { disclosureProcedures } from './disclosure.ts'
import { drillProcedures } from './drills.ts'
import { elementsProcedures } from './elements.ts'
import { gridProcedures } from './grid.ts'
import { gateProcedures } from './gate.ts'
import { lanProcedures } from './lan.ts'
import { learnProcedures } from './learn.ts'
import { learnerProcedures } from './learner.ts'
import { paperProcedures } from './papers.ts'
import { pivotProcedures } from './pivot.ts'
import { notebookProcedures } from './notebooks.ts'
import { qualityProcedures } from './quality.ts'
import { reportProcedures } from './report.ts'
import { sharingProcedures } from './sharing.ts'
import { sessionReportProcedures } from './session-report.ts'
import { speechProcedures } from './speech.ts'
import { studyProcedures } from './study.ts'
import { trainingRecordsProcedures } from './training-records.ts'
import { workbenchInputProcedures } from './workbench-inputs.ts'
import { sqlHelpProcedures } from './sql-help.ts'
import { workbenchProcedures } from './workbench.ts'

/** Everything that a renderer may ask of its host. */
export const appTable = {
  ...appProcedures,
  ...catalogueProcedures,
  ...elementsProcedures,
  ...qualityProcedures,
  ...exchangeProcedures,
  ...gateProcedures,
  ...workbenchProcedures,
  ...reportProcedures,
  ...disclosureProcedures,
  ...pivotProcedures,
  ...chartExitProcedures,
  ...boundaryProcedures,
  ...gridProcedures,
  ...notebookProcedures,
  ...workbenchInputProcedures,
  ...sqlHelpProcedures,
  ...learnProcedures,
  ...learnerProcedures,
  ...drillProcedures,
  ...assessmentProcedures,
  ...capstoneProcedures,
  ...trainingRecordsProcedures,
  ...classroomProcedures,
  ...sessionReportProcedures,
  ...lanProcedures,
  ...paperProcedures,
  ...sharingProcedures,
  ...certificateProcedures,
  ...studyProcedures,
  ...speechProcedures,
} as const

export type AppTable = typeof appTable
