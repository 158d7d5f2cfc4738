/** End-to-end specs: the built application, started for each test. The tour is not a spec; see tour.config.ts. */
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // Every test starts a browser of its own; two at once keep a small machine busy.
  workers: 2,
  fullyParallel: true,
  // A busy machine can stall a browser for seconds; what needed its second try is listed as flaky, not hidden.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: true,
  reporter: 'line',
});
