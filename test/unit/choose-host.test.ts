import { expect, test } from 'vitest'
import { chooseHost, type HostFacts } from '../../desktop/host/start/choose.ts'
import { hasDisplay } from '../../desktop/host/start/facts.ts'

const facts: HostFacts = {
  asked: undefined,
  display: true,
  binary: false,
  mirror: 'https://mirror.example/',
  answers: () => Promise.resolve(false),
}

const cases: [string, Partial<HostFacts>, { host: string; fetchFirst: boolean; why: RegExp }][] = [
  ['--web', { asked: 'web', binary: true }, { host: 'web', fetchFirst: false, why: /--web/ }],
  ['no display', { display: false, binary: true }, { host: 'web', fetchFirst: false, why: /桌面/ }],
  ['binary there', { binary: true }, { host: 'electron', fetchFirst: false, why: /已在本机/ }],
  [
    'download answers',
    { answers: () => Promise.resolve(true) },
    { host: 'electron', fetchFirst: true, why: /mirror\.example/ },
  ],
  ['no answer', {}, { host: 'web', fetchFirst: false, why: /没有回应/ }],
]

test.each(cases)('%s', async (_name, change, { host, fetchFirst, why }) => {
  const choice = await chooseHost({ ...facts, ...change })
  expect(choice).toMatchObject({ host, fetchFirst })
  expect(choice.why).toMatch(why)
  expect(choice.why).not.toContain('\n')
})

test('a display is X11 or Wayland on Linux, and always there elsewhere', () => {
  expect(hasDisplay('linux', {})).toBe(false)
  expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true)
  expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true)
  expect(hasDisplay('win32', {})).toBe(true)
})
