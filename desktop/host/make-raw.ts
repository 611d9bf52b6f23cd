import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { rawFiles } from '../../datasets/generator/raw/raw.ts'

/** Writes the raw fixtures to `<outDir>/raw/`; their paths. */
export async function makeRaw(outDir: string, seed: number): Promise<string[]> {
  const folder = join(outDir, 'raw')
  await mkdir(folder, { recursive: true })
  const written: string[] = []
  for (const { name, text } of rawFiles(seed)) {
    const file = join(folder, name)
    await writeFile(file, text)
    written.push(file)
  }
  return written
}
