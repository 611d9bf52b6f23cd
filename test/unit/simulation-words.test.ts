import { describe, expect, it } from 'vitest'
import { proveScenario } from '../../desktop/domain/simulation/prove.ts'
import { scenarioSchema } from '../../desktop/domain/simulation/scenario.ts'
import { textsOf } from '../../desktop/domain/simulation/texts.ts'

const withShown = (show: object[], screen: object = {}) =>
  scenarioSchema.parse({
    id: 'words',
    title: { zh: '字', en: 'Words' },
    start: 'one',
    goal: 'end',
    screens: {
      one: {
        say: '看一看。',
        show: [...show, { control: 'button', id: 'on', text: '好', to: 'end' }],
        ...screen,
      },
      end: { say: '好了。' },
    },
  })

const faults = (show: object[], screen?: object) =>
  proveScenario(withShown(show, screen)).faults.map(({ path, problem }) => [path.at(-1), problem])

it('every text that a learner meets is gathered, those of options too', () => {
  const scenario = withShown([
    { control: 'message', id: 'm', from: '社区', text: '明天停水。' },
    {
      control: 'dialog',
      id: 'd',
      title: '问',
      text: '要位置？',
      options: [
        { id: 'no', text: '不要', to: 'end' },
        { id: 'yes', text: '要', to: 'end' },
      ],
    },
    { control: 'camera', id: 'c', targets: [{ id: 'q', icon: 'qr', text: '这张码' }] },
  ])
  expect(textsOf(scenario).map(({ text }) => text)).toEqual(
    expect.arrayContaining([
      '社区',
      '明天停水。',
      '问',
      '要位置？',
      '不要',
      '要',
      '这张码',
      '好了。',
    ]),
  )
})

describe('a text that cannot be heard or read in large print', () => {
  it.each<[string, object[], object, unknown[]]>([
    [
      'a button too long',
      [{ control: 'button', id: 'b', text: '一二三四五六七八九十一', to: 'end' }],
      {},
      ['text', '按钮上的字有 11 个字，太长了；至多 10 个'],
    ],
    [
      'an icon too long',
      [{ control: 'icon', id: 'b', icon: 'phone', text: '一二三四五六' }],
      {},
      ['text', '图标下的字有 6 个字，太长了；至多 5 个'],
    ],
    [
      'an option too long',
      [
        {
          control: 'input',
          id: 'i',
          label: '选',
          options: [
            { id: 'o', text: '一二三四五六七八九十一', to: 'end' },
            { id: 'p', text: '二', to: 'end' },
          ],
        },
      ],
      {},
      ['text', '按钮上的字有 11 个字，太长了；至多 10 个'],
    ],
    [
      'a sign that no voice reads',
      [{ control: 'text', id: 't', text: '点 ☞ 这里' }],
      {},
      ['text', '“点 ☞ 这里”里的“☞”读不出来，换成读得出的写法'],
    ],
    [
      'a long run of letters in a heading',
      [],
      { title: 'abcdefghijklm' },
      ['title', '标题有 13 个字，太长了；至多 12 个'],
    ],
    [
      'a long run of digits in a label',
      [{ control: 'field', id: 'f', label: '12345678901234', value: '好' }],
      {},
      ['label', '“12345678901234”里有一长串字母数字，放大以后排不下；分成几段'],
    ],
  ])('%s', (_, show, screen, fault) => {
    expect(faults(show, screen)).toContainEqual(fault)
  })

  it('a link in a message may be long', () => {
    const text = '请点 yibaochaxunxitong.example 查看。'
    expect(faults([{ control: 'message', id: 'm', from: '某某', text }])).toEqual([])
  })
})

it.each<[string, object, string]>([
  [
    'words that the keyboard cannot write',
    { control: 'type', id: 't', label: '写', by: 'digits', expect: 'abc', to: 'end' },
    '“t”：数字键盘只打得出数字',
  ],
  [
    'a way behind a dialog',
    { control: 'dialog', id: 'd', text: '问？', options: [{ id: 'n', text: '不', to: 'end' }] },
    '“on”在弹窗后面，点不到',
  ],
])('%s is found', (_, control, problem) => {
  expect(faults([control]).map(([, found]) => found)).toContain(problem)
})
