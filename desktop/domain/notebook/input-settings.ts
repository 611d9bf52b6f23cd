import * as z from 'zod'
import type { FenceInfo } from './fence-info.ts'
import { inputSchema, misfit, type Input, type Value } from './input.ts'
import type { Sentence } from './problem.ts'
import { check, readYaml, type YamlPart } from './yaml-part.ts'

/** An input's settings stand on its fence or in its body; a first value in the front matter wins. */
export function readInput(
  body: string,
  info: FenceInfo,
  first: Value | undefined,
): YamlPart<Input> {
  const inBody = readYaml(body.trim() === '' ? '{}' : body, settings)
  if (!inBody.ok) return inBody
  const all = { ...inBody.value, ...info.attributes }
  const read = check(first === undefined ? all : { ...all, value: first }, inputSchema)
  if (!read.ok) return { ...read, offset: 0 }
  const value = read.value.value
  const wrong = value === undefined ? undefined : misfit(read.value, value)
  return wrong ? { ok: false, detail: valueFault(wrong), offset: 0 } : read
}

const settings = z.record(z.string(), z.unknown())
const valueFault = ({ zh, en }: Sentence): Sentence => ({ zh: `value：${zh}`, en: `value: ${en}` })
