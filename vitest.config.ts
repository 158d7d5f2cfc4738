import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

// Everything but the end-to-end specs, which Playwright runs (playwright.config.ts).
export default defineConfig({
  resolve: { alias: { '@shared': resolve(import.meta.dirname, 'shared') } },
  test: {
    include: ['tests/{unit,electron,renderer,contract,architecture,fault}/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/support/sameEveryTime.ts'],
    pool: 'threads',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
