import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classNetworks, isNear } from '../../desktop/domain/classroom/lan/networks.ts'
import { phoneNames, shortName } from '../../desktop/domain/classroom/lan/phone-names.ts'
import { isEasyPin } from '../../desktop/domain/classroom/lan/pin.ts'
import { toldRunsProjection } from '../../desktop/domain/classroom/lan/runs.ts'
import { typedLine } from '../../desktop/domain/classroom/typed-line.ts'
import { namesOf } from '../../desktop/host/lan/page-files.ts'

describe('a PIN', () => {
  it.each(['000000', '111222', '121212', '123456', '654321', '012345', '123123', '808808'])(
    '%s is tried first',
    (pin) => expect(isEasyPin(pin)).toBe(true),
  )
  it.each(['135790', '480219', '112358', '246810'])('%s will do', (pin) =>
    expect(isEasyPin(pin)).toBe(false),
  )
  it('leaves more than 996,000 of a million', () => {
    const all = Array.from({ length: 1_000_000 }, (_, at) => String(at).padStart(6, '0'))
    const left = all.filter((pin) => !isEasyPin(pin)).length
    expect(left).toBe(996_470)
  })
})

describe('a name on a phone', () => {
  it.each([
    ['王秀兰', '王＊兰'],
    ['王兰', '王＊'],
    ['兰', '兰'],
    ['欧阳志强', '欧＊强'],
    [' 李建国 ', '李＊国'],
    ['张阿姨', '张＊姨'],
    ['阿卜杜拉·买买提', '阿＊·买＊'],
    ['Ann Lee', 'A＊ L＊'],
    ['Ann', 'A＊'],
    ['𠮷野家', '𠮷＊家'],
    ['', ''],
  ])('%s is shown as %s', (name, shown) => expect(shortName(name)).toBe(shown))

  it('tells all people of a class apart, and hides what need not be shown', () => {
    const person = fc.record({
      id: fc.uuid(),
      name: fc.constantFrom('王秀兰', '王美兰', '王兰', '王秀', '李', '阿＊'),
      picture: fc.constantFrom('plum', 'pine'),
    })
    const people = fc.uniqueArray(person, { selector: ({ id }) => id, maxLength: 20 })
    fc.assert(
      fc.property(people, (all) => {
        const names = phoneNames(all)
        const shown = all.map(({ id, picture }) => `${picture} ${names.get(id) ?? ''}`)
        expect(new Set(shown).size).toBe(all.length)
      }),
    )
    const two = phoneNames([
      { id: '1', name: '王秀兰', picture: 'plum' },
      { id: '2', name: '王美兰', picture: 'pine' },
    ])
    expect([...two.values()]).toEqual(['王＊兰', '王＊兰'])
  })

  it.each([
    ['  张  三 ', '张 三'],
    ['张\u0000三\u202e\n', '张三'],
    ['\u200b\u2028', ''],
    ['张\t\ud800三', '张 三'],
    ['乙\u2067甲\u2069', '乙甲'],
    ['王\ue5f1𬭼', '王\ue5f1𬭼'], // for private use, and of a late block: names have them
  ])('typed as %j is %j', (typed, name) => expect(typedLine(typed)).toBe(name))
})

describe('the networks of a class', () => {
  const card = (name: string, address: string, internal = false) => ({
    ...{ card: name, address, netmask: '255.255.255.0', internal },
  })
  it('are private ones of real cards, Wi-Fi first', () => {
    const cards = [
      card('lo', '127.0.0.1', true),
      card('docker0', '172.17.0.1'),
      card('eth1', '169.254.3.4'),
      card('eth0', '10.1.2.3'),
      card('wlan0', '192.168.1.5'),
      card('ppp0', '123.4.5.6'),
    ]
    expect(classNetworks(cards).map(({ address }) => address)).toEqual([
      ...['192.168.1.5', '10.1.2.3', '169.254.3.4'],
    ])
    expect(classNetworks([card('docker0', '172.17.0.1'), card('eth0', '8.8.4.4')])).toHaveLength(1)
    expect(classNetworks([card('eth0', '8.8.4.4')]).map(({ address }) => address)).toEqual([
      '8.8.4.4',
    ])
    expect(classNetworks([card('lo', '127.0.0.1', true)])).toEqual([])
  })

  it.each([
    ['192.168.1.5', '192.168.1.77', true],
    ['192.168.1.5', '10.9.9.9', true],
    ['192.168.1.5', '8.8.8.8', false],
    ['192.168.1.5', '172.32.0.1', false],
    ['192.168.1.5', '::ffff:192.168.1.7', false],
    ['192.168.1.5', '', false],
    ['192.168.1.5', '999.1.1.1', false],
    ['8.8.4.4', '8.8.4.200', true],
    ['8.8.4.4', '8.8.5.1', false],
    ['8.8.4.4', '192.168.1.1', false],
  ])('%s hears %s: %s', (address, remote, near) => {
    expect(isNear({ address, netmask: '255.255.255.0' }, remote)).toBe(near)
  })
})

describe('runs that were told', () => {
  it('are remembered by person, forgotten with him, and not without end', () => {
    const { initial } = toldRunsProjection
    type Told = typeof initial
    type Event = Parameters<typeof toldRunsProjection.reduce>[1]
    const reduce = (told: Told, event: Event) => toldRunsProjection.reduce(told, event)
    const played = (by: string, run?: string) => ({
      type: 'scenario.played',
      at: '',
      by,
      data: { run },
    })
    let told = reduce(initial, played('wang', 'a'))
    told = reduce(told, played('li'))
    expect(told).toEqual({ wang: ['a'] })
    for (let n = 0; n < 300; n += 1) told = reduce(told, played('wang', `r${n}`))
    expect(told['wang']).toHaveLength(200)
    expect(told['wang']).not.toContain('a')
    expect(reduce(told, { type: 'person.forgotten', at: '', by: 'wang', data: {} })).toEqual({})
  })
})

describe('the files of the page', () => {
  it('are those that its script leads to, in rings too', () => {
    const names = namesOf({
      'learner.html': { file: 'assets/l.js', imports: ['_a'], css: ['assets/l.css'] },
      _a: { file: 'assets/a.js', imports: ['_b'], dynamicImports: ['_c', 'gone'] },
      _b: { file: 'assets/b.js', imports: ['_a'], assets: ['assets/f.woff2'] },
      _c: { file: 'elsewhere/c.js' },
      'index.html': { file: 'assets/main.js' },
    })
    expect([...names].sort()).toEqual(['a.js', 'b.js', 'f.woff2', 'l.css', 'l.js'])
    expect(namesOf({}).size).toBe(0)
  })
})
