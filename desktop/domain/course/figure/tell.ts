import type { ReadChartExercise } from './exercise.ts'
import type { FigureFinding, FigureJudgement } from './judge.ts'

export const placeNames: Readonly<Record<FigureFinding['at'], string>> = {
  title: '标题',
  legend: '图例',
  'y-axis': '纵轴',
  marks: '图形',
  'x-axis': '横轴',
  note: '图下的注',
  source: '来源',
}

/** What is said about the places picked: the result, then each pick with its reason. */
export function tellFigure(
  exercise: ReadChartExercise,
  judgement: FigureJudgement,
): { readonly message: string; readonly notes: readonly string[] } {
  const { found, of, falseAlarms, findings, correct } = judgement
  const picked = findings.filter(({ outcome }) => outcome === 'found' || outcome === 'false')
  const reasons = picked.map(({ at, say }) => `${placeNames[at]}：${say}`)
  if (correct) {
    if (of === 0) return { message: exercise.honest ?? '', notes: [] }
    const message = of === 1 ? '找对了，误导人的就是这一处。' : `${of} 处都找对了。`
    return { message, notes: reasons }
  }
  if (picked.length === 0)
    return { message: `这张图有误导人的地方，一共 ${of} 处，再看一看。`, notes: [] }
  const parts = [
    ...(found > 0 ? [`找对了 ${found} 处`] : []),
    ...(found < of ? [`还有 ${of - found} 处没有找到`] : []),
    ...(falseAlarms > 0 ? [`有 ${falseAlarms} 处并不误导`] : []),
  ]
  return { message: `${parts.join('，')}。`, notes: reasons }
}
