import type { ReadChartExercise } from './exercise.ts'
import type { FigureJudgement } from './judge.ts'

/** What is said about the places picked as a whole; each pick has its own reason beside it. */
export function tellFigure(
  exercise: ReadChartExercise,
  judgement: FigureJudgement,
): { readonly message: string; readonly notes: readonly string[] } {
  const { found, of, falseAlarms, findings, correct } = judgement
  const picked = findings.filter(({ outcome }) => outcome === 'found' || outcome === 'false')
  if (correct) {
    if (of === 0) return { message: exercise.honest ?? '', notes: [] }
    const message = of === 1 ? '找对了，误导人的就是这一处。' : `${of} 处都找对了。`
    return { message, notes: [] }
  }
  if (picked.length === 0)
    return { message: `这张图有误导人的地方，一共 ${of} 处，再看一看。`, notes: [] }
  const parts = [
    ...(found > 0 ? [`找对了 ${found} 处`] : []),
    ...(found < of ? [`还有 ${of - found} 处没有找到`] : []),
    ...(falseAlarms > 0 ? [`有 ${falseAlarms} 处并不误导`] : []),
  ]
  return { message: `${parts.join('，')}。`, notes: [] }
}
