import type { gateProcedures, GateLook } from '../../contract/gate.ts'
import type { Handlers } from '../../contract/wire/procedure.ts'
import { mostRefusedKept } from '../../domain/catalogue/importing/imported.ts'
import type { TableLook } from '../../domain/catalogue/importing/look.ts'
import { explainFit } from '../../domain/catalogue/importing/replay.ts'
import { ZhizhiError } from '../../contract/errors.ts'
import type { Gate } from './gate.ts'
import type { FileLook } from './ports.ts'
import type { LookedLike } from './replay.ts'

/** What a window asks of the gate. */
export function createGateHandlers(gate: Gate): Handlers<typeof gateProcedures, undefined> {
  return {
    'gate.begin': async ({ name, size }) => ({ token: await gate.begin(name, size) }),
    async 'gate.chunk'({ token, bytes }) {
      await gate.append(token, bytes)
      return {}
    },
    async 'gate.look'({ token, choices, like }, { signal, progress }) {
      const call = { signal, onProgress: progress }
      const replayed =
        like === undefined ? undefined : await gate.lookLike(token, like, choices, call)
      const file = replayed?.file ?? (await gate.look(token, choices, false, call))
      if (file.secrecy.length > 0) return { kind: 'secret', places: [...file.secrecy] }
      if (!file.look) throw new ZhizhiError('internal')
      return { ...shown(gate, token, file, file.look), like: replayed ? likeOf(replayed) : null }
    },
    async 'gate.assess'({ token, ...order }, { signal, progress }) {
      return gate.assess(token, order, { signal, onProgress: progress })
    },
    async 'gate.report'({ id }) {
      return { report: await gate.report(id) }
    },
    async 'gate.import'({ token, ...order }, { signal, progress }) {
      const done = await gate.import(token, order, { signal, onProgress: progress })
      const { written: _written, ...result } = done
      return result
    },
    async 'gate.discard'({ token }) {
      await gate.discard(token)
      return {}
    },
    async 'gate.remove'({ id }) {
      await gate.remove(id)
      return {}
    },
  }
}

const likeOf = ({ past, fit }: LookedLike) => ({
  ...{ id: past.id, title: past.title, misfits: explainFit(fit) },
  decisions: past.imported.decisions,
})

function shown(gate: Gate, token: string, file: FileLook, look: TableLook): Omit<GateLook, 'like'> {
  const { encoding, delimiter, table } = file
  return {
    kind: 'looked',
    encoding,
    encodings: [...file.encodings],
    notes: [...file.notes, ...look.remarks],
    tables: file.tables.map(({ name, rows }) => ({ name, rows })),
    recipe: { ...look.recipe, encoding, delimiter, table },
    columns: look.columns.map((column) => ({
      ...column,
      findings: [...column.findings],
      decisions: [...column.decisions],
      important: [...column.important],
      examples: [...column.examples],
    })),
    steps: look.steps.map((step) => ({ ...step, samples: [...step.samples] })),
    before: look.before.map((row) => ({ ...row, cells: [...row.cells] })),
    after: look.after.map((row) => [...row]),
    ...{ rowsIn: look.rowsIn, rowsKept: look.rowsKept, rowsRefused: look.refused.length },
    refused: look.refused.slice(0, mostRefusedKept),
    likes: gate.likes(file).map(({ id, title }) => ({ id, title })),
    id: gate.propose(token),
    title: look.title === '' ? gate.nameOf(token).replace(/\.[^.]*$/, '') : look.title,
  }
}
