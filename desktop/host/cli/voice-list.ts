import { writeFile } from 'node:fs/promises'
import { stringify } from 'yaml'
import { ZhizhiError } from '../../contract/errors.ts'
import { sentencesToRecord, type SentenceToRecord } from '../../services/speech/voice-list.ts'
import { csvLine } from '../../domain/notebook/file-cell.ts'
import { print } from './output.ts'
import { only, parse, UsageError, type Verb } from './verb.ts'
import { withApp } from './with-app.ts'

const usage = 'voice-list COURSE [--format csv|yaml] [--out FILE]'

/** The sentences that a course needs recorded: a list to read from, or the beginning of `clips.yaml`. */
export const voiceListVerb: Verb = {
  usage,
  async run(args) {
    const { values, positionals } = parse(args, usage, {
      format: { type: 'string', default: 'csv' },
      out: { type: 'string' },
    })
    const course = only(positionals, usage)
    const { format } = values
    if (format !== 'csv' && format !== 'yaml') throw new UsageError(`用法：zhizhi ${usage}`)
    const sentences = await withApp(async ({ learning: { library } }) => {
      const known = await library.courseIds()
      if (!known.includes(course)) throw new ZhizhiError('not_found', { what: `课程 ${course}` })
      return sentencesToRecord(library, course)
    })
    const text = format === 'csv' ? asCsv(sentences) : asYaml(sentences)
    if (values.out === undefined) process.stdout.write(text)
    else {
      await writeFile(values.out, text)
      print(`${sentences.length} 句，写在 ${values.out}`)
    }
    return 0
  },
}

const fileOf = (index: number) => `clips/${String(index + 1).padStart(4, '0')}.wav`

function asCsv(sentences: readonly SentenceToRecord[]): string {
  const rows = sentences.map(({ sentence, place }, index) => [fileOf(index), sentence, place])
  // the mark at the front is how spreadsheets know that it is UTF-8
  return `\ufeff${[['文件', '句子', '出处'], ...rows].map(csvLine).join('')}`
}

function asYaml(sentences: readonly SentenceToRecord[]): string {
  return stringify(
    Object.fromEntries(sentences.map(({ sentence }, index) => [sentence, fileOf(index)])),
    { lineWidth: 0 },
  )
}
