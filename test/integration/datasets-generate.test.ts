import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sealed } from '../../datasets/generator/descriptor.ts'
import { shippedSeed } from '../../datasets/generator/generate.ts'
import { make, openFolders, shipped, type Folders } from './datasets-support.ts'

let folders: Folders
beforeAll(async () => {
  folders = await openFolders()
})
afterAll(() => folders.remove())

const hashes = async (name: string, options: { seed: number; scale: number }) => {
  const made = await make(folders, name, options)
  return made.map(({ dataset, path, sha256 }) => [dataset, path, sha256] as const)
}

describe('the generator, run by the engine', () => {
  it('makes the shipped files again, byte for byte, and seals their descriptors', async () => {
    const made = await make(folders, 'again', { seed: shippedSeed, scale: 1 })
    for (const file of made) {
      const descriptor = await readFile(join(shipped, file.dataset, 'datapackage.json'), 'utf8')
      expect(sealed(descriptor, [file])).toBe(descriptor)
    }
  })

  it('gives the same bytes for the same seed, and others for another', async () => {
    const first = await hashes('first', { seed: 7, scale: 0.01 })
    expect(await hashes('second', { seed: 7, scale: 0.01 })).toEqual(first)
    const other = await hashes('third', { seed: 8, scale: 0.01 })
    const unchanged = other.filter((file, index) => file[2] === first[index]?.[2])
    // Published tables, the divisions, the frame of the survey and the titles of the forms are not drawn.
    expect(unchanged.map(([dataset, path]) => `${dataset}/${path}`).sort()).toEqual([
      'anlan-forms/data/forms.parquet',
      'anlan-places/data/districts.parquet',
      'anlan-places/data/streets.parquet',
      'anlan-survey/data/strata.parquet',
      'census-2020/data/provinces.parquet',
      'cnnic-2020-nonusers/data/nonusers.parquet',
    ])
  })
})
