import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { communities, districts } from '../../datasets/generator/anlan/city.ts'
import { sealed } from '../../datasets/generator/descriptor.ts'
import { generate } from '../../datasets/generator/generate.ts'
import { matterColumns, matters } from '../../datasets/generator/hotline/matters.ts'
import { hours, seasons, weeks } from '../../datasets/generator/hotline/rhythms.ts'
import { literal } from '../../datasets/generator/sql.ts'
import { planted } from '../../datasets/generator/truths.ts'

describe('literal', () => {
  it('is one string literal, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const quoted = literal(text)
        const inside = quoted.slice(1, -1)
        return (
          quoted.at(0) === "'" && quoted.at(-1) === "'" && inside.replaceAll("''", "'") === text
        )
      }),
    )
  })
})

describe('generate', () => {
  const options = { seed: 1, scale: 0.5, truths: planted, sourceDir: '/in', outDir: "/o'ut" }
  const ofScale = (scale: number) => generate({ ...options, scale })

  it('is a pure function of its options', () => {
    expect(generate(options)).toEqual(generate(options))
    expect(generate({ ...options, seed: 2 })).not.toEqual(generate(options))
  })

  it('leaves the published tables alone, whatever seed and scale', () => {
    const published = (seed: number, scale: number) =>
      generate({ ...options, seed, scale }).slice(0, 2)
    expect(published(1, 1)).toEqual(published(2, 3))
  })

  it('completes each file once, where its dataset has its data', () => {
    for (const { dataset, stages } of [...ofScale(0.5), ...ofScale(2.5)]) {
      const files = stages.flat().flatMap(({ sql, completes }) => {
        if (completes === undefined) return []
        expect(sql).toContain(literal(`/o'ut/${dataset}/${completes}`))
        return [completes]
      })
      expect(files.length).toBeGreaterThan(0)
      expect(new Set(files).size).toBe(files.length)
      expect(files.every((path) => /^data\/[\w-]+\.parquet$/.test(path))).toBe(true)
    }
  })

  it('makes a large city sheet by sheet, and leaves no drafts unnamed', () => {
    for (const { stages, drafts } of ofScale(2.5)) {
      const texts = stages.flat().map(({ sql }) => sql)
      for (const draft of drafts) {
        expect(texts.filter((sql) => sql.includes(`TO ${literal(draft)}`))).toHaveLength(1)
      }
    }
    expect(ofScale(1).flatMap(({ drafts }) => drafts)).toEqual([])
  })
})

describe('安澜市', () => {
  it('has 3 districts, 12 streets and 60 communities, with codes that no real place has', () => {
    expect(districts).toHaveLength(3)
    expect(districts.flatMap(({ streets }) => streets)).toHaveLength(12)
    const codes = communities.map(({ code }) => code)
    expect(new Set(codes).size).toBe(60)
    expect(codes.every((code) => /^99\d{10}$/.test(code))).toBe(true)
    expect(new Set(communities.map(({ community }) => community)).size).toBe(60)
    expect(communities.every(({ residents }) => residents > 1000)).toBe(true)
  })
})

describe('matters and rhythms', () => {
  it('give each matter all columns, and requests that add up to 100 %', () => {
    for (const matter of matters) {
      const { ask, help, complain, report, suggest } = matter
      const requests = [ask, help, complain, report, suggest].map(Number)
      expect(requests.reduce((sum, share) => sum + share, 0)).toBe(100)
      expect(matterColumns.filter((column) => matter[column] === '')).toEqual([])
    }
  })

  it('name seasons and rhythms that exist, of 12 months, 7 days and a holiday, 24 hours', () => {
    for (const { season, rhythm } of matters) {
      expect(seasons[String(season)]).toHaveLength(12)
      expect(weeks[String(rhythm)]).toHaveLength(8)
      expect(hours[String(rhythm)]).toHaveLength(24)
    }
  })
})

describe('sealed', () => {
  it('writes rows, bytes and hash of the files that are known, and changes nothing else', () => {
    const text = JSON.stringify({
      title: '路灯',
      resources: [{ path: 'data/a.parquet', bytes: 1, title: '甲' }, { path: 'data/b.parquet' }],
    })
    const seal = { path: 'data/a.parquet', rows: 3, bytes: 9, sha256: 'ab' }
    expect(JSON.parse(sealed(text, [seal]))).toEqual({
      title: '路灯',
      resources: [
        { path: 'data/a.parquet', bytes: 9, title: '甲', hash: 'sha256:ab', rows: 3 },
        { path: 'data/b.parquet' },
      ],
    })
  })
})
