import type { Governance } from './governance.ts'
import { hasSecrecyMark } from './secrecy-mark.ts'

/** Why a dataset may not be in the catalogue at all. */
export type Refusal = 'important' | 'core' | 'work-secret' | 'state-secret' | 'secrecy-mark'

/**
 * Important and core data (GB/T 43697-2024) and everything secret stay outside, whatever the
 * descriptor says of sharing; so does a dataset whose own words carry a secrecy mark.
 */
export function refusalOf(
  governance: Pick<Governance, 'level' | 'secrecy'>,
  words: readonly string[],
): Refusal | undefined {
  if (governance.secrecy === 'state') return 'state-secret'
  if (governance.secrecy === 'work') return 'work-secret'
  if (words.some(hasSecrecyMark)) return 'secrecy-mark'
  return governance.level === 'general' ? undefined : governance.level
}

const sentences: Readonly<Record<Refusal, string>> = {
  important: '这是重要数据，不能放进目录；请按重要数据的规定，在批准的环境里使用',
  core: '这是核心数据，不能放进目录',
  'work-secret': '这是工作秘密，不能放进目录',
  'state-secret': '这是国家秘密，不能放进目录；请立即按保密规定处理这份文件',
  'secrecy-mark': '说明文字里有密级标志，不能放进目录；请先按保密规定核实',
}

export function explainRefusal(refusal: Refusal): string {
  return sentences[refusal]
}
