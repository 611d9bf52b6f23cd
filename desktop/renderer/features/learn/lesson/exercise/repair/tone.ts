import type { RepairOutcome } from '../../../../../../domain/course/repair/judge.ts'

const tones = {
  found: 'ok',
  value: 'gold',
  missed: 'gold',
  false: 'seal',
  same: 'plain',
} as const

export const toneOf = (outcome: RepairOutcome) => tones[outcome]
