import { cruise, type IConfiguration, type ICruiseResult } from 'dependency-cruiser'
import { expect, test } from 'vitest'
import rules from '../../.dependency-cruiser.mjs'

const { forbidden, options } = rules as unknown as Required<IConfiguration>
const fixture = 'test/fixtures/import-rules/desktop'

async function violations(): Promise<{ rule: string; from: string }[]> {
  const { output } = await cruise([fixture], {
    ...options,
    ruleSet: { forbidden },
    validate: true,
  })
  const { summary } = output as ICruiseResult
  return summary.violations.map(({ rule, from }) => ({ rule: rule.name, from }))
}

test('every import rule catches the file that breaks it, and lets the lawful one be', async () => {
  const found = await violations()
  const caught = [...new Set(found.map(({ rule }) => rule))].sort()
  expect(caught).toEqual(forbidden.map(({ name }) => name).sort())
  expect(found.filter(({ from }) => from.endsWith('keeps.ts'))).toEqual([])
}, 60_000)
