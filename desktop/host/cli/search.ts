import { print, printJson } from './output.ts'
import { only, parse, wholeNumber, type Verb } from './verb.ts'
import { withApp } from './with-app.ts'

const usage = 'search TEXT [--limit N] [--json]'
const kinds = { course: '课程', lesson: '课', dataset: '数据', notebook: '笔记', indicator: '指标' }

/** Ranked hits over courses, datasets and notebooks. */
export const searchVerb: Verb = {
  usage,
  async run(args) {
    const { values, positionals } = parse(args, usage, {
      limit: { type: 'string', default: '20' },
      json: { type: 'boolean' },
    })
    const text = only(positionals, usage)
    const limit = wholeNumber(values.limit, 'limit')
    const hits = await withApp((app) => app.search.search(text, limit))
    if (values.json) printJson(hits)
    else if (hits.length === 0) print('没有找到。换个短一点的词试试。')
    else for (const { type, id, title } of hits) print(`${kinds[type]}\t${title}\t${id}`)
    return 0
  },
}
