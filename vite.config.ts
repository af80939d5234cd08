import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = import.meta.dirname;

/** Both run in the Chromium of the Electron that is installed with them, and in no other browser. */
const target = 'chrome148';

/**
 * Two bundles in one run: the page, and the preload script, which a sandbox loads only as a single
 * CommonJS file. Everything else is compiled by `tsc` and runs as modules.
 */
export default defineConfig({
  root: join(root, 'renderer'),
  plugins: [react()],
  builder: {},
  environments: {
    client: {
      build: {
        target,
        outDir: join(root, 'build', 'renderer'),
        emptyOutDir: true,
        // Chromium preloads modules itself.
        modulePreload: { polyfill: false },
      },
    },
    preload: {
      consumer: 'server',
      resolve: { noExternal: true, external: ['electron'] },
      build: {
        target,
        outDir: join(root, 'build', 'preload'),
        emptyOutDir: true,
        rolldownOptions: {
          input: join(root, 'main', 'electron', 'preload.ts'),
          external: ['electron'],
          output: { format: 'cjs', entryFileNames: 'preload.cjs' },
        },
      },
    },
  },
});
