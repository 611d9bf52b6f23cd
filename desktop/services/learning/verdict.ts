import type { SmallTable, Verdict } from '../../contract/learn.ts'
import { calibration, type Confidence } from '../../domain/course/calibration.ts'
import type { Difference } from '../../domain/course/diagnose.ts'
import type { ValueVerdict } from '../../domain/course/kinds/common.ts'
import type { Result } from '../../domain/course/result.ts'

/** Rows of the learner's own result that come back. */
const shownRows = 200
/** Rows of a difference that come back. */
const shownDifferences = 20

export function smallTable(result: Result): SmallTable {
  return {
    columns: result.columns.map(({ name, type }) => ({ name, type })),
    rows: result.rows.slice(0, shownRows).map((row) => [...row]),
    truncated: result.truncated || result.rows.length > shownRows,
  }
}

export const noVerdict = { notes: [], marks: [], yours: null, difference: null, at: null }

/** The verdict on an answer that was checked without data. */
export function valueVerdict({ code, message, notes, marks }: ValueVerdict): Verdict {
  const correct = code === 'ok'
  return { ...noVerdict, correct, code, message, notes: [...notes], marks: [...marks] }
}

/** The verdict, with a word on how sure the learner was; an answer that no one could read gets none. */
export function calibrated(verdict: Verdict, confidence: Confidence | undefined): Verdict {
  if (confidence === undefined || ['error', 'statement'].includes(verdict.code)) return verdict
  return { ...verdict, notes: [...verdict.notes, calibration(confidence, verdict.correct)] }
}

export function wireDifference(difference: Difference): NonNullable<Verdict['difference']> {
  const first = (rows: Difference['missing']) =>
    rows.slice(0, shownDifferences).map((row) => [...row])
  const { columns, missing, extra } = difference
  return { columns: [...columns], missing: first(missing), extra: first(extra) }
}

/** Says that not all differing rows are shown, where that is so. */
export function differenceNotes({ missing, extra }: Difference): string[] {
  const most = Math.max(missing.length, extra.length)
  return most > shownDifferences
    ? [`不同的行至少有 ${most} 行，这里只列出前 ${shownDifferences} 行。`]
    : []
}
