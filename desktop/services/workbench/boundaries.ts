import { ZhizhiError } from '../../contract/errors.ts'
import type { AppTable } from '../../contract/procedures.ts'
import type { Handlers } from '../../contract/wire/procedure.ts'
import { boundarySchema, readBoundary, type Boundary } from '../../domain/notebook/map/boundary.ts'
import { isTiled } from '../../domain/notebook/map/grounds.ts'
import type { TextFiles } from '../ports.ts'

type BoundaryHandlers = Pick<Handlers<AppTable, undefined>, `boundary.${'list' | 'add' | 'read'}`>

/** The boundary files of the workspace, each checked when it comes and again when it is read. */
export class Boundaries {
  readonly #files: TextFiles

  constructor(files: TextFiles) {
    this.#files = files
  }

  /** Nothing where there is none, or it was spoilt. */
  async find(id: string): Promise<Boundary | undefined> {
    const file = await this.#files.read(id)
    if (!file) return undefined
    try {
      return boundarySchema.safeParse(JSON.parse(file.text)).data
    } catch {
      return undefined
    }
  }

  readonly handlers: BoundaryHandlers = {
    'boundary.list': async () => {
      const found = await Promise.all(
        (await this.#files.list()).map(async (id) => ({ id, boundary: await this.find(id) })),
      )
      return found.flatMap(({ id, boundary }) =>
        boundary ? [{ id, title: boundary.title, approval: boundary.approval }] : [],
      )
    },
    'boundary.add': async ({ id, text, ...words }) => {
      const read = readBoundary(text, words)
      if (!read.ok || isTiled(id)) {
        const { zh, en } = read.ok ? taken : read.problem
        throw new ZhizhiError('boundary_refused', { zh, en })
      }
      const before = await this.#files.read(id)
      await this.#files.write(id, JSON.stringify(read.boundary), before?.version)
      return { id, places: read.boundary.places.length }
    },
    'boundary.read': async ({ id }) => {
      const boundary = await this.find(id)
      if (!boundary) throw new ZhizhiError('not_found', { what: id })
      const places = boundary.places.map(({ rings, ...place }) => ({
        ...place,
        rings: rings.map((ring) => ring.map(([x, y]): [number, number] => [x, y])),
      }))
      return { ...boundary, places }
    },
  }
}

const taken = {
  zh: '这个名字是自带的底图，请换一个。',
  en: 'The name belongs to a ground of ours.',
}
