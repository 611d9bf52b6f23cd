#!/usr/bin/env node
import { ensureBuilt } from './build.mjs'

const [verb] = process.argv.slice(2)
await ensureBuilt(verb === 'serve' ? ['node', 'renderer', 'index'] : ['node', 'index'], {
  quiet: true,
})
const { main } = await import(new URL('../../dist/node/cli.js', import.meta.url))
process.exitCode = await main(process.argv.slice(2))
