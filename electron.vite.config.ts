/** Builds the three sides into out/: main (with its threads and the command line), preload, renderer. */
import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const at = (path: string) => resolve(import.meta.dirname, path);
const alias = { '@shared': at('shared') };

/** One entry for each process, thread and command; all lie side by side in out/main. */
const MAIN = [
  'electron/main.ts',
  'electron/core.ts',
  'electron/cli.ts',
  'electron/platform/render/renderWorker.ts',
  'electron/features/backup/backupWorker.ts',
];
const input = Object.fromEntries(
  MAIN.map(at)
    .filter(existsSync)
    .map((file) => [basename(file, '.ts'), file]),
);

export default defineConfig({
  main: {
    resolve: { alias },
    build: { externalizeDeps: true, rollupOptions: { input, output: { entryFileNames: '[name].js' } } },
  },
  preload: {
    build: {
      // A sandboxed preload can load nothing: it must be one file, and CommonJS.
      rollupOptions: {
        input: { preload: at('electron/preload/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    resolve: { alias },
    plugins: [react()],
    build: {
      rollupOptions: { input: at('renderer/index.html') },
      // The fonts of the papers belong to the document engine; the page inlines nothing that its policy forbids.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 4000,
      reportCompressedSize: false,
    },
  },
});
