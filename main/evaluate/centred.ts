import type { Centre } from '../compare/centring.ts';
import type { Embeddings } from './comparisons.ts';

/** Embeddings as a calibration's centring leaves them: what its thresholds are for. */
export const centred = (embeddings: Embeddings, centre: Centre): Embeddings =>
  embeddings.map((embedding) => embedding && centre(embedding));
