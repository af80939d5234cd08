import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = import.meta.dirname;

/**
 * The oldest browser the page has to run in: counters bring their own Chromium for the browser host.
 * It has everything the styles rely on (`light-dark()`, container queries, `@property`).
 */
const pageTarget = 'chrome130';

/** The preload script runs in the Chromium of the Electron that is installed with it, and nowhere else. */
const preloadTarget = 'chrome148';

/**
 * Two bundles in one run: the page, and the preload script, which a sandbox loads only as a single
 * CommonJS file. Everything else is compiled by `tsc` and runs as modules.
 */
export default defineConfig({
  root: join(root, 'renderer'),
  plugins: [react()],
  builder: {},
  worker: { format: 'es' },
  environments: {
    client: {
      build: {
        target: pageTarget,
        outDir: join(root, 'build', 'renderer'),
        emptyOutDir: true,
        // Chromium preloads modules itself.
        modulePreload: { polyfill: false },
        // The content security policy allows no `data:` address.
        assetsInlineLimit: 0,
      },
    },
    preload: {
      consumer: 'server',
      resolve: { noExternal: true, external: ['electron'] },
      build: {
        target: preloadTarget,
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
