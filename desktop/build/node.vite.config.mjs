import { defineConfig } from 'vite'
import { ownConnector } from './own-connector.mjs'

/** The programs that run outside the window: hosts, command line, engine, chart drawing. */
export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  logLevel: 'warn',
  publicDir: false,
  plugins: [ownConnector()],
  // Mosaic is bundled so that the plugin reaches what it imports; the others because the host loads
  // them at every start, and one file is read sooner than a hundred
  ssr: {
    noExternal: [
      /^(@uwdata|@hono|@stdlib)\//,
      ...['zod', 'hono', 'diff', 'ws', 'marked', 'yaml', 'qrcode', 'jsqr', 'lunr', 'opencc-js'],
    ],
  },
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist/node',
    emptyOutDir: true,
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      external: ['electron'],
      input: {
        cli: 'desktop/host/cli/main.ts',
        start: 'desktop/host/start/main.ts',
        engine: 'desktop/engine/main.ts',
        electron: 'desktop/host/electron/main.ts',
        'report-worker': 'desktop/host/report/worker.ts',
        'word-worker': 'desktop/host/report/word/worker.ts',
        'workbook-worker': 'desktop/host/workbook/worker.ts',
        'gate-worker': 'desktop/host/gate/worker.ts',
        'model-worker': 'desktop/host/models/worker.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
})
