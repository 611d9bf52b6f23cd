import { drawsOf, type Draws } from '../draw.ts'
import { values } from '../sql.ts'
import { spun, wheel } from '../wheel.ts'
import type { Purpose } from './respondents.ts'

/** Mean points out of 100, by what is asked: of all, then more or less in each kind of place. */
interface Question {
  readonly column: string
  readonly draw: Purpose
  readonly second: Purpose
  readonly points: number
  readonly old: number
  readonly new: number
  readonly town: number
  /** More or less of those of 60 and more. */
  readonly elder: number
}

const questions: readonly Question[] = [
  question('satisfied', 'overall', 'overallTwo', [58, -1, -3, 8, 8]),
  question('safety', 'safety', 'safetyTwo', [66, -2, 0, 5, 4]),
  question('cleanliness', 'cleanliness', 'cleanlinessTwo', [56, -5, 4, -4, 3]),
  question('convenience', 'convenience', 'convenienceTwo', [60, 2, 3, -11, -2]),
  question('grid_trust', 'trust', 'trustTwo', [57, 1, -5, 9, 9]),
]

function question(
  column: string,
  draw: Purpose,
  second: Purpose,
  [points, old, fresh, town, elder]: readonly [number, number, number, number, number],
): Question {
  return { column, draw, second, points, old, new: fresh, town, elder }
}

/** From how many points on an answer is 5, 4, 3 or 2. */
const steps = [72, 52, 37, 25] as const

const channels: Readonly<Record<string, readonly number[]>> = {
  'elder city': [31, 27, 13, 7, 22],
  'elder town': [44, 26, 7, 3, 20],
  'younger city': [12, 10, 22, 34, 22],
  'younger town': [24, 16, 16, 22, 22],
}
const channelNames = ['网格员', '社区窗口', '12345 热线', '手机小程序', '没有反映过'] as const

const matters: Readonly<Record<string, readonly number[]>> = {
  old: [26, 20, 12, 9, 10, 8, 10, 5, 0],
  new: [10, 27, 14, 16, 8, 12, 7, 6, 0],
  town: [18, 4, 16, 8, 14, 6, 14, 2, 18],
}
const matterNames =
  '市容环卫 住房物业 交通出行 噪声扰民 公用事业 教育医疗 社会保障 消费维权 农业农村'

function wheelRows(weights: Readonly<Record<string, readonly number[]>>, items: readonly string[]) {
  return Object.entries(weights).flatMap(([spin, list]) =>
    list.map((weight, index) => ({ spin, item: items[index] ?? '', weight })),
  )
}

export function answerTables(): string[] {
  const columns = ['spin', 'item', 'weight']
  const byMatter = wheelRows(matters, matterNames.split(' '))
  return [
    wheel('channel_wheel', `FROM ${values('c', columns, wheelRows(channels, channelNames))}`),
    wheel('matter_wheel', `FROM ${values('m', columns, byMatter)}`),
  ]
}

/** A cluster's people are a little alike (±5 points), a person's answers more so (±16). */
function mood(seed: number, draws: Draws<Purpose>): string {
  const shared = drawsOf('cluster', seed, { mood: 203 }).uniform('mood')
  return `10 * (${shared} - 0.5) + 16 * (${draws.uniform('moodOne')} + ${draws.uniform('moodTwo')} - 1)`
}

/** Five steps from the sum of the question's level, the mood and a scatter of ±30 points. */
function scored(asked: Question, draws: Draws<Purpose>): string {
  const scatter = `30 * (${draws.uniform(asked.draw)} + ${draws.uniform(asked.second)} - 1)`
  const level = `${asked.points} + CASE kind WHEN 'old' THEN ${asked.old} WHEN 'new' THEN ${asked.new} ELSE ${asked.town} END
           + CASE domain WHEN 'elder' THEN ${asked.elder} ELSE 0 END`
  const cases = steps.map((from, index) => `WHEN points >= ${from} THEN ${5 - index}`).join(' ')
  return `(SELECT CASE ${cases} ELSE 1 END FROM (SELECT ${level} + mood + ${scatter} AS points)) AS ${asked.column}`
}

/** Adds what they answered; who never turned to anybody has no last matter. */
export function answers(from: string, seed: number, draws: Draws<Purpose>): string {
  const place = `CASE kind WHEN 'town' THEN 'town' ELSE 'city' END`
  return `WITH felt AS (SELECT *, ${mood(seed, draws)} AS mood FROM ${from})
SELECT felt.*, c.item AS last_channel,
       CASE WHEN c.item <> '没有反映过' THEN m.item END AS last_matter,
       ${questions.map((asked) => scored(asked, draws)).join(',\n       ')}
FROM felt
${spun('channel_wheel', 'c', `domain || ' ' || ${place}`, draws.uniform('channel'))}
${spun('matter_wheel', 'm', 'kind', draws.uniform('matter'))}`
}
