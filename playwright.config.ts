import { defineConfig } from '@playwright/test'

export default defineConfig({
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  // generous, for slow machines: nothing here measures speed
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  // a second try is reported as flaky, not hidden
  retries: process.env['CI'] ? 1 : 0,
  reporter: [['list']],
  projects: [
    { name: 'web', testDir: 'test/e2e' },
    { name: 'electron', testDir: 'test/e2e', testIgnore: 'web-host.spec.ts' },
    { name: 'shots', testDir: 'test/shots' },
  ],
})
