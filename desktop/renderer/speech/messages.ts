import { messages } from '../app/i18n.svelte.ts'

export const t = messages({
  zh: {
    read: '读给我听',
    stop: '停下',
    silent: '这一段还没有录音，先看字。',
    noVoice: '没声音？',
    noVoiceTitle: '这台电脑还不会念中文',
    noVoiceText: '不要紧，字都在屏幕上，看着一样学。',
    askHelper: '想听的话，请帮忙的人装一个中文语音，装好后重开致知：',
    understood: '知道了',
    title: '朗读',
    rate: '快慢',
    rates: { slow: '慢', normal: '正常', fast: '快' },
    voice: '声音',
    system: (name: string) => `${name}（本机）`,
    recorded: (name: string) => `${name}（录音）`,
    by: (sentences: number, by: string, licence: string) =>
      `录了 ${sentences} 句，由${by}录制，许可：${licence}。没录到的句子由本机的声音来读。`,
    try: '试听',
    sample: '您好，我来读给您听。豆浆 3 元 5 角，有事打 12345。',
    broken: '有的录音包不能用',
    local: '只用这台电脑自己的声音，文字不会发到网上。',
    elder: {
      slower: '慢一点',
      faster: '快一点',
      rateNow: (rate: string) => `现在读得：${rate}`,
      voiceNow: (name: string) => `现在的声音：${name}`,
      next: '换个声音',
      onlyOne: '只有这一个声音',
    },
    install: {
      windows:
        '打开“设置”→“时间和语言”→“语音”，在“管理语音”里点“添加语音”，选“中文（简体，中国）”。装的时候要联一次网。',
      mac: '打开“系统设置”→“辅助功能”→“朗读内容”→“系统声音”→“管理声音”，选一个普通话的声音。',
      linux:
        '装上 speech-dispatcher 和 espeak-ng 两个软件包（终端里：sudo apt install speech-dispatcher espeak-ng）。用 Chromium 打开致知的，启动时加 --enable-speech-dispatcher。',
      other: '在系统设置里找“语音”或“文字转语音”，装上中文（普通话）。',
    },
  },
  en: {
    read: 'Read it to me',
    stop: 'Stop',
    silent: 'There is no recording of this part yet; please read it.',
    noVoice: 'No sound?',
    noVoiceTitle: 'This computer cannot read Chinese aloud yet',
    noVoiceText: 'Never mind: every word is on the screen.',
    askHelper: 'To listen, ask a helper to install a Chinese voice, then open Zhizhi again:',
    understood: 'All right',
    title: 'Reading aloud',
    rate: 'Speed',
    rates: { slow: 'Slow', normal: 'Normal', fast: 'Fast' },
    voice: 'Voice',
    system: (name) => `${name} (this computer)`,
    recorded: (name) => `${name} (recorded)`,
    by: (sentences, by, licence) =>
      `${sentences} sentences, recorded by ${by}; licence: ${licence}. Other sentences are read by a voice of this computer.`,
    try: 'Try it',
    sample: '您好，我来读给您听。豆浆 3 元 5 角，有事打 12345。',
    broken: 'Some recordings cannot be used',
    local: 'Only voices of this computer are used; no text is sent anywhere.',
    elder: {
      slower: 'Slower',
      faster: 'Faster',
      rateNow: (rate) => `Speed now: ${rate}`,
      voiceNow: (name) => `Voice now: ${name}`,
      next: 'Another voice',
      onlyOne: 'There is only this voice',
    },
    install: {
      windows:
        'Open Settings → Time & language → Speech; under “Manage voices” choose “Add voices” and “Chinese (Simplified, China)”. It takes the network once.',
      mac: 'Open System Settings → Accessibility → Spoken Content → System voice → Manage voices, and choose a Mandarin voice.',
      linux:
        'Install the packages speech-dispatcher and espeak-ng (sudo apt install speech-dispatcher espeak-ng). Where Chromium shows Zhizhi, start it with --enable-speech-dispatcher.',
      other:
        'Look for “Speech” or “Text to speech” in the system settings and add Chinese (Mandarin).',
    },
  },
})
