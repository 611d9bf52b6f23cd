import { journalReason } from '../../contract/journal-reasons.ts'
import { verifyJournal } from '../../journal/verify.ts'
import { defaultWorkspace } from '../workspace-folder.ts'
import { print, printJson } from './output.ts'
import { only, parse, UsageError, type Verb } from './verb.ts'

const usage = 'audit verify [--workspace DIR] [--json]'

/** Checks the journal's chain without opening the workspace. */
export const auditVerb: Verb = {
  usage,
  async run(args) {
    const { values, positionals } = parse(args, usage, {
      workspace: { type: 'string' },
      json: { type: 'boolean' },
    })
    if (only(positionals, usage) !== 'verify') throw new UsageError(`用法：zhizhi ${usage}`)
    const report = await verifyJournal(values.workspace ?? defaultWorkspace())
    if (values.json) printJson(report)
    else {
      print(
        report.intact ? `完好：${report.events} 条记录` : `有损坏；可信的记录 ${report.events} 条`,
      )
      for (const { file, line, reason } of report.damaged)
        print(`  ${file} 第 ${line} 行：${journalReason(reason, 'zh')}`)
    }
    return report.intact ? 0 : 1
  },
}
