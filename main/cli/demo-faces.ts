import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { CliError } from './cli-error.ts';

/** A part of one of the demonstration's photographs: x and y of two corners, in pixels. */
interface Crop {
  readonly photograph: string;
  readonly corners: readonly [number, number, number, number];
}

/**
 * The photographs of npm `@vladmandic/face-api` (MIT), which is installed for development only. Nobody's
 * picture is shipped. The first two crops are the same woman, on different days.
 */
const crops = {
  cardPhoto: { photograph: 'sample3.jpg', corners: [880, 80, 1500, 855] },
  samePerson: { photograph: 'sample1.jpg', corners: [1321, 120, 1841, 510] },
  otherPerson: { photograph: 'sample1.jpg', corners: [620, 300, 1260, 780] },
  emptyScene: { photograph: 'sample3.jpg', corners: [0, 0, 520, 390] },
} as const satisfies Readonly<Record<string, Crop>>;

export type DemoImage = keyof typeof crops;

/**
 * Cuts one of the demonstration's pictures out of its photograph.
 *
 * @returns a JPEG of 640 × 480 pixels, as a camera gives it, or upright for the card.
 * @throws CliError `cli.demo-faces-missing` where the package is not installed.
 */
export const demoImage = async (name: DemoImage): Promise<Uint8Array> => {
  const { photograph, corners }: Crop = crops[name];
  const [left, top, right, bottom] = corners;
  const width = right - left;
  const height = bottom - top;
  return sharp(join(demoFolder(), photograph))
    .extract({ left, top, width, height })
    .resize(width > height ? { width: 640, height: 480 } : { height: 640 })
    .jpeg({ quality: 92 })
    .toBuffer();
};

const demoFolder = (): string => {
  try {
    const manifest = createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json');
    return join(dirname(manifest), 'demo');
  } catch (cause) {
    throw new CliError('cli.demo-faces-missing', {}, { cause });
  }
};
