import type { speechProcedures } from '../../contract/speech.ts'
import type { Handlers } from '../../contract/wire/procedure.ts'
import type { Problem } from '../../domain/course/problem.ts'
import type { Content } from '../ports.ts'
import { packView, VoicePacks, type OpenPack } from './voice-packs.ts'

interface Found {
  readonly pack: OpenPack
  readonly from: VoicePacks
}

interface Shelf {
  readonly packs: ReadonlyMap<string, Found>
  readonly problems: Problem[]
}

/** Recorded voices for windows: those of the installation and of the workspace, whose own go first. */
export function createSpeech(
  shipped: Content,
  own: Content,
): Handlers<typeof speechProcedures, undefined> {
  const places = [new VoicePacks(shipped), new VoicePacks(own)]
  let found: Promise<Shelf> | undefined

  async function readAll(): Promise<Shelf> {
    const packs = new Map<string, Found>()
    const problems: Problem[] = []
    for (const from of places) {
      for (const id of await from.ids()) {
        const reading = await from.open(id)
        if (reading?.ok) packs.set(id, { pack: reading.value, from })
        else problems.push(...(reading?.problems ?? []))
      }
    }
    return { packs, problems }
  }

  return {
    async 'speech.packs'() {
      found = readAll()
      const { packs, problems } = await found
      return { packs: [...packs.values()].map(({ pack }) => packView(pack)), problems }
    },
    async 'speech.clip'({ pack, sentence }) {
      found ??= readAll()
      const at = (await found).packs.get(pack)
      return (at && (await at.from.clip(at.pack, sentence))) ?? null
    },
  }
}

/** What is wrong with the recorded voices of a content: their texts and every recording. */
export async function voiceProblems(content: Content): Promise<Problem[]> {
  const packs = new VoicePacks(content)
  const each = (await packs.ids()).map(async (id) => {
    const reading = await packs.open(id)
    if (!reading) return []
    return reading.ok ? packs.problemsOf(reading.value) : reading.problems
  })
  return (await Promise.all(each)).flat()
}
