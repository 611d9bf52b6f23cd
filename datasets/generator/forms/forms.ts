import { calendar } from '../anlan/calendar.ts'
import { making, type GenerateOptions, type Making } from '../making.ts'
import { temporary } from '../sql.ts'
import { formTables, items } from './items.ts'
import { placeTable, submissions } from './submissions.ts'

const formId = `'F' || format('{:03d}', form)`

const publishedForms = `SELECT ${formId} AS form_id, title, department, level, frequency,
       CAST(items AS INTEGER) AS items, legal = 1 AS legal_basis,
       CAST(started || '-01' AS DATE) AS started, review
FROM forms ORDER BY form_id`

const publishedItems = `SELECT ${formId} AS form_id, CAST(item AS INTEGER) AS item, asks_for, element, already_shared
FROM items ORDER BY form_id, item`

const publishedSubmissions = `SELECT ${formId} AS form_id, community_code, due, submitted, minutes, returned
FROM submissions ORDER BY form_id, due, community_code`

/** The forms that communities fill in a year: a ledger, which does not grow with scale. */
export function formLedger(options: GenerateOptions): Making {
  const { seed, truths } = options
  return making('anlan-forms', { ...options, scale: 1 }, () => ({
    statements: [
      ...calendar(),
      ...formTables(),
      placeTable(),
      temporary('items', items(seed, truths.overlap.percent)),
      temporary('submissions', submissions(seed)),
    ],
    outputs: [
      { path: 'data/forms.parquet', query: publishedForms },
      { path: 'data/items.parquet', query: publishedItems },
      { path: 'data/submissions.parquet', query: publishedSubmissions },
    ],
  }))
}
