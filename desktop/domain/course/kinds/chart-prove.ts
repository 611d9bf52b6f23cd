import { isWhole } from '../../notebook/chart-form/choices.ts'
import { writeChart } from '../../notebook/chart-form/write.ts'
import type { Result } from '../result.ts'
import { checkChart } from './chart-check.ts'
import { choicesFrom } from './chart-given.ts'
import type { ChartExercise } from './chart-schema.ts'
import type { Wanted } from './chart-traits.ts'

/** The YAML of the chart that the learner begins with: the author's, else counted rows. */
export function chartStarter({ starter = {}, reference }: ChartExercise): string {
  return writeChart(choicesFrom({ x: reference.x ?? [], ...starter }))
}

/** What is wrong with a chart exercise on its data: right charts that fail, wrong ones that pass. */
export function proveChart(exercise: ChartExercise, data: Result): string[] {
  if (data.rows.length === 0) return ['from 的查询一行也没有']
  const { reference, wrong } = exercise
  const right = [reference, ...exercise['also-right']]
  const verdictOn = (wanted: Wanted) => checkChart(exercise, data, writeChart(choicesFrom(wanted)))
  const faults = [...right, ...wrong.map(({ has }) => ({ ...reference, ...has }))].flatMap(
    (wanted) => chartFaults(wanted, data),
  )
  if (faults.length > 0) return [...new Set(faults)]
  right.forEach((wanted, index) => {
    const { correct, message } = verdictOn(wanted)
    const name = index === 0 ? 'reference' : `also-right[${index}]`
    if (!correct) faults.push(`${name} 应当通过，却说：${message}`)
  })
  wrong.forEach(({ has, say }, index) => {
    const { correct, message } = verdictOn({ ...reference, ...has })
    if (correct) faults.push(`wrong[${index + 1}] 和参考答案分不开`)
    else if (message !== say)
      faults.push(`wrong[${index + 1}] 没有说出它的 say，说的是：${message}`)
  })
  if (checkChart(exercise, data, chartStarter(exercise)).correct) {
    faults.push('开始时的图一处不改就能通过，用 starter 换一张')
  }
  return faults
}

/** Columns that the data do not have, and charts that lack a choice. */
function chartFaults(wanted: Wanted, data: Result): string[] {
  const choices = choicesFrom(wanted)
  const named = [choices.along, choices.across, choices.column, choices.colour]
  const strange = named.filter(
    (name) => name !== '' && !data.columns.some((column) => column.name === name),
  )
  if (strange.length > 0) return strange.map((name) => `from 的查询里没有“${name}”这一列`)
  return isWhole(choices) ? [] : ['图的 x、y 没有写全']
}
