// Fills a workspace with a simulated class of 40, so that its pages and reports can be looked at:
//   node test/fill-cohort.mjs --root FOLDER --workspace FOLDER [--learners 40] [--seed 1] [--days-ago 0] [--report]
// The root is an installation's folder; courses of it that have no item bank get a plain one there. With --report,
// of a root that is built, the training's dataset and notebook are made too.
import { parseArgs } from 'node:util'
import { runnerImport } from 'vite'

const { values } = parseArgs({
  options: {
    root: { type: 'string' },
    workspace: { type: 'string' },
    learners: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    'days-ago': { type: 'string', default: '0' },
    report: { type: 'boolean', default: false },
  },
})
if (!values.root || !values.workspace) throw new Error('--root and --workspace are needed')
const program = new URL('fill-cohort.ts', import.meta.url).pathname
const { fillCohort, makeReport } = (await runnerImport(program, { configFile: false })).module
const made = await fillCohort({
  root: values.root,
  workspace: values.workspace,
  learners: Number(values.learners),
  seed: Number(values.seed),
  daysAgo: Number(values['days-ago']),
})
console.log(JSON.stringify(made))
if (values.report) {
  console.log(JSON.stringify(await makeReport(values.root, values.workspace, made.training)))
}
