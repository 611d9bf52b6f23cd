import { describe, expect, it } from 'vitest'
import { audioType, promisedType } from '../../desktop/domain/speech/audio-kind.ts'
import { readClips, readVoice } from '../../desktop/domain/speech/voice-pack.ts'

const ascii = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0))

describe('a recording', () => {
  it.each([
    ['RIFF....WAVEfmt ', 'audio/wav'],
    ['RIFF....AVI LIST', undefined],
    ['OggS....', 'audio/ogg'],
    ['ID3\u0004....', 'audio/mpeg'],
    ['\u00ff\u00fb\u0090\u0000', 'audio/mpeg'],
    ['\u00ff\u00ff\u00ff\u00ff', undefined],
    ['\u0000\u0000\u0000\u0020ftypM4A ', 'audio/mp4'],
    ['\u0000\u0000\u0000\u0020ftypqt  ', undefined],
    ['<html><script>', undefined],
    ['MZ\u0090\u0000', undefined],
    ['', undefined],
  ])('is known by its first bytes: %j', (start, type) => {
    expect(audioType(ascii(start))).toBe(type)
  })
  it.each([
    ['a.wav', 'audio/wav'],
    ['a.opus', 'audio/ogg'],
    ['a.exe', undefined],
    ['wav', undefined],
    ['a.toString', undefined],
  ])('%s promises %s', (name, type) => {
    expect(promisedType(name)).toBe(type)
  })
})

const voice = (change: Record<string, string> = {}) => {
  const fields = {
    ...{ id: 'anlan', title: '{ zh: 安澜话, en: Anlan }', language: 'zh-CN-jiangsu' },
    ...{ by: '望江社区', licence: 'CC BY 4.0' },
    ...change,
  }
  const text = Object.entries(fields).map(([name, value]) => `${name}: ${value}\n`)
  return readVoice({ file: 'voices/anlan/voice.yaml', line: 1, text: text.join('') }, 'anlan')
}
const clips = (text: string) => readClips({ file: 'voices/anlan/clips.yaml', line: 1, text })
const problems = (reading: ReturnType<typeof voice> | ReturnType<typeof clips>) =>
  reading.ok ? [] : reading.problems.map(({ line, problem }) => `${line} ${problem}`)

describe('a pack', () => {
  it('is read', () => {
    expect(problems(voice())).toEqual([])
    const read = clips('"先看 12 元。": clips/0001.wav\n再点: 一/二.opus\n')
    expect(read.ok && [...read.value]).toEqual([
      ['先看12元。', 'clips/0001.wav'],
      ['再点', '一/二.opus'],
    ])
  })
  it.each([
    [voice({ id: 'other' }), '1 id 写的是“other”，应与文件夹同名：“anlan”'],
    [voice({ language: '江苏话' }), '3 language：写语言标签，如 zh-CN-jiangsu、nan'],
    [voice({ licence: '' }), '5 licence：应当是文字'],
    [voice({ autoplay: 'true' }), '6 不认识 autoplay，请检查拼写'],
    [clips('一: ../../etc/passwd.wav'), '1 一：写这个声音包里的文件'],
    [clips('一: /etc/a.wav'), '1 一：写这个声音包里的文件'],
    [clips('一: clips\\a.wav'), '1 一：写这个声音包里的文件'],
    [clips('一: a/../b.wav'), '1 一：写这个声音包里的文件'],
    [clips('一: https://a.example/b.wav'), '1 一：写这个声音包里的文件'],
    [clips('一: clips/a.exe'), '1 一：只收 wav、mp3、ogg、opus、m4a'],
    [clips('一 二: a.wav\n一二: b.wav'), '2 “一二”写了两次'],
    [clips('- a.wav'), '1 应当是“名: 值”的对照'],
  ])('is refused with where and why', (reading, problem) => {
    const [first = ''] = problems(reading)
    expect(first.slice(0, problem.length)).toBe(problem)
  })
})
