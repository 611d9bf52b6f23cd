import type { SittingKind } from '../events.ts'
import type { SittingRecord, TrainingRecord } from '../record.ts'

type Begun = Pick<SittingRecord, 'learner' | 'kind' | 'training'>

/**
 * Whether a learner's tests before and after are a pair of this training: the first of each that was
 * ever begun in the programme, wherever, must have been begun here. Who met the questions in an
 * earlier training or alone would otherwise bring that training's learning along as this one's, and
 * a before from there with an after from here would count for both or for neither by chance.
 *
 * @param sittings all of the programme, also alone and of other trainings, in the order in which they
 *   began
 */
export function isPairOf(training: string, learner: string, sittings: readonly Begun[]): boolean {
  const first = (kind: SittingKind) =>
    sittings.find((one) => one.learner === learner && one.kind === kind)
  return first('before')?.training === training && first('after')?.training === training
}

/** Whether a learner began one of the two tests elsewhere first, so that he can be in no pair here. */
export function testedElsewhere(
  training: string,
  learner: string,
  sittings: readonly Begun[],
): boolean {
  return (['before', 'after'] as const).some((kind) => {
    const first = sittings.find((one) => one.learner === learner && one.kind === kind)
    return first !== undefined && first.training !== training
  })
}

/** The halves of a training without those whose tests are no pair of it. */
export function comparedHalves(
  training: string,
  halves: TrainingRecord['halves'],
  sittings: readonly Begun[],
): TrainingRecord['halves'] {
  return Object.fromEntries(
    Object.entries(halves).filter(([learner]) => isPairOf(training, learner, sittings)),
  )
}
