import type { TrainingView } from '../../../../contract/training.ts'

const steps = ['placement', 'before', 'courses', 'after', 'final', 'capstone'] as const

/** How many of the class finished each step, in the order of the way; who has left is not of it. */
export function stepCounts({ members, courses }: Pick<TrainingView, 'members' | 'courses'>) {
  return steps.map((step) => {
    const done = members.filter((member) => {
      if (!member.inClass) return false
      if (step === 'courses') return member.courses === courses
      return (step === 'capstone' ? member.capstone : member.steps[step]) === 'done'
    })
    return { step, done: done.length }
  })
}

type Gain = Pick<NonNullable<TrainingView['gains']>[number], 'interval'>

/** What an interval allows to be said. */
export function claimOf({ interval }: Gain): 'clear' | 'worse' | 'unclear' {
  if (interval === null) return 'unclear'
  const [low, high] = interval
  return low > 0 ? 'clear' : high < 0 ? 'worse' : 'unclear'
}
