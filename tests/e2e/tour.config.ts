/** The main job on a fictional branch without a screen: `npm start` where there is neither Electron nor a display. */
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tour',
  testMatch: '**/*.tour.ts',
  outputDir: '../../test-results/tour',
  timeout: 300_000,
  expect: { timeout: 20_000 },
  workers: 1,
  reporter: 'line',
});
