import { describe, expect, it } from 'vitest'
import { systemOf } from '../../desktop/renderer/speech/system.ts'
import { chineseVoices, chosenPack, packChoice } from '../../desktop/renderer/speech/voices.ts'

describe('the voices that read aloud', () => {
  const voice = (lang: string, localService = true) => ({ lang, localService })

  it.each([
    ['Mandarin before Cantonese', [voice('zh-HK'), voice('zh-CN')], ['zh-CN', 'zh-HK']],
    ['Android’s spelling', [voice('en-US'), voice('zh_CN_#Hans')], ['zh_CN_#Hans']],
    ['another Chinese where there is no Mandarin', [voice('zh-TW')], ['zh-TW']],
    ['a dialect last', [voice('yue'), voice('zh-TW'), voice('cmn')], ['cmn', 'zh-TW', 'yue']],
    ['none over the network', [voice('zh-CN', false)], []],
    ['none for other languages', [voice('en-US'), voice('ja-JP')], []],
    ['none at all', [], []],
  ])('%s', (_, voices, languages) => {
    expect(chineseVoices(voices).map(({ lang }) => lang)).toEqual(languages)
  })

  it('are told from recorded ones by their names in the settings', () => {
    expect(chosenPack(packChoice('anlan'))).toBe('anlan')
    expect(chosenPack('Ting-Ting')).toBeUndefined()
    expect(chosenPack(null)).toBeUndefined()
  })
})

describe('the system', () => {
  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36', 'windows'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', 'mac'],
    ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36', 'linux'],
    ['Mozilla/5.0 (Linux; Android 14)', 'other'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X)', 'other'],
  ])('of %s is %s', (agent, system) => {
    expect(systemOf(agent)).toBe(system)
  })
})
