import {
  checkIndicator,
  rightChoice,
  valueOf,
  type Counts,
  type IndicatorChoice,
} from './indicator.ts'
import type { IndicatorExercise, Role } from './indicator-schema.ts'

/** What the data say of a choice; `undefined` where a part is not chosen. */
interface Tries {
  readonly count: (choice: IndicatorChoice) => Promise<Counts | undefined>
  /** Whether it takes the very rows that the right choice takes. */
  readonly same: (choice: IndicatorChoice) => Promise<boolean>
}

/** Errors, and what the author should look at. */
interface IndicatorProof {
  readonly faults: string[]
  readonly remarks: string[]
}

/**
 * What is wrong with an indicator exercise on its data: a right choice that fails or has no value, a
 * wrong one that is not told its own sentence, an exclusion that takes nothing out.
 */
export async function proveIndicator(
  exercise: IndicatorExercise,
  tries: Tries,
): Promise<IndicatorProof> {
  const right = rightChoice(exercise)
  const counts = await tries.count(right)
  if (!counts || valueOf(exercise, counts) === undefined) {
    return { faults: ['照正确的口径，分母是 0'], remarks: [] }
  }
  const verdictOn = async (choice: IndicatorChoice) => {
    const [own, same] = [await tries.count(choice), await tries.same(choice)]
    return { own, ...checkIndicator(exercise, choice, own, counts, same) }
  }
  const faults: string[] = []
  for (const numerator of exercise.numerator) {
    for (const denominator of exercise.denominator) {
      const { own, correct } = await verdictOn({ ...right, numerator, denominator })
      if (!correct) faults.push(`${numerator} ÷ ${denominator} 应当通过`)
      else if (own && valueOf(exercise, own) !== valueOf(exercise, counts)) {
        faults.push(`${numerator} ÷ ${denominator} 也算对，算出来的数却不同`)
      }
    }
  }
  for (const [index, { part, as, say }] of exercise.wrong.entries()) {
    const { correct, message } = await verdictOn(wrongChoice(right, part, as))
    if (correct) faults.push(`wrong[${index + 1}]：“${part}”放在这里其实是对的`)
    else if (message !== say) faults.push(`wrong[${index + 1}] 没有说出它的 say`)
  }
  for (const [index, part] of exercise.exclusions.entries()) {
    if (!(await tries.same(wrongChoice(right, part, 'not-excluded')))) continue
    faults.push(`exclusions[${index + 1}]：“${part}”剔不剔都一样，数据里没有要剔的`)
  }
  return { faults, remarks: await unsaid(exercise, right, tries) }
}

/** Parts that the author says nothing of, and which stand in it for the right one all the same. */
async function unsaid(
  exercise: IndicatorExercise,
  right: IndicatorChoice,
  { same }: Tries,
): Promise<string[]> {
  const { numerator, denominator, exclusions, wrong } = exercise
  const told = [...numerator, ...denominator, ...exclusions, ...wrong.map(({ part }) => part)]
  const remarks: string[] = []
  for (const { id } of exercise.parts.filter((part) => !told.includes(part.id))) {
    for (const as of ['numerator', 'denominator'] as const) {
      if (await same({ ...right, [as]: id })) {
        remarks.push(`“${id}”写在 ${as} 数的是同样的行，也会算对`)
      }
    }
  }
  return remarks
}

function wrongChoice(right: IndicatorChoice, part: string, as: Role): IndicatorChoice {
  const others = right.exclusions.filter((id) => id !== part)
  if (as === 'exclusion') return { ...right, exclusions: [...others, part] }
  if (as === 'not-excluded') return { ...right, exclusions: others }
  return { ...right, [as]: part }
}
