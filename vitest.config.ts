import { defineConfig } from 'vitest/config'

const suite = (name: string, timeout: number) => ({
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`],
    testTimeout: timeout,
    hookTimeout: timeout,
    setupFiles: ['test/properties.ts'],
  },
})

export default defineConfig({
  test: {
    projects: [suite('unit', 60_000), suite('contract', 120_000), suite('integration', 300_000)],
    pool: 'forks',
    maxWorkers: 2,
  },
})
