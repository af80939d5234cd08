import react from '@vitejs/plugin-react';
import { build } from 'vite';

/** Builds the gallery's page into a folder, as the product's own page is built. */
export const buildGallery = async (outDir: string): Promise<void> => {
  await build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'warn',
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      target: 'chrome130',
      outDir,
      emptyOutDir: true,
      minify: false,
      assetsInlineLimit: 0,
      reportCompressedSize: false,
    },
  });
};
