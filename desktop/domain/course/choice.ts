import type { ChoiceExercise } from './exercise.ts'

/** What is said about a choice, and the reasons for the options chosen. */
export interface ChoiceVerdict {
  readonly correct: boolean
  readonly message: string
  readonly notes: readonly string[]
}

/** Checks a choice: every wrong option is explained by its own reason. */
export function checkChoice(exercise: ChoiceExercise, chosen: readonly number[]): ChoiceVerdict {
  const picked = exercise.options.filter((_, index) => chosen.includes(index))
  const wrong = picked.filter((option) => !option.right)
  const right = picked.filter((option) => option.right)
  const lacking = exercise.options.filter((option) => option.right).length - right.length
  const reasons = (options: typeof picked) => options.map((option) => option.because)

  if (picked.length === 0) return { correct: false, message: '还没有选。选好再交。', notes: [] }
  if (wrong.length > 0) {
    const [message = '', ...notes] = reasons(wrong)
    return { correct: false, message, notes }
  }
  if (lacking > 0) {
    return { correct: false, message: `选的都对，还差 ${lacking} 项。`, notes: reasons(right) }
  }
  const [message = '', ...notes] = reasons(right)
  return { correct: true, message, notes }
}

/** `1,3`, `1 3` or `A、C`: the options of a written answer, from 0; `undefined` where unreadable. */
export function readChoice(text: string): number[] | undefined {
  const parts = text.split(/[\s,，、;；]+/).filter((part) => part !== '')
  const chosen = parts.map((part) => {
    if (/^[a-f]$/i.test(part)) return part.toLowerCase().charCodeAt(0) - 97
    return /^[1-9]$/.test(part) ? Number(part) - 1 : NaN
  })
  return chosen.length > 0 && chosen.every(Number.isInteger) ? chosen : undefined
}
