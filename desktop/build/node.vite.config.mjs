import { defineConfig } from 'vite'

/** The programs that run outside the window: hosts, command line, engine, chart drawing. */
export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  logLevel: 'warn',
  publicDir: false,
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
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
})
