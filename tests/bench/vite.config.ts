/** Bundles the benchmarks into out/bench, with packages left where they are; `npm run bench` runs the bundle. */
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const root = resolve(import.meta.dirname, '../..');

export default defineConfig({
  root,
  logLevel: 'warn',
  resolve: { alias: { '@shared': resolve(root, 'shared') } },
  build: {
    ssr: true,
    target: 'node24',
    outDir: resolve(root, 'out/bench'),
    emptyOutDir: true,
    rollupOptions: {
      input: {
        main: resolve(import.meta.dirname, 'main.ts'),
        windowThread: resolve(import.meta.dirname, 'windowThread.ts'),
        renderWorker: resolve(root, 'electron/platform/render/renderWorker.ts'),
        backupWorker: resolve(root, 'electron/features/backup/backupWorker.ts'),
      },
      output: { entryFileNames: '[name].js' },
    },
  },
});
