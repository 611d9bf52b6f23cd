import { chartSchema } from '../../notebook/chart.ts'
import { readYaml } from '../../notebook/yaml-part.ts'
import type { Result } from '../result.ts'
import { explainTrait } from './chart-explain.ts'
import { drawsMore, givenChart, type GivenChart } from './chart-given.ts'
import { chartTable, type ChartExercise } from './chart-schema.ts'
import { traitNames, type TraitName, type Wanted } from './chart-traits.ts'

/** What is said of a drawn chart. */
export interface ChartVerdict {
  readonly correct: boolean
  readonly message: string
}

/** Checks a chart cell's YAML: its traits against the right charts, the honesty of its bars always. */
export function checkChart(exercise: ChartExercise, data: Result, body: string): ChartVerdict {
  const wrong = (message: string): ChartVerdict => ({ correct: false, message })
  const read = readYaml(body, chartSchema)
  if (!read.ok) return wrong(`这张图画不出来：${read.detail.zh}。`)
  const given = givenChart(read.value, data)
  if (given.from !== chartTable || drawsMore(read.value)) {
    return wrong(`画的不是题目给的数据：在“数据表”里选“${chartTable}”。`)
  }
  if (!given.zero) return wrong('条的起点不是 0，长短就不再和数成比例，会夸大差别。让数轴从 0 起。')
  const right = [exercise.reference, ...exercise['also-right']]
  if (right.some((wanted) => differences(wanted, given).length === 0)) {
    return { correct: true, message: exercise.done ?? '对了：这张图让人一眼看到题目问的东西。' }
  }
  const authored = exercise.wrong.find(({ has }) => differences(has, given).length === 0)
  return wrong(authored?.say ?? explainNearest(right, given))
}

/** The traits in which a chart is not as wanted, what weighs most first. */
function differences(wanted: Wanted, { traits }: GivenChart): TraitName[] {
  return traitNames.filter((trait) => {
    const allowed = wanted[trait]
    if (!allowed) return false
    if (trait === 'title') return !allowed.some((word) => traits.title.includes(word))
    return !allowed.includes(traits[trait])
  })
}

function explainNearest(right: readonly Wanted[], given: GivenChart): string {
  const [nearest] = right
    .map((wanted) => ({ wanted, wrong: differences(wanted, given) }))
    .toSorted((one, other) => one.wrong.length - other.wrong.length)
  const [trait] = nearest?.wrong ?? []
  if (!nearest || !trait) return '还不是题目要的图。'
  const more =
    nearest.wrong.length > 1 ? `（改好这一处，还有 ${nearest.wrong.length - 1} 处要看。）` : ''
  return `${explainTrait(trait, given, nearest.wanted)}${more}`
}
