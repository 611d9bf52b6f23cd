import { decisions, type Decision } from '../../domain/catalogue/importing/recipe.ts'
import type { Wishes } from '../../domain/privacy/deidentify/plan.ts'
import { levels } from '../../domain/privacy/deidentify/policy.ts'
import { decisionWords } from '../../domain/privacy/deidentify/words.ts'
import { UsageError } from './verb.ts'

export const wishOptions = {
  decide: { type: 'string', multiple: true },
  level: { type: 'string', default: 'general' },
  quasi: { type: 'string' },
  sensitive: { type: 'string' },
} as const

interface Typed {
  readonly decide?: readonly string[] | undefined
  readonly level: string
  readonly quasi?: string | undefined
  readonly sensitive?: string | undefined
}

/** `--decide 列=动作` … as the gate takes it; whether a column is there, the gate says. */
export function wishesOf({ decide = [], level, quasi, sensitive }: Typed): Wishes {
  const known = levels.find((one) => one === level)
  if (!known) throw new UsageError(`--level 只能是 ${levels.join('、')}`)
  return {
    decisions: Object.fromEntries(decide.map(decided)),
    level: known,
    quasi: quasi?.split(/[,，]/u).filter((name) => name !== ''),
    sensitive: sensitive === '' ? null : sensitive,
  }
}

/** The last sign of equality divides: a column's name may have one too. */
function decided(text: string): [string, Decision] {
  const at = text.lastIndexOf('=')
  const word = text.slice(at + 1).trim()
  const decision = decisions.find((one) => one === word || decisionWords[one] === word)
  if (at <= 0 || !decision) {
    const words = decisions.map((one) => `${one}（${decisionWords[one]}）`).join('、')
    throw new UsageError(`--decide 要写“列=动作”，动作是：${words}；写的是“${text}”`)
  }
  return [text.slice(0, at), decision]
}
