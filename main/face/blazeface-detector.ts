import type { DetectorModel } from '../../models/manifest-schema.ts';
import { readCandidates, type Candidate } from './blazeface-anchors.ts';
import type { Canvas, DetectedFace, FaceDetector } from './detected-face.ts';
import { mergeCandidates } from './merge-candidates.ts';
import type { MipPyramid } from './mip-pyramid.ts';
import type { Network } from './model-session.ts';
import { applyTransform, type SimilarityTransform } from './similarity-transform.ts';
import type { Point } from './types.ts';
import { warpInto } from './warp.ts';

/** A BlazeFace detector: finds faces, each with the eyes that give its tilt. */
export class BlazefaceDetector implements FaceDetector {
  readonly #network: Network<DetectorModel>;

  constructor(network: Network<DetectorModel>) {
    this.#network = network;
  }

  async detect(pyramid: MipPyramid, canvas: Canvas): Promise<readonly DetectedFace[]> {
    const { model } = this.#network;
    const toPhotograph = letterbox(pyramid.full, model.input.width, canvas.padding);
    warpInto(pyramid, toPhotograph, this.#network.buffer(1).target(0), canvas.colour);
    const outputs = await this.#network.run(1);
    const candidates = readCandidates(outputs, model.detector, model.input.width, canvas.minScore);
    const { width, height } = pyramid.full;
    const minSide = canvas.minShare * Math.max(width, height);
    return mergeCandidates(candidates, model.detector.overlap)
      .map((candidate) => toFace(candidate, toPhotograph, model.detector.eyes))
      .filter(({ box }) => Math.max(box.width, box.height) >= minSide);
  }
}

/** Fits a photograph, centred, into a square input of `size` pixels. */
export const letterbox = (
  photograph: { readonly width: number; readonly height: number },
  size: number,
  padding: number,
): SimilarityTransform => {
  const scale = (Math.max(photograph.width, photograph.height) * padding) / size;
  const middle = (size - 1) / 2;
  return {
    a: scale,
    b: 0,
    tx: (photograph.width - 1) / 2 - scale * middle,
    ty: (photograph.height - 1) / 2 - scale * middle,
  };
};

const toFace = (
  { score, box, keyPoints }: Candidate,
  toPhotograph: SimilarityTransform,
  [left, right]: readonly [number, number],
): DetectedFace => {
  // The network counts from the edge of a pixel, the transform from its centre.
  const place = ({ x, y }: Point): Point =>
    applyTransform(toPhotograph, { x: x - 0.5, y: y - 0.5 });
  const corner = place(box);
  const centre: Point = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  return {
    score,
    box: {
      ...corner,
      width: box.width * toPhotograph.a,
      height: box.height * toPhotograph.a,
    },
    eyes: [place(keyPoints[left] ?? centre), place(keyPoints[right] ?? centre)],
  };
};
