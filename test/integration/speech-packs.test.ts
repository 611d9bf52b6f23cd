import { cp, mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createContent } from '../../desktop/host/content.ts'
import { Library } from '../../desktop/services/learning/library.ts'
import { createSpeech, voiceProblems } from '../../desktop/services/speech/speech.ts'
import { sentencesToRecord } from '../../desktop/services/speech/voice-list.ts'

const fixture = new URL('../fixtures/voices/beep', import.meta.url).pathname
let folder = ''
let pack = ''
const content = () => createContent(folder, join(folder, 'copies'))
const said = '手机付款很方便，“嘀” 一声就好。'

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhizhi-voices-'))
  pack = join(folder, 'voices/beep')
  await cp(fixture, pack, { recursive: true })
})
afterEach(() => rm(folder, { recursive: true, force: true }))

function host() {
  const speech = createSpeech(createContent(join(folder, 'none'), folder), content())
  const call = undefined as never
  return {
    packs: async () => speech['speech.packs']({}, call),
    clip: async (sentence: string, id = 'beep') =>
      speech['speech.clip']({ pack: id, sentence }, call),
  }
}

it('lists a pack and plays what it has', async () => {
  const { packs, problems } = await host().packs()
  expect(problems).toEqual([])
  expect(packs).toMatchObject([{ id: 'beep', language: 'zh-CN-jiangsu', sentences: 1 }])
  const clip = await host().clip(said)
  expect([clip?.type, clip?.bytes.length]).toEqual(['audio/wav', 1644])
  expect(await host().clip('没有录过。')).toBeNull()
  expect(await host().clip(said, 'nobody')).toBeNull()
  expect(await voiceProblems(content())).toEqual([])
})

it.each([
  [
    'a link out of the pack',
    '不是这个文件夹里的普通文件',
    () => symlink('/etc/hostname', clipFile()),
  ],
  ['a web page', '里面不是录音', () => writeFile(clipFile(), '<html></html>')],
  ['another kind', '后缀和里面的录音对不上', () => writeFile(clipFile(), 'OggS....')],
  ['nothing', '没有这个文件', () => Promise.resolve()],
  ['a folder', '不是这个文件夹里的普通文件', () => mkdir(clipFile())],
  ['seven megabytes', '文件太大，至多 6 MB', tooLarge],
])('does not play %s', async (_, problem, make) => {
  await rm(clipFile())
  await make()
  expect(await host().clip(said)).toBeNull()
  const [found] = await voiceProblems(content())
  expect(found?.problem).toContain(problem)
})

it.each([
  ['clips.yaml', '句子: ../../../etc/passwd.wav', '写这个声音包里的文件'],
  ['clips.yaml', Uint8Array.of(0xff, 0xfe), '不是 UTF-8'],
  ['voice.yaml', 'id: beep', '没有写'],
])('a broken %s is told, and the app goes on', async (file, text, problem) => {
  await writeFile(join(pack, file), text)
  const { packs, problems } = await host().packs()
  expect(packs).toEqual([])
  expect(problems[0]?.problem).toContain(problem)
  expect(problems[0]?.file).toBe(`voices/beep/${file}`)
})

const clipFile = () => join(pack, 'clips/0001.wav')

async function tooLarge(): Promise<void> {
  await writeFile(clipFile(), 'RIFF....WAVE')
  await truncate(clipFile(), 7 * 1024 * 1024)
}

it('lists each sentence of a course once, with where it is met', async () => {
  const root = new URL('../..', import.meta.url).pathname
  const library = new Library(createContent(root, join(folder, 'copies')))
  const list = await sentencesToRecord(library, 'b4-payment')
  const [lesson] = await library.lessonIds('b4-payment')
  const sentences = list.map(({ sentence }) => sentence)
  expect(new Set(sentences).size).toBe(sentences.length)
  expect(list).toContainEqual({
    sentence: '手机付款很方便，“嘀”一声就好。',
    place: `b4-payment/${lesson}`,
  })
  expect(list.some(({ place }) => place.includes('/scenarios/'))).toBe(true)
  expect(await sentencesToRecord(library, 'nowhere')).toEqual([])
})
