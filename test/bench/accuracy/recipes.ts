import { readFile } from 'node:fs/promises';
import { cropLikeChip } from '../../../main/evaluate/chip-crop.ts';
import { fitIntoChip } from '../../../main/evaluate/chip-simulation.ts';
import { decodeImage } from '../../../main/face/decode-image.ts';
import { adviseOn } from '../../../main/face/frame-advice.ts';
import { defaultImageLimits } from '../../../main/face/image-limits.ts';
import { locateLargestFace } from '../../../main/face/locate-face.ts';
import { lookAtFace } from '../../../main/face/look-at-face.ts';
import type { RgbImage } from '../../../main/face/rgb-image.ts';
import type { FoundFace } from '../../../main/face/types.ts';
import { embedBothWays, type BareNetworks } from './bare-networks.ts';
import { chipVariantNames, embedChipVariants } from './chip-variants.ts';

/** What is measured on one photograph: some rows of numbers, NaN where no face was found. */
export interface Recipe {
  readonly rows: readonly string[];
  /** Numbers in a row; that of an embedding unless given. */
  readonly rowLength?: number;
  measure(
    networks: BareNetworks,
    photograph: Uint8Array,
  ): Promise<ReadonlyMap<string, Float32Array>>;
}

/** A head and shoulders as the chip has them, from a photograph and the face found on it. */
const chipCrop = (image: RgbImage, landmarks: FoundFace['landmarks']): RgbImage =>
  cropLikeChip(image, {
    landmarks,
    box: { x: 0, y: 0, width: 0, height: 0 },
    score: 1,
    embedding: new Float32Array(),
  });

const none: ReadonlyMap<string, Float32Array> = new Map();

/** All recipes by name, which is part of the name of their cache. */
export const recipes = {
  /** A photograph as it is and as a chip photo with its background, each embedded plain and mirrored. */
  pairs: {
    rows: ['full', 'full-mirrored', 'chip', 'chip-mirrored'],
    measure: async (networks, photograph) => {
      const image = await decodeImage(photograph);
      const { face } = await locateLargestFace(networks.finder, image, 'FacePic');
      if (face === undefined) return none;
      const full = await embedBothWays(networks, face);
      const rows = new Map([
        ['full', full.plain],
        ['full-mirrored', full.mirrored],
      ]);
      const chipPhoto = await fitIntoChip(chipCrop(image, face.landmarks.points));
      const decoded = await decodeImage(chipPhoto);
      const found = await locateLargestFace(networks.finder, decoded, 'IDPic');
      if (found.face === undefined) return rows;
      const chip = await embedBothWays(networks, found.face);
      return rows.set('chip', chip.plain).set('chip-mirrored', chip.mirrored);
    },
  },
  /** Ways to make a chip photo, and to prepare it. */
  chips: {
    rows: chipVariantNames,
    measure: async (networks, photograph) => {
      const image = await decodeImage(photograph);
      const { face } = await locateLargestFace(networks.finder, image, 'FacePic');
      if (face === undefined) return none;
      return embedChipVariants(networks, chipCrop(image, face.landmarks.points));
    },
  },
  /** How well a photograph suits a comparison, as a live frame. */
  quality: {
    rows: ['quality'],
    rowLength: 1,
    measure: async ({ finder, embedding }, photograph) => {
      const look = await lookAtFace(
        { finder, embeddingModel: embedding.model },
        photograph,
        defaultImageLimits,
      );
      return new Map([['quality', Float32Array.of(adviseOn(look).quality)]]);
    },
  },
} as const satisfies Record<string, Recipe>;

export type RecipeName = keyof typeof recipes;

/** Measures one file: its rows after each other. */
export const measureFile = async (
  networks: BareNetworks,
  name: RecipeName,
  path: string,
): Promise<Float32Array> => {
  const recipe: Recipe = recipes[name];
  const rowLength = recipe.rowLength ?? networks.embedding.model.embedding.length;
  const measured = await recipe.measure(networks, await readFile(path));
  const numbers = new Float32Array(recipe.rows.length * rowLength).fill(NaN);
  recipe.rows.forEach((row, index) => {
    const values = measured.get(row);
    if (values !== undefined) numbers.set(values, index * rowLength);
  });
  return numbers;
};
