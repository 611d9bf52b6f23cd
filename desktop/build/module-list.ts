import type { Plugin } from 'vite'
import { drawnIn } from './drawn.ts'

/**
 * Writes `modules.json` beside the bundle: what went into it, what it still imports, and what
 * the contract draws into the first load.
 */
export function moduleList(): Plugin {
  return {
    name: 'zhizhi-module-list',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((part) => part.type === 'chunk')
      const files = new Set(chunks.map((chunk) => chunk.fileName))
      const modules = chunks.flatMap((chunk) => Object.keys(chunk.modules))
      const imports = chunks
        .flatMap((chunk) => [...chunk.imports, ...chunk.dynamicImports])
        .filter((name) => !files.has(name))
      const source = JSON.stringify({ modules, imports, drawn: drawnIn(this, chunks) })
      this.emitFile({ type: 'asset', fileName: 'modules.json', source })
    },
  }
}
