import sharp, { type Sharp } from 'sharp';
import { fitIntoChip } from '../../../main/evaluate/chip-simulation.ts';
import { flattenBackground } from '../../../main/evaluate/flatten-background.ts';
import { alignmentOf } from '../../../main/face/align-face.ts';
import { locateLargestFace, type LocatedFace } from '../../../main/face/locate-face.ts';
import { MipPyramid } from '../../../main/face/mip-pyramid.ts';
import type { Rgb, RgbImage } from '../../../main/face/rgb-image.ts';
import type { SimilarityTransform } from '../../../main/face/similarity-transform.ts';
import { embedBothWays, type BareNetworks, type BothWays } from './bare-networks.ts';
import { mirroredAverage } from './face-table.ts';

/** How a head becomes a chip photo, decoded again. */
const codecs: Readonly<Record<string, (crop: RgbImage) => Promise<RgbImage>>> = {
  'webp kept': async (crop) => pixelsOf(sharp(await fitIntoChip(crop))),
  'webp white': async (crop) => pixelsOf(sharp(await fitIntoChip(flattenBackground(crop)))),
  'avif kept': async (crop) => pixelsOf(sharp(await fitIntoAvif(crop))),
  'avif white': async (crop) => pixelsOf(sharp(await fitIntoAvif(flattenBackground(crop)))),
  'uncompressed kept': (crop) => Promise.resolve(crop),
  'uncompressed white': (crop) => Promise.resolve(flattenBackground(crop)),
};

/** A chip photo made ready for alignment. */
interface Prepared {
  readonly image: RgbImage;
  /** Pixels a side for one of the chip photo's. */
  readonly enlarged?: number;
  readonly zoomOut?: number;
  /** What continues the chip photo where the aligned crop is beyond its edge. */
  readonly outside?: Rgb;
  /** Looked at as any photograph: first without space around it, and black beyond its edges. */
  readonly asScene?: boolean;
}

const white: Rgb = [255, 255, 255];
const black: Rgb = [0, 0, 0];

/** What could be done to a chip photo before the alignment. */
const preparations: Readonly<Record<string, (chip: RgbImage) => Promise<Prepared>>> = {
  none: (chip) => Promise.resolve({ image: chip }),
  'lanczos x2': async (chip) => ({ image: await doubled(chip), enlarged: 2 }),
  'lanczos x2, sharpened': async (chip) => ({
    image: await pixelsOf(sharpOf(await doubled(chip)).sharpen({ sigma: 1.2 })),
    enlarged: 2,
  }),
  sharpened: async (chip) => ({ image: await pixelsOf(sharpOf(chip).sharpen({ sigma: 0.7 })) }),
  flattened: (chip) => Promise.resolve({ image: flattenBackground(chip), outside: white }),
  'flattened, lanczos x2': async (chip) => ({
    image: await doubled(flattenBackground(chip)),
    enlarged: 2,
    outside: white,
  }),
  'blur .6': async (chip) => ({ image: await pixelsOf(sharpOf(chip).blur(0.6)) }),
  'median 3': async (chip) => ({ image: await pixelsOf(sharpOf(chip).median(3)) }),
  'black beyond its edge': (chip) => Promise.resolve({ image: chip, outside: black }),
  'white beyond its edge': (chip) => Promise.resolve({ image: chip, outside: white }),
  'looked at without space around it': (chip) => Promise.resolve({ image: chip, asScene: true }),
  'zoom 1.0': (chip) => Promise.resolve({ image: chip, zoomOut: 1 }),
  'zoom 1.1': (chip) => Promise.resolve({ image: chip, zoomOut: 1.1 }),
};

/** Codecs on which all preparations are tried; the others are taken as they are. */
const prepared: readonly string[] = ['webp kept', 'webp white'];

interface ChipVariant {
  readonly codec: string;
  readonly preparation: string;
}

