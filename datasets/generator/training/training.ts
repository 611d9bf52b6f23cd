import { drawsOf } from '../draw.ts'
import { making, rowsOf, type GenerateOptions, type Making } from '../making.ts'
import { temporary } from '../sql.ts'
import { attendances, learnerPurposes, learnerRow, pairPurposes, pairRow } from './attendances.ts'
import { sessionPurposes, sessions, sessionTables } from './sessions.ts'

/** Sessions of a year at scale 1. */
const usualRows = 1_200

const sessionId = `'S' || format('{:05d}', number)`

const publishedSessions = `SELECT ${sessionId} AS session_id, held_on, community_code, course, volunteer_id, seats
FROM sessions ORDER BY session_id`

const publishedAttendances = `SELECT ${sessionId} AS session_id, learner_id, attended, help_level, face
FROM attendances ORDER BY session_id, learner_id`

export function training(options: GenerateOptions): Making {
  const { seed } = options
  return making('anlan-training', options, (sheet) => {
    const pairs = drawsOf(pairRow, seed, pairPurposes)
    const learners = drawsOf(learnerRow(sheet.index), seed, learnerPurposes)
    const draws = drawsOf('session', seed, sessionPurposes)
    return {
      statements: [
        ...sessionTables(),
        temporary('sessions', sessions(rowsOf(sheet, usualRows), seed, draws)),
        temporary('attendances', attendances(sheet.index, seed, pairs, learners)),
      ],
      outputs: [
        { path: 'data/sessions.parquet', query: publishedSessions },
        { path: 'data/attendances.parquet', query: publishedAttendances },
      ],
    }
  })
}
