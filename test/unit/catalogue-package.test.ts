import { describe, expect, it } from 'vitest'
import { dataPackageSchema } from '../../desktop/domain/catalogue/data-package.ts'
import { nullMeaning } from '../../desktop/domain/catalogue/field.ts'
import { refusalOf } from '../../desktop/domain/catalogue/level.ts'
import { readPackage } from '../../desktop/domain/catalogue/read-package.ts'
import { descriptor } from './catalogue-descriptor.ts'

const read = (change: (json: ReturnType<typeof descriptor>) => void) => {
  const json = descriptor()
  change(json)
  const reading = readPackage('street-lamps', JSON.stringify(json))
  return reading.ok ? 'ok' : reading.problem
}

describe('readPackage', () => {
  it('reads a whole descriptor', () => expect(read(() => undefined)).toBe('ok'))

  it('says what is wrong, and where', () => {
    expect(readPackage('street-lamps', '{"name": ')).toEqual({
      ok: false,
      problem: '不是完整的 JSON，请检查括号、引号和逗号',
    })
    expect(read((json) => delete json['title'])).toBe('title：没有写，这一项不能少')
    expect(read((json) => (json['title'] = 7))).toBe('title：类型不对')
    expect(read((json) => (json.governance['level'] = 'secret'))).toBe(
      'governance.level：只能是 general、important、core',
    )
    expect(read((json) => (json.governance['sponsor'] = '某人'))).toBe(
      'governance：不认识 sponsor，请检查拼写',
    )
    expect(read((json) => (json.resources[0]!['hash'] = 'md5:1'))).toBe(
      'resources[1].hash：写法不对',
    )
    expect(read((json) => delete json.governance['minimumCellReason'])).toBe(
      'governance.minimumCellReason：没有写，这一项不能少',
    )
  })

  it('refuses a file outside the folder of its data', () => {
    for (const path of [
      '../x.parquet',
      '/etc/x.parquet',
      'data/../x.parquet',
      'http://x/a.parquet',
    ]) {
      expect(read((json) => (json.resources[0]!['path'] = path))).toBe(
        'resources[1].path：写法不对',
      )
    }
  })

  it('refuses columns and resources that cannot be told apart', () => {
    const twice = read(({ resources }) => {
      resources[0]!.schema.fields.push({ name: 'LAMP', type: 'string', title: '灯号' })
    })
    expect(twice).toBe('resources[1].schema.fields：列名有重复')
    expect(read((json) => json.resources.push(json.resources[0]!))).toBe('resources：资源名有重复')
  })

  it('wants of de-identified data the fields that k is over, and that they are there', () => {
    const deidentified = (quasiIdentifiers?: unknown) =>
      read(({ governance }) => {
        const personal = { kind: 'deidentified', method: '编号随机', k: 5, quasiIdentifiers }
        governance['personalInformation'] = personal
      })
    const place = 'governance.personalInformation.quasiIdentifiers'
    expect(deidentified({ lamps: ['lamp', 'removed_at'] })).toBe('ok')
    expect(deidentified()).toBe(`${place}：没有写，这一项不能少`)
    expect(deidentified({})).toBe(`${place}：至少要写一张表的准标识符`)
    expect(deidentified({ lamps: [] })).toBe(`${place}.lamps：写法不对`)
    expect(deidentified({ lamps: ['street'] })).toBe('没有“lamps.street”这一列')
    expect(deidentified({ people: ['lamp'] })).toBe('没有“people.lamp”这一列')
  })

  it('refuses foreign keys from or to what is not there', () => {
    const keyed = (fields: unknown, reference: unknown) =>
      read(({ resources }) => {
        Object.assign(resources[0]!.schema, { foreignKeys: [{ fields, reference }] })
      })
    expect(keyed('lamp', { fields: 'lamp' })).toBe('ok')
    expect(keyed(['lamp'], { resource: 'lamps', fields: ['lamp'] })).toBe('ok')
    expect(keyed('post', { fields: 'lamp' })).toBe('没有“lamps.post”这一列')
    expect(keyed('lamp', { resource: 'posts', fields: 'post' })).toBe('没有“posts.post”这一列')
    expect(keyed('lamp', { fields: ['lamp', 'removed_at'] })).toBe(
      'resources[1].schema.foreignKeys[1]：两边的列数要相同',
    )
  })

  it('refuses a name that is not its folder, or is taken', () => {
    expect(read((json) => (json['name'] = 'lamps'))).toBe(
      'name 写的是“lamps”，应与文件夹同名：“street-lamps”',
    )
    const taken = readPackage('pg-catalog', JSON.stringify({ ...descriptor(), name: 'pg-catalog' }))
    expect(taken).toMatchObject({ ok: false, problem: '“pg-catalog”是数据库保留的名字，请换一个' })
  })

  it('refuses core data and everything secret', () => {
    expect(read((json) => (json.governance['level'] = 'core'))).toContain('核心数据')
    expect(read((json) => (json.governance['secrecy'] = 'work'))).toContain('工作秘密')
    expect(read((json) => (json.governance['secrecy'] = 'state'))).toContain('国家秘密')
    expect(read((json) => (json['description'] = '机密★10年 路灯台账'))).toContain('密级标志')
  })

  it('takes important data, which is shared on condition', () => {
    expect(read((json) => (json.governance['level'] = 'important'))).toBe('ok')
  })
})

describe('refusalOf', () => {
  it.each([
    [{ level: 'general', secrecy: 'none' }, ['工作秘密和国家秘密不在其中'], undefined],
    [{ level: 'general', secrecy: 'none' }, ['绝密 ★ 长期'], 'secrecy-mark'],
    [{ level: 'core', secrecy: 'state' }, [], 'state-secret'],
    [{ level: 'core', secrecy: 'none' }, [], 'core'],
  ] as const)('%j %j', (governance, words, refusal) =>
    expect(refusalOf(governance, words)).toBe(refusal),
  )
})

describe('nullMeaning', () => {
  it('is the label of the missing value', () => {
    const { fields } = dataPackageSchema.parse(descriptor()).resources[0]!.schema
    expect(fields.map(nullMeaning)).toEqual([undefined, '仍在使用'])
  })
})
