import type { VoicePack } from '../../contract/speech.ts'
import type { Problem, Reading } from '../../domain/course/problem.ts'
import { audioType, promisedType, type AudioType } from '../../domain/speech/audio-kind.ts'
import { sentenceKey } from '../../domain/speech/sentences.ts'
import {
  mostClipBytes,
  mostTextBytes,
  readClips,
  readVoice,
  type Clips,
  type Voice,
} from '../../domain/speech/voice-pack.ts'
import { packIdSchema } from '../../domain/speech/pack-id.ts'
import type { Content } from '../ports.ts'

const folderOf = (id: string) => `voices/${id}`

export interface OpenPack {
  readonly voice: Voice
  readonly clips: Clips
}

export interface Clip {
  readonly type: AudioType
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** The recorded voices below one content's folder `voices`. */
export class VoicePacks {
  readonly #content: Content

  constructor(content: Content) {
    this.#content = content
  }

  async ids(): Promise<string[]> {
    const names = await this.#content.list('voices')
    return names.filter((name) => packIdSchema.safeParse(name).success).toSorted()
  }

  /** `undefined` where there is no such pack. */
  async open(id: string): Promise<Reading<OpenPack> | undefined> {
    if (!packIdSchema.safeParse(id).success) return undefined
    const text = await this.#text(`${folderOf(id)}/voice.yaml`)
    if (!text) return undefined
    const voice = text.ok ? readVoice(text.value, id) : text
    const list = (await this.#text(`${folderOf(id)}/clips.yaml`)) ?? noClips(id)
    const clips = list.ok ? readClips(list.value) : list
    if (voice.ok && clips.ok) return { ok: true, value: { voice: voice.value, clips: clips.value } }
    return {
      ok: false,
      problems: [...(voice.ok ? [] : voice.problems), ...(clips.ok ? [] : clips.problems)],
    }
  }

  /** The recording of a sentence; nothing where there is none, or it is not what it should be. */
  async clip(pack: OpenPack, sentence: string): Promise<Clip | undefined> {
    const path = pack.clips.get(sentenceKey(sentence))
    if (path === undefined) return undefined
    const clip = await this.#recording(pack.voice.id, path)
    return typeof clip === 'string' ? undefined : clip
  }

  /** What is wrong with the recordings of a pack; each file is looked into once. */
  async problemsOf({ voice, clips }: OpenPack): Promise<Problem[]> {
    const problems: Problem[] = []
    for (const path of new Set(clips.values())) {
      const problem = await this.#recording(voice.id, path)
      if (typeof problem === 'string')
        problems.push({ file: `${folderOf(voice.id)}/${path}`, line: 1, problem })
    }
    return problems
  }

  async #recording(id: string, path: string): Promise<Clip | string> {
    const read = await this.#content.bytes(`${folderOf(id)}/${path}`, mostClipBytes)
    if (!read.ok) return why(read.why, mostClipBytes)
    const type = audioType(read.bytes)
    if (type === undefined) return '里面不是录音：只收 WAV、MP3、Ogg、Opus、M4A'
    if (type !== promisedType(path)) return `后缀和里面的录音对不上，里面是 ${type}`
    return { type, bytes: read.bytes }
  }

  async #text(file: string) {
    const read = await this.#content.bytes(file, mostTextBytes)
    if (!read.ok)
      return read.why === 'missing' ? undefined : refuse(file, why(read.why, mostTextBytes))
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(read.bytes)
      return { ok: true, value: { file, line: 1, text } } as const
    } catch {
      return refuse(file, '不是 UTF-8 文字，另存为 UTF-8')
    }
  }
}

function why(reason: 'missing' | 'outside' | 'too_large', most: number): string {
  switch (reason) {
    case 'missing':
      return '没有这个文件'
    case 'outside':
      return '不是这个文件夹里的普通文件，把文件本身放进来'
    case 'too_large':
      return `文件太大，至多 ${most / 1024 / 1024} MB`
  }
}

const refuse = (file: string, problem: string) =>
  ({ ok: false, problems: [{ file, line: 1, problem }] }) as const

const noClips = (id: string) => refuse(`${folderOf(id)}/clips.yaml`, '没有这个文件')

/** A pack as a window lists it. */
export function packView({ voice, clips }: OpenPack): VoicePack {
  return { ...voice, sentences: clips.size }
}
