/** What each of Mosaic's connectors exports, by its file in `mosaic-core/…/connectors`. */
const connectors = {
  rest: ['RestConnector', 'restConnector'],
  socket: ['SocketConnector', 'socketConnector'],
  wasm: ['DuckDBWASMConnector', 'wasmConnector'],
}

const file = /\/@uwdata\/mosaic-core\/.*\/connectors\/(rest|socket|wasm)\.js$/

/**
 * Mosaic brings connectors that ask a server at a default address, or fetch DuckDB's WebAssembly
 * build from one. Zhizhi connects it to its own engine; nothing stands where the others stood.
 * @returns {import('vite').Plugin}
 */
export function ownConnector() {
  return {
    name: 'zhizhi-own-connector',
    enforce: 'pre',
    load: (id) => {
      const [, which] = file.exec(id.replaceAll('\\', '/')) ?? []
      return which && connectors[which].map((one) => `export const ${one} = undefined`).join('\n')
    },
  }
}
