import { nameRules } from './name-rules.ts'
import { parserRules } from './parser-rules.ts'
import type { Explained } from './rule.ts'
import { limitRules, shapeRules } from './shape-rules.ts'
import { typeRules } from './type-rules.ts'

const rules = [...parserRules, ...nameRules, ...typeRules, ...shapeRules, ...limitRules]

/** DuckDB's message explained; `undefined` where no rule knows it. */
export function explainSql(message: string): Explained | undefined {
  for (const { pattern, explain } of rules) {
    const found = pattern.exec(message)
    if (found) return explain(found)
  }
  return undefined
}

/** Of a message that no rule knows, the line that says it; DuckDB's advice on its settings is not ours. */
export const firstLine = (message: string): string => message.split('\n', 1)[0] ?? ''
