import { readFile } from 'node:fs/promises';
import { isWitnessError, type WitnessError } from '../errors/witness-error.ts';
import type { FaceAnalyser, FoundFace } from '../face/types.ts';
import { isUnitLength } from '../compare/unit-length.ts';
import type { Embeddings } from './comparisons.ts';
import { EvaluateError } from './evaluate-error.ts';

/** A photograph to embed. */
export interface PhotographToEmbed {
  readonly path: string;
  /** Whether it is to be embedded as a chip photo, too. */
  readonly asChip: boolean;
}

/** A photograph that could not be read; it takes part in no comparison. */
export interface Unreadable {
  /** Index of the photograph. */
  readonly photograph: number;
  /** `evaluate.photograph-unreadable`, or what the engine says: `image.damaged`, say. */
  readonly code: string;
  readonly message: string;
}

/** The embeddings of some photographs, in order. */
export interface EmbeddedPhotographs {
  readonly full: Embeddings;
  /** As chip photos; undefined too where none was asked for. */
  readonly chip: Embeddings;
  readonly unreadable: readonly Unreadable[];
}

/** Makes a chip photo (an encoded file) of a photograph and the face found in it. */
export type SimulateChip = (photograph: Uint8Array, face: FoundFace) => Promise<Uint8Array>;

/** How photographs are embedded. */
export interface EmbedAllSettings {
  /** Those to share the work, one for each core. */
  readonly analysers: readonly FaceAnalyser[];
  readonly simulateChip: SimulateChip;
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
}

/** Two photographs in hand per analyser: one is read or squeezed while the other is looked at. */
const photographsPerAnalyser = 2;

/**
 * Embeds each photograph once, with as many analysers as there are. No more than two photographs per
 * analyser are in memory at any time; what stays is 192 numbers of each.
 *
 * A file that cannot be read or is no photograph is listed and left out. Anything else that goes wrong
 * ends the whole: a measurement with holes would look like a measurement.
 *
 * @throws {EvaluateError} `evaluate.nothing-readable`, `evaluate.bad-embedding`; the engine's errors
 */
export const embedAll = async (
  photographs: readonly PhotographToEmbed[],
  settings: EmbedAllSettings,
): Promise<EmbeddedPhotographs> => {
  const full: (Float32Array | undefined)[] = photographs.map(() => undefined);
  const chip: (Float32Array | undefined)[] = photographs.map(() => undefined);
  const unreadable: Unreadable[] = [];
  const remaining = photographs.entries();
  let done = 0;
  let hasFailed = false;

  const work = async (analyser: FaceAnalyser): Promise<void> => {
    for (const [index, photograph] of remaining) {
      try {
        const embedded = await embedOne(photograph, analyser, settings.simulateChip);
        full[index] = embedded.full;
        chip[index] = embedded.chip;
      } catch (caught) {
        if (!isPhotographsFault(caught)) {
          hasFailed = true;
          throw caught;
        }
        unreadable.push({ photograph: index, code: caught.code, message: caught.message });
      }
      if (hasFailed) return;
      done++;
      settings.onProgress?.({ done, total: photographs.length });
    }
  };
  const lanes = Array.from({ length: photographsPerAnalyser }, () => settings.analysers).flat();
  await Promise.all(lanes.map(work));
  if (unreadable.length === photographs.length) {
    throw new EvaluateError('evaluate.nothing-readable', { photographs: photographs.length });
  }
  // Which lane came first is chance; the report is not.
  return { full, chip, unreadable: unreadable.sort((a, b) => a.photograph - b.photograph) };
};

interface EmbeddedOne {
  readonly full: Float32Array | undefined;
  readonly chip: Float32Array | undefined;
}

const embedOne = async (
  { path, asChip }: PhotographToEmbed,
  analyser: FaceAnalyser,
  simulateChip: SimulateChip,
): Promise<EmbeddedOne> => {
  const image = await readFile(path).catch((cause: unknown) => {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    throw new EvaluateError('evaluate.photograph-unreadable', { reason }, { cause });
  });
  const [analysis] = await analyser.analyse([{ type: 'FacePic', image }]);
  const face = analysis?.face;
  if (face === undefined) return { full: undefined, chip: undefined };
  const full = checked(face.embedding);
  if (!asChip) return { full, chip: undefined };
  const chipPhoto = await simulateChip(image, face);
  const [chipAnalysis] = await analyser.analyse([{ type: 'IDPic', image: chipPhoto }]);
  const chip = chipAnalysis?.face && checked(chipAnalysis.face.embedding);
  return { full, chip };
};

const checked = (embedding: Float32Array): Float32Array => {
  if (!isUnitLength(embedding)) throw new EvaluateError('evaluate.bad-embedding');
  return embedding;
};

/** A missing or damaged file, as opposed to an engine that fails. */
const isPhotographsFault = (caught: unknown): caught is WitnessError =>
  isWitnessError(caught) &&
  (caught.code === 'evaluate.photograph-unreadable' || caught.code.startsWith('image.'));
