import { describe, expect, it } from 'vitest'
import type { Clip } from '../../desktop/renderer/speech/clip-player.ts'
import { Speech } from '../../desktop/renderer/speech/speech.ts'
import type { Saying } from '../../desktop/renderer/speech/synthesis.ts'

interface Given {
  readonly voices?: readonly string[]
  readonly voice?: string | null
  readonly recorded?: readonly string[]
  readonly plays?: boolean
}

/** A system that writes down what it was told; each saying ends when it is told to. */
function system({ voices = ['小雅', '大明'], voice = null, recorded, plays = true }: Given = {}) {
  const heard: string[] = []
  let finish: () => void = () => undefined
  const pack = { id: 'anlan', title: { zh: '安澜话', en: 'Anlan' }, language: 'nan' }
  const packs = recorded ? [{ ...pack, by: '某', licence: 'CC0', sentences: recorded.length }] : []
  const speech = new Speech({
    synthesis: {
      voices: () => voices.map((name) => ({ id: name, name })),
      onVoices: () => () => undefined,
      say: ({ text, voice: who, rate }: Saying) => {
        heard.push(`${who} ${rate} ${text}`)
        return new Promise((resolve) => (finish = resolve))
      },
      stop: () => heard.push('停'),
    },
    player: {
      play: ({ bytes }: Clip) => {
        heard.push(`录音 ${new TextDecoder().decode(bytes)}`)
        return Promise.resolve(plays)
      },
      stop: () => undefined,
    },
    preferences: { speechRate: 'normal', voice },
    readPacks: () => Promise.resolve({ packs, problems: [] }),
    readClip: (_, sentence) =>
      recorded?.includes(sentence)
        ? Promise.resolve({ type: 'audio/wav', bytes: new TextEncoder().encode(sentence) })
        : Promise.reject(new Error('the line is broken')),
  })
  const next = async () => {
    finish()
    await new Promise((resolve) => setTimeout(resolve, 0))
  }
  return { speech, heard, next }
}

const sentence = ({ reading }: Speech) => reading?.text.slice(reading.start, reading.end)
const me = {}

describe('reading aloud', () => {
  it('goes sentence by sentence, and is over at the end', async () => {
    const { speech, heard, next } = system()
    void speech.read('先看 ¥3.50。 再点！', me)
    expect(sentence(speech)).toBe('先看 ¥3.50。')
    await next()
    expect(sentence(speech)).toBe('再点！')
    await next()
    expect(speech.reading).toBeUndefined()
    expect(heard).toEqual(['小雅 0.85 先看 3 元 5 角。', '小雅 0.85 再点！'])
  })
  it('stops when told, for whom it was read', async () => {
    const { speech, heard, next } = system()
    void speech.read('一。二。', me)
    speech.stop({})
    expect(sentence(speech)).toBe('一。')
    speech.stop(me)
    await next()
    expect(speech.reading).toBeUndefined()
    expect(heard).toEqual(['小雅 0.85 一。', '停'])
  })
  it('gives way to the next text', async () => {
    const { speech, heard, next } = system()
    void speech.read('一。二。', me)
    void speech.read('三。', {})
    await next()
    expect(heard).toEqual(['小雅 0.85 一。', '停', '小雅 0.85 三。'])
  })
  it.each([
    ['the chosen voice', '大明', '大明'],
    ['the best where the chosen one is gone', '走了', '小雅'],
    ['the best where a pack is gone', 'pack:gone', '小雅'],
  ])('uses %s', (_, voice, expected) => {
    const { speech } = system({ voice })
    expect(speech.choice).toBe(expected)
  })
})

describe('a recorded voice', () => {
  it('says what was recorded, and leaves the rest to the system', async () => {
    const { speech, heard, next } = system({ voice: 'pack:anlan', recorded: ['一。'] })
    await speech.readPacks()
    expect(speech.choice).toBe('pack:anlan')
    void speech.read('一。二。', me)
    await next()
    expect(heard).toEqual(['录音 一。', '小雅 0.85 二。'])
  })
  it('is replaced where its recording does not play', async () => {
    const { speech, heard, next } = system({
      voice: 'pack:anlan',
      recorded: ['一。'],
      plays: false,
    })
    await speech.readPacks()
    void speech.read('一。', me)
    await next()
    expect(heard).toEqual(['录音 一。', '小雅 0.85 一。'])
  })
  it('alone says so where it has nothing of a text', async () => {
    const { speech, next } = system({ voices: [], voice: 'pack:anlan', recorded: ['一。'] })
    expect(speech.available).toBe(false)
    await speech.readPacks()
    expect(speech.available).toBe(true)
    void speech.read('二。', me)
    await next()
    expect([speech.reading, speech.silent]).toEqual([undefined, me])
  })
})
