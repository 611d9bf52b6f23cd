import { fileURLToPath } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { type Plugin, defineConfig } from 'vite'
import { moduleList } from './module-list.ts'
import { ownConnector } from './own-connector.mjs'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The first paint waits for the script, which sets the theme: no flash of another one. */
const paintAfterScript: Plugin = {
  name: 'zhizhi-paint-after-script',
  transformIndexHtml: {
    order: 'post',
    handler: (html) =>
      html.replace('<script type="module"', '<script type="module" blocking="render"'),
  },
}

export default defineConfig({
  root: here('../renderer'),
  base: './',
  logLevel: 'warn',
  plugins: [svelte({ configFile: false }), ownConnector(), moduleList(), paintAfterScript],
  build: {
    outDir: here('../../dist/renderer'),
    emptyOutDir: true,
    target: 'chrome130',
    // hundreds of font slices: as files, so that a page fetches only those it shows
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    // the largest part is the dictionary for 繁體, fetched only by who reads it
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      // the app's window, and what learners open on their own phones in a class
      input: [here('../renderer/index.html'), here('../renderer/learner.html')],
      checks: { bundlerTimings: false },
      // in one chunk, so that zod is told not to generate code before any schema is made
      output: {
        codeSplitting: {
          groups: [{ name: 'zod', test: /node_modules\/zod\/|renderer\/app\/jitless\.ts/ }],
        },
      },
    },
  },
})
