import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

/*
 * Draws packaging/icon.png, which electron-builder makes every system's icon from, out of the
 * product's mark. Run by hand: `npx tsx test/pictures/app-icon.ts`.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
/** Pixels; macOS asks for so many. */
const size = 1024;
/** Pixels of an SVG's unit at the usual density. */
const usualDensity = 72;
const viewBox = 48;

await sharp(join(root, 'renderer/look/mark.svg'), { density: (usualDensity * size) / viewBox })
  .resize(size, size)
  .png({ palette: true, compressionLevel: 9 })
  .toFile(join(root, 'packaging/icon.png'));