/** The ways that are tried. */
export const chipVariants: readonly ChipVariant[] = Object.keys(codecs).flatMap((codec) =>
  Object.keys(preparations)
    .filter((preparation) => preparation === 'none' || prepared.includes(codec))
    .map((preparation) => ({ codec, preparation })),
);

/** The name of a way, and of its row. */
export const chipVariantName = ({ codec, preparation }: ChipVariant): string =>
  `${codec}; ${preparation}`;

export const chipVariantNames: readonly string[] = chipVariants.map(chipVariantName);

/** Embeds a head in each way that is tried, averaged with its mirror image. */
export const embedChipVariants = async (
  networks: BareNetworks,
  crop: RgbImage,
): Promise<ReadonlyMap<string, Float32Array>> => {
  const rows = new Map<string, Float32Array>();
  for (const [codec, encode] of Object.entries(codecs)) {
    const chip = await encode(crop);
    const { face } = await locateLargestFace(networks.finder, chip, 'IDPic');
    if (face === undefined) continue;
    for (const variant of chipVariants.filter((one) => one.codec === codec)) {
      const both = await embedPrepared(networks, face, variant, chip);
      const averaged = both && mirroredAverage(both.plain, both.mirrored);
      if (averaged !== undefined) rows.set(chipVariantName(variant), averaged);
    }
  }
  return rows;
};

const embedPrepared = async (
  networks: BareNetworks,
  found: LocatedFace,
  { preparation }: ChipVariant,
  chip: RgbImage,
): Promise<BothWays | undefined> => {
  const ready = await preparations[preparation]?.(chip);
  if (ready === undefined) throw new RangeError(`No preparation is called ${preparation}.`);
  const { image, enlarged = 1, zoomOut, asScene = false } = ready;
  const { face } = asScene
    ? await locateLargestFace(networks.finder, image, 'FacePic')
    : { face: found };
  if (face === undefined) return undefined;
  const { outside = face.path.outside } = ready;
  const { alignment } = networks.embedding.model.embedding;
  const toChip = alignmentOf(face.landmarks.points, {
    ...alignment,
    ...(zoomOut !== undefined && { zoomOut }),
  });
  const { landmarks, path } = face;
  const pyramid = new MipPyramid(image);
  return embedBothWays(
    networks,
    { landmarks, pyramid, path: { ...path, outside } },
    enlarge(toChip, enlarged),
  );
};

/** The same place in an image of so many pixels for each; pixel centres are whole numbers. */
const enlarge = ({ a, b, tx, ty }: SimilarityTransform, times: number): SimilarityTransform => ({
  a: a * times,
  b: b * times,
  tx: tx * times + (times - 1) / 2,
  ty: ty * times + (times - 1) / 2,
});

const sharpOf = ({ data, width, height }: RgbImage): Sharp =>
  sharp(data, { raw: { width, height, channels: 3 } });

const pixelsOf = async (image: Sharp): Promise<RgbImage> => {
  const { data, info } = await image.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8Array(data) };
};

const doubled = (image: RgbImage): Promise<RgbImage> =>
  pixelsOf(
    sharpOf(image).resize(image.width * 2, image.height * 2, { kernel: 'lanczos3', fit: 'fill' }),
  );

/** The container of an AVIF file alone has about 300 bytes, which a chip would not hold. */
const avifBytes = 1024 + 300;

const fitIntoAvif = async (photo: RgbImage): Promise<Uint8Array> => {
  for (let blur = 0; ; blur += 0.5) {
    let best: Uint8Array | undefined;
    let [low, high] = [1, 80];
    while (low <= high) {
      const quality = (low + high) >> 1;
      const softened = blur === 0 ? sharpOf(photo) : sharpOf(photo).blur(blur);
      const file = await softened
        .avif({ quality, effort: 2, chromaSubsampling: '4:2:0' })
        .toBuffer();
      if (file.length <= avifBytes) {
        best = file;
        low = quality + 1;
      } else high = quality - 1;
    }
    if (best !== undefined) return best;
  }
};
