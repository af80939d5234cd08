import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { FaceError } from '../../../main/face/face-error.ts';
import type { FaceAnalyser, FaceAnalysis, TypedImage } from '../../../main/face/types.ts';
import type { SimulateChip } from '../../../main/evaluate/embed-all.ts';
import { at, likeness, likenessOf } from './vectors.ts';

const origin = { x: 0, y: 0 };

/**
 * A photograph is text: a direction in degrees, or `person:photograph` for a likeness of that person, and
 * `person:photograph:axis` of one whose kind leans towards an axis; `-` has no face, `?` is no photograph.
 */
const analysisOf = ({ image }: TypedImage): FaceAnalysis => {
  const text = Buffer.from(image).toString();
  if (text.startsWith('?')) throw new FaceError('image.not-an-image');
  const face = text.startsWith('-')
    ? undefined
    : {
        box: { ...origin, width: 1, height: 1 },
        score: 1,
        landmarks: [origin, origin, origin, origin, origin] as const,
        embedding: embeddingOf(text),
      };
  const timings = { decode: 0, detect: 0, landmarks: 0, align: 0, embed: 0 };
  return { face, faceCount: face === undefined ? 0 : 1, width: 1, height: 1, timings };
};

const embeddingOf = (text: string): Float32Array => {
  const [first = 0, photograph, axis] = text.split(':').map(Number);
  if (photograph === undefined) return at(first);
  return axis === undefined ? likeness(first, photograph) : likenessOf(first, photograph, axis);
};

/** An analyser of such photographs. */
export const syntheticAnalyser = (): FaceAnalyser & { readonly seen: TypedImage[] } => {
  const seen: TypedImage[] = [];
  return {
    models: { embedding: 'e'.repeat(64) },
    seen,
    analyse: (images) => {
      seen.push(...images);
      return new Promise((resolve) => {
        resolve(images.map(analysisOf));
      });
    },
  };
};

/**
 * A chip photo turns a face by one degree, and faces beyond 300° are lost on it. Of a likeness it
 * makes another one; the ninth of a person is lost.
 */
export const syntheticChip: SimulateChip = (photograph) => {
  const [first = 0, which, axis] = Buffer.from(photograph).toString().split(':').map(Number);
  const isLost = first > 300 || which === 9;
  const kind = axis === undefined ? '' : `:${axis}`;
  const chip = which === undefined ? String(first + 1) : `${first}:${which + 100}${kind}`;
  return Promise.resolve(Buffer.from(isLost ? '-' : chip));
};

/** A folder of synthetic photographs. */
export class SyntheticFolder {
  readonly root: string;

  private constructor(root: string) {
    this.root = root;
  }

  static async create(files: Readonly<Record<string, string | number>>): Promise<SyntheticFolder> {
    const root = await mkdtemp(join(tmpdir(), 'synthetic-'));
    for (const [file, content] of Object.entries(files)) {
      await mkdir(dirname(join(root, file)), { recursive: true });
      await writeFile(join(root, file), String(content));
    }
    return new SyntheticFolder(root);
  }

  remove(): Promise<void> {
    return rm(this.root, { recursive: true });
  }
}
