import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import * as z from 'zod'

/** What the page of a learner's phone is made of, and nothing else of the app. */
export interface PageFiles {
  readonly html: string
  /** `undefined` for every name that the page does not need. */
  file(name: string): Promise<ServedFile | undefined>
}

interface ServedFile {
  readonly type: string
  readonly bytes: Buffer
}

const entry = 'learner.html'

const manifestSchema = z.record(
  z.string(),
  z.object({
    file: z.string(),
    css: z.array(z.string()).optional(),
    assets: z.array(z.string()).optional(),
    imports: z.array(z.string()).optional(),
    dynamicImports: z.array(z.string()).optional(),
  }),
)
type Manifest = z.infer<typeof manifestSchema>

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

/** Reads which files the page needs out of what the build wrote beside it. */
export async function readPageFiles(renderer: string): Promise<PageFiles> {
  const html = await readFile(join(renderer, entry), 'utf8')
  const text = await readFile(join(renderer, '.vite/manifest.json'), 'utf8')
  const names = namesOf(manifestSchema.parse(JSON.parse(text)))
  return {
    html,
    async file(name) {
      const type = types[extname(name)]
      if (!names.has(name) || type === undefined) return undefined
      return { type, bytes: await readFile(join(renderer, 'assets', name)) }
    },
  }
}

/** The names below `assets` of everything that the page's script leads to. */
export function namesOf(manifest: Manifest): ReadonlySet<string> {
  const seen = new Set<string>()
  const files = new Set<string>()
  const wanted = [entry]
  for (let key = wanted.pop(); key !== undefined; key = wanted.pop()) {
    const chunk = manifest[key]
    if (!chunk || seen.has(key)) continue
    seen.add(key)
    const { file, css = [], assets = [], imports = [], dynamicImports = [] } = chunk
    for (const each of [file, ...css, ...assets]) files.add(each)
    wanted.push(...imports, ...dynamicImports)
  }
  const below = 'assets/'
  return new Set(
    [...files].filter((file) => file.startsWith(below)).map((file) => file.slice(below.length)),
  )
}
