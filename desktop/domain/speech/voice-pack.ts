import * as z from 'zod'
import { titlesSchema } from '../course/titles.ts'
import type { Problem, Reading } from '../course/problem.ts'
import { lineOf, readYaml, type Part } from '../course/yaml.ts'
import { audioTypes, promisedType } from './audio-kind.ts'
import { packIdSchema } from './pack-id.ts'
import { sentenceKey } from './sentences.ts'

/** Recorded voices: a folder `voices/<id>` with `voice.yaml`, `clips.yaml` and the recordings. */

/** A recording may be this large; a minute of uncompressed speech has room in it. */
export const mostClipBytes = 6 * 1024 * 1024
/** Neither of the two files of text may be larger. */
export const mostTextBytes = 2 * 1024 * 1024
const mostClips = 20_000

const words = z.string().trim().min(1).max(200)

export const voiceSchema = z.strictObject({
  id: packIdSchema,
  title: titlesSchema,
  /** A language tag: zh-CN-jiangsu, nan. */
  language: z
    .string()
    .max(40)
    .refine((tag) => /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(tag), {
      error: '写语言标签，如 zh-CN-jiangsu、nan',
    }),
  /** Who recorded it. */
  by: words,
  licence: words,
})
export type Voice = z.infer<typeof voiceSchema>

/** Names of letters, digits, spaces, hyphens and underlines: no name of these leads elsewhere. */
const insideParts =
  /^(?:[\p{L}\p{N}_][\p{L}\p{N}_ -]*\/){0,3}[\p{L}\p{N}_][\p{L}\p{N}_ -]*\.[A-Za-z0-9]+$/u

const clipPath = z
  .string()
  .max(200)
  .refine((path) => insideParts.test(path), {
    error: '写这个声音包里的文件，如 clips/001.wav；不能有 .. 和开头的 /',
  })
  .refine((path) => promisedType(path) !== undefined, {
    error: `只收 ${Object.keys(audioTypes).join('、')}，后缀用小写`,
  })

const clipsSchema = z
  .record(z.string().trim().min(1).max(500), clipPath)
  .refine((clips) => Object.keys(clips).length <= mostClips, { error: `至多 ${mostClips} 句` })

/** From a sentence's key to the file with its recording. */
export type Clips = ReadonlyMap<string, string>

/** Reads `voice.yaml`; a pack's id is the name of its folder. */
export function readVoice(part: Part, folder: string): Reading<Voice> {
  const reading = readYaml(part, voiceSchema)
  if (!reading.ok || reading.value.id === folder) return reading
  const problem = `id 写的是“${reading.value.id}”，应与文件夹同名：“${folder}”`
  return refuse([{ file: part.file, line: lineOf(part, ['id']), problem }])
}

/** Reads `clips.yaml`: sentences, and the files that say them. */
export function readClips(part: Part): Reading<Clips> {
  const reading = readYaml(part, clipsSchema)
  if (!reading.ok) return reading
  const clips = new Map<string, string>()
  const problems: Problem[] = []
  for (const [sentence, path] of Object.entries(reading.value)) {
    const key = sentenceKey(sentence)
    const twice = `“${sentence}”写了两次（只差空格），留一条`
    if (clips.has(key))
      problems.push({ file: part.file, line: lineOf(part, [sentence]), problem: twice })
    clips.set(key, path)
  }
  return problems.length > 0 ? refuse(problems) : { ok: true, value: clips }
}

const refuse = (problems: readonly Problem[]): Reading<never> => ({ ok: false, problems })
