const name = '@duckdb/duckdb-wasm'
const exported = [
  'AsyncDuckDB',
  'ConsoleLogger',
  'VoidLogger',
  'getJsDelivrBundles',
  'selectBundle',
]

/**
 * Mosaic names DuckDB's WebAssembly build, which names a place to download it from and, in a thread
 * of Node, takes the thread for its own. Zhizhi has its own engine; nothing stands there instead.
 * @returns {import('vite').Plugin}
 */
export function withoutWasm() {
  const empty = `\0empty:${name}`
  return {
    name: 'zhizhi-without-wasm',
    enforce: 'pre',
    resolveId: (id) => (id === name ? empty : undefined),
    load: (id) =>
      id === empty
        ? exported.map((one) => `export const ${one} = undefined`).join('\n')
        : undefined,
  }
}
