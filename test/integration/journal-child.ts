import { randomBytes, randomInt } from 'node:crypto'
import { writeSync } from 'node:fs'
import { WorkspaceError } from '../../desktop/journal/errors.ts'
import { openWorkspace } from '../../desktop/journal/workspace.ts'
import { tally } from './journal-tally.ts'

/**
 * A process to be killed: opens the workspace it is given, says so, and appends from several sides
 * at once, naming each event on its output as soon as it is acknowledged. With `--hold` it only
 * holds the workspace; with `--until-refused` it stops at the first refusal and tells of it.
 */
const [folder = '', mode] = process.argv.slice(2)

// A file size limit then comes as an error of the write, as a full disk does.
process.on('SIGXFSZ', () => undefined)

function say(line: string): void {
  writeSync(1, `${line}\n`)
}

const workspace = await openWorkspace(folder, {
  projections: [tally],
  segmentBytes: 64 * 1024,
  snapshotEvery: 300,
})
const { journal } = workspace
say(`ready ${journal.damage.length} ${journal.state(tally).events}`)

async function appendOn(): Promise<never> {
  for (;;) {
    const token = randomBytes(randomInt(8, 800)).toString('hex')
    const event = await journal.append({ type: 'written', data: { n: 1, token } })
    say(`${event.seq} ${token}`)
  }
}

if (mode === '--hold') setInterval(() => undefined, 1000)
else {
  try {
    await Promise.all(Array.from({ length: 12 }, appendOn))
  } catch (error) {
    if (!(error instanceof WorkspaceError) || mode !== '--until-refused') throw error
    say(`refused ${error.code} ${String(error.params['cause'])}`)
    process.exit(0)
  }
}
