import { describe, expect, it } from 'vitest'
import { dataPackageSchema } from '../../desktop/domain/catalogue/data-package.ts'
import { nullMeaning } from '../../desktop/domain/catalogue/field.ts'
import { refusalOf } from '../../desktop/domain/catalogue/level.ts'
import { readPackage } from '../../desktop/domain/catalogue/read-package.ts'
import { hasSecrecyMark } from '../../desktop/domain/catalogue/secrecy-mark.ts'
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
    expect(readPackage('street-lamps', '{"name": ')).toMatchObject({
      ok: false,
      problem: '不是完整的 JSON，请检查括号、引号和逗号',
    })
    expect(read((json) => delete json['title'])).toBe('title：没有写，这一项不能少')
    expect(read((json) => (json.governance['level'] = 'secret'))).toBe(
      'governance.level：只能是 general、important、core，写的是“secret”',
    )
    expect(read((json) => (json.governance['sponsor'] = '某人'))).toBe(
      'governance：不认识 sponsor，请检查拼写',
    )
    expect(read((json) => (json.resources[0]!['hash'] = 'md5:1'))).toBe(
      'resources[1].hash：要写成 sha256: 加 64 位小写的十六进制数',
    )
    expect(read((json) => delete json.governance['minimumCellReason'])).toBe(
      'governance.minimumCellReason：没有写，这一项不能少',
    )
  })

  it.each([
    ['title', 7, 'title：类型不对：应当是文字，写的是数字'],
    ['synthetic', '是', 'synthetic：类型不对：应当是 true 或 false，写的是文字'],
    ['keywords', '路灯', 'keywords：类型不对：应当是一列（方括号），写的是文字'],
    ['resources', {}, 'resources：类型不对：应当是一列（方括号），写的是一组（花括号）'],
    ['governance', null, 'governance：类型不对：应当是一组（花括号），写的是空（null）'],
  ])('says which type %s should have', (key, value, problem) => {
    expect(read((json) => ((json as Record<string, unknown>)[key] = value))).toBe(problem)
  })

  it('says how a whole number differs from any number', () => {
    expect(read((json) => (json.resources[0]!['bytes'] = 1.5))).toBe(
      'resources[1].bytes：类型不对：应当是整数，写的是数字',
    )
  })

  it.each([
    ['../x.parquet', '里有“..”，会走到数据文件夹外面'],
    ['data/../../x.parquet', '里有“..”，会走到数据文件夹外面'],
    ['data\\..\\x.parquet', '里有“..”，会走到数据文件夹外面'],
    ['/etc/x.parquet', '是绝对路径'],
    ['C:\\data\\x.parquet', '是绝对路径'],
    ['\\\\server\\share\\x.parquet', '是绝对路径'],
    ['~/x.parquet', '是绝对路径'],
    ['http://x/a.parquet', '是一个网址'],
    ['file:///etc/x.parquet', '是一个网址'],
    ['s3://bucket/a.parquet', '是一个网址'],
    ['data/x.csv', '写法不对'],
    ['x.parquet', '写法不对'],
  ])('refuses the path %s', (path, why) => {
    const problem = read((json) => (json.resources[0]!['path'] = path))
    expect(problem.startsWith(`resources[1].path：${why}`)).toBe(true)
    expect(problem).toContain(path)
    expect(problem).toContain('data/table.parquet')
  })

  it('refuses a sharing type that there is not, and names those that there are', () => {
    const spoilt = read(({ governance }) => {
      const { sharing } = governance['catalogue'] as { sharing: { type: string } }
      sharing.type = 'half'
    })
    expect(spoilt).toBe(
      'governance.catalogue.sharing.type：共享类型只能是 unconditional（无条件共享）、conditional（有条件共享）、none（不予共享），写的是“half”',
    )
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

  it('wants the field that tells persons apart to be there', () => {
    const counted = (contributors: unknown) =>
      read(({ governance }) => (governance['contributors'] = contributors))
    expect(counted({ lamps: 'lamp' })).toBe('ok')
    expect(counted({ lamps: 'person' })).toBe('没有“lamps.person”这一列')
    expect(counted({ lamps: '' })).toBe('governance.contributors.lamps：写法不对')
  })

  it('refuses foreign keys from or to what is not there', () => {
    const keyed = (fields: unknown, reference: unknown) =>
      read(({ resources }) => {
        Object.assign(resources[0]!.schema, { foreignKeys: [{ fields, reference }] })
      })
    expect(keyed('lamp', { fields: 'lamp' })).toBe('ok')
    expect(keyed(['lamp'], { resource: 'lamps', fields: ['lamp'] })).toBe('ok')
    expect(keyed('post', { fields: 'lamp' })).toBe('没有“lamps.post”这一列')
    expect(keyed('lamp', { resource: '', fields: 'lamps' })).toBe('没有“lamps.lamps”这一列')
    expect(keyed('lamp', { resource: 'posts', fields: 'post' })).toBe('没有“posts.post”这一列')
    expect(keyed('lamp', { fields: ['lamp', 'removed_at'] })).toBe(
      'resources[1].schema.foreignKeys[1]：两边的列数要相同',
    )
  })

  it('refuses a name that is not its folder, or is taken', () => {
    expect(read((json) => (json['name'] = 'lamps'))).toBe(
      'name：写的是“lamps”，应与文件夹同名：“street-lamps”',
    )
    const taken = readPackage('pg-catalog', JSON.stringify({ ...descriptor(), name: 'pg-catalog' }))
    expect(taken).toMatchObject({
      ok: false,
      problem: 'name：“pg-catalog”是数据库保留的名字，请换一个',
    })
  })

  it.each([
    ['level', 'core', 'governance.level：这是核心数据，不能放进目录'],
    ['level', 'important', 'governance.level：这是重要数据，不能放进目录'],
    ['secrecy', 'work', 'governance.secrecy：这是工作秘密，不能放进目录'],
    ['secrecy', 'state', 'governance.secrecy：这是国家秘密，不能放进目录'],
  ])('refuses %s %s', (key, value, problem) => {
    expect(read((json) => (json.governance[key] = value)).startsWith(problem)).toBe(true)
  })

  it('refuses a secrecy mark wherever it is written, and says where', () => {
    const mark = '：说明文字里有密级标志，不能放进目录；请先按保密规定核实'
    const { fields } = descriptor().resources[0]!.schema
    expect(read((json) => (json['title'] = '路灯 秘密★10年'))).toBe(`title${mark}`)
    expect(read((json) => (json['keywords'] = ['路灯', '机密★']))).toBe(`keywords[2]${mark}`)
    expect(read(({ governance }) => (governance['lineage'] = ['汇总', '绝密★长期']))).toBe(
      `governance.lineage[2]${mark}`,
    )
    expect(
      read(({ resources }) => {
        resources[0]!.schema.fields = [fields[0]!, { ...fields[1]!, title: '【机密】拆除时间' }]
      }),
    ).toBe(`resources[1].schema.fields[2].title${mark}`)
    expect(read((json) => (json['remark'] = { '秘密★5年': 1 }))).toBe(`remark.秘密★5年${mark}`)
    // what is secret is told before anything else that is wrong
    expect(read((json) => Object.assign(json, { title: 7, description: '秘密★1年' }))).toBe(
      `description${mark}`,
    )
  })
})

