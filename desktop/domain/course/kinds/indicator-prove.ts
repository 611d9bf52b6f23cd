import {
  checkIndicator,
  rightChoice,
  valueOf,
  type Counts,
  type IndicatorChoice,
} from './indicator.ts'
import type { IndicatorExercise, Role } from './indicator-schema.ts'

type Count = (choice: IndicatorChoice) => Promise<Counts | undefined>

/**
 * What is wrong with an indicator exercise on its data: a right choice that fails or has no value, a
 * wrong one that is not told its own sentence.
 */
export async function proveIndicator(exercise: IndicatorExercise, count: Count): Promise<string[]> {
  const right = rightChoice(exercise)
  const counts = await count(right)
  if (!counts || valueOf(exercise, counts) === undefined) return ['照正确的口径，分母是 0']
  const faults: string[] = []
  for (const numerator of exercise.numerator) {
    for (const denominator of exercise.denominator) {
      const choice = { ...right, numerator, denominator }
      const own = await count(choice)
      const { correct } = checkIndicator(exercise, choice, own, counts)
      if (!correct) faults.push(`${numerator} ÷ ${denominator} 应当通过`)
      else if (own && valueOf(exercise, own) !== valueOf(exercise, counts)) {
        faults.push(`${numerator} ÷ ${denominator} 也算对，算出来的数却不同`)
      }
    }
  }
  for (const [index, { part, as, say }] of exercise.wrong.entries()) {
    const choice = wrongChoice(right, part, as)
    const { correct, message } = checkIndicator(exercise, choice, await count(choice), counts)
    if (correct) faults.push(`wrong[${index + 1}]：“${part}”放在这里其实是对的`)
    else if (message !== say) faults.push(`wrong[${index + 1}] 没有说出它的 say`)
  }
  return faults
}

function wrongChoice(right: IndicatorChoice, part: string, as: Role): IndicatorChoice {
  const others = right.exclusions.filter((id) => id !== part)
  if (as === 'exclusion') return { ...right, exclusions: [...others, part] }
  if (as === 'not-excluded') return { ...right, exclusions: others }
  return { ...right, [as]: part }
}
