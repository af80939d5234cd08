import { join } from 'node:path';
import sharp from 'sharp';
import { demoFolder, demoViews, type DemoView, type DemoViewName } from './demo-views.ts';

/** How a picture differs from the one before, as people and cameras are never quite still. */
interface Stir {
  /** Movement in pixels of the photograph. */
  readonly by: readonly [x: number, y: number];
  /** How much of the scene is seen, against the view as it is. */
  readonly zoom: number;
  readonly brightness: number;
}

const still: Stir = { by: [0, 0], zoom: 1, brightness: 1 };

/** A breath's worth of movement, and back. */
const breath: readonly Stir[] = [
  still,
  { by: [1, -1], zoom: 1.003, brightness: 1.01 },
  { by: [2, -2], zoom: 1.006, brightness: 1.015 },
  { by: [3, -1], zoom: 1.008, brightness: 1.02 },
  { by: [2, 1], zoom: 1.004, brightness: 1.005 },
  { by: [0, 2], zoom: 0.998, brightness: 0.99 },
  { by: [-1, 1], zoom: 0.997, brightness: 0.985 },
];

/** Pixels of a picture, as a camera of 0.3 megapixels gives them. */
export const pictureSize = { width: 640, height: 480 } as const;

/**
 * What a camera sees in a view.
 *
 * @returns a JPEG of 640 × 480 pixels.
 * @throws DemoError `demo.faces-missing`.
 */
export const demoPicture = async (
  name: DemoViewName,
  stir: Stir = still,
): Promise<Uint8Array<ArrayBuffer>> => {
  const { photograph, centre, width, turn = 0 }: DemoView = demoViews[name];
  const part = {
    width: Math.round(width / stir.zoom),
    height: Math.round((width / stir.zoom / pictureSize.width) * pictureSize.height),
  };
  const around = turnedSize(part, turn);
  const turned = await sharp(join(demoFolder(), photograph))
    .extract({
      left: Math.round(centre[0] + stir.by[0] - around.width / 2),
      top: Math.round(centre[1] + stir.by[1] - around.height / 2),
      ...around,
    })
    .rotate(turn)
    .png({ compressionLevel: 0 })
    .toBuffer({ resolveWithObject: true });
  const picture = sharp(turned.data)
    .extract({
      left: Math.round((turned.info.width - part.width) / 2),
      top: Math.round((turned.info.height - part.height) / 2),
      ...part,
    })
    .resize(pictureSize)
    .modulate({ brightness: stir.brightness })
    // The photographs were enlarged a little; a camera's own picture is sharper.
    .sharpen({ sigma: 1.2 });
  return new Uint8Array(await picture.jpeg({ quality: 92 }).toBuffer());
};

/**
 * Pictures of a view to be shown one after the other, over and over, so that the preview lives.
 *
 * @returns JPEGs of 640 × 480 pixels.
 * @throws DemoError `demo.faces-missing`.
 */
export const demoPictures = (name: DemoViewName): Promise<readonly Uint8Array<ArrayBuffer>[]> =>
  Promise.all(breath.map((stir) => demoPicture(name, stir)));

/** The upright rectangle that holds a rectangle turned by some degrees. */
const turnedSize = (
  { width, height }: { readonly width: number; readonly height: number },
  turn: number,
): { readonly width: number; readonly height: number } => {
  const angle = (Math.abs(turn) * Math.PI) / 180;
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  return {
    width: Math.ceil(width * cos + height * sin),
    height: Math.ceil(width * sin + height * cos),
  };
};
