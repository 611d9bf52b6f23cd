import { ensureBuilt } from './build.mjs'

await ensureBuilt(['node', 'renderer', 'index'])
const { main } = await import(new URL('../../dist/node/start.js', import.meta.url))
process.exitCode = await main(process.argv.slice(2))
