import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { format, resolveConfig } from 'prettier'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { governanceSchema } from '../../desktop/domain/catalogue/governance.ts'
import { profileProblems } from '../../desktop/host/profiles/validate.ts'
import { descriptor } from './catalogue-descriptor.ts'

const project = new URL('../..', import.meta.url).pathname
const published = join(project, 'desktop/docs/governance.schema.json')

async function shippedDescriptors(): Promise<{ governance: unknown }[]> {
  const folders = await readdir(join(project, 'datasets'), { withFileTypes: true })
  const texts = folders.map(({ name }) =>
    readFile(join(project, 'datasets', name, 'datapackage.json'), 'utf8').catch(() => undefined),
  )
  const found = (await Promise.all(texts)).filter((text) => text !== undefined)
  return found.map((text) => JSON.parse(text) as { governance: unknown })
}

describe('the official profiles', () => {
  it('take every shipped descriptor', async () => {
    const descriptors = await shippedDescriptors()
    expect(descriptors.length).toBeGreaterThanOrEqual(3)
    for (const one of descriptors) expect(profileProblems(one)).toEqual([])
  })

  const spoilt = (change: (json: ReturnType<typeof descriptor>) => void) => {
    const json = descriptor()
    change(json)
    return profileProblems(json)
  }

  it('say what they refuse, and where', () => {
    expect(spoilt(() => undefined)).toEqual([])
    expect(spoilt((json) => delete (json as Record<string, unknown>)['resources'])).toEqual([
      '不符合 Data Package 的官方规范（缺少 resources）',
    ])
    expect(spoilt((json) => (json['title'] = 7))).toEqual([
      'title：不符合 Data Package 的官方规范（类型应当是 string）',
    ])
    const [problem] = spoilt(({ resources }) => delete resources[0]!.schema.fields[1]!['name'])
    expect(problem).toMatch(/^resources\[1\].*不符合 Data Package 的官方规范/)
    expect(profileProblems(7)).toHaveLength(1)
  })
})

describe('our governance as JSON Schema', () => {
  it('is published as it is (after a change: vitest run catalogue-profiles -u)', async () => {
    const json = JSON.stringify(z.toJSONSchema(governanceSchema))
    const style = await resolveConfig(published)
    await expect(await format(json, { ...style, parser: 'json' })).toMatchFileSnapshot(published)
  })

  it('takes the shipped descriptors, and not what zod would refuse', async () => {
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(
      JSON.parse(await readFile(published, 'utf8')) as object,
    )
    for (const { governance } of await shippedDescriptors()) {
      expect(validate(governance), JSON.stringify(validate.errors)).toBe(true)
    }
    const { governance } = descriptor()
    expect(validate(governance)).toBe(true)
    expect(validate({ ...governance, level: 'secret' })).toBe(false)
    expect(validate({ ...governance, sponsor: '某人' })).toBe(false)
    expect(validate({ ...governance, steward: undefined })).toBe(false)
  })
})