describe('hasSecrecyMark', () => {
  it.each([
    '机密★10年 路灯台账',
    '绝密 ★ 长期',
    '秘密★　10 年',
    '秘　密 ★ 10年',
    '機密★長期',
    '絕密☆',
    '祕密★三年',
    '秘密级★5年',
    '秘\u200b密★5年',
    '密级：机密',
    '密 级: 秘密',
    '【秘密】关于……',
    '［机密级］',
    '（内部资料，注意保存）',
    '〔工作秘密〕',
  ])('finds %s', (text) => expect(hasSecrecyMark(text)).toBe(true))

  it.each([
    '工作秘密和国家秘密不在其中',
    '不含国家秘密',
    '保密期限',
    '五星★酒店',
    '秘密花园街道',
    '机密度',
    '密级：不涉密',
    '（内部使用）',
    '',
  ])('takes %s as plain words', (text) => expect(hasSecrecyMark(text)).toBe(false))
})

describe('refusalOf', () => {
  it.each([
    [{ level: 'general', secrecy: 'none' }, ['工作秘密和国家秘密不在其中'], undefined],
    [{ level: 'general', secrecy: 'none' }, ['绝密 ★ 长期'], 'secrecy-mark'],
    [{ level: 'core', secrecy: 'state' }, [], 'state-secret'],
    [{ level: 'core', secrecy: 'none' }, [], 'core'],
    [{ level: 'important', secrecy: 'none' }, [], 'important'],
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
