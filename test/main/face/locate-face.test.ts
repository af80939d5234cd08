import { describe, expect, test } from 'vitest';
import type { Canvas, DetectedFace, FaceDetector } from '../../../main/face/detected-face.ts';
import { locateLargestFace, type FaceSearch } from '../../../main/face/locate-face.ts';
import type { ImageType } from '../../../main/face/types.ts';
import { manifestModels, ScriptedNetwork } from './models.ts';
import { gradient } from './pictures.ts';

const image = gradient(640, 480);
const { retry } = manifestModels.detector.detector;
const face = (x: number, side: number, score: number): DetectedFace => ({
  box: { x, y: 100, width: side, height: side },
  score,
  eyes: [
    { x: x + 30, y: 140 },
    { x: x + 70, y: 140 },
  ],
});

/** A search in which the detector answers each look in turn, and each crop has a presence. */
const search = async (
  looks: readonly (readonly DetectedFace[])[],
  presences: readonly number[] = [],
  type: ImageType = 'FacePic',
): Promise<FaceSearch & { readonly canvases: readonly Canvas[] }> => {
  const canvases: Canvas[] = [];
  const detector: FaceDetector = {
    detect: (_, canvas) => {
      canvases.push(canvas);
      return Promise.resolve(looks[canvases.length - 1] ?? []);
    },
  };
  const landmarks = new ScriptedNetwork(manifestModels.landmarks, (_, run) => ({
    points: Array.from({ length: 468 * 3 }, (_unused, i) => i % 192),
    presence: [presences[run] ?? 1],
  }));
  const finder = { detector, detectorModel: manifestModels.detector, landmarks };
  return { ...(await locateLargestFace(finder, image, type)), canvases };
};

describe('the search for the largest face', () => {
  test('ends with the first look that shows a face the detector is sure of', async () => {
    const sure = face(200, 150, 0.9);
    const found = await search([[face(20, 40, 0.8), sure]]);
    expect(found.face?.detected).toBe(sure);
    expect(found.faceCount).toBe(2);
    expect(found.others).toEqual([face(20, 40, 0.8)]);
    expect(found.canvases).toHaveLength(1);
  });

  test('looks again with space around the photograph when there is none', async () => {
    const second = face(200, 150, 0.3);
    const found = await search([[], [second]]);
    expect(found.face?.detected).toBe(second);
    expect(found.canvases.map(({ padding }) => padding)).toEqual([1, retry.padding]);
  });

  test('looks again when the detector is in doubt, and keeps the surer look', async () => {
    const doubtful = face(200, 150, 0.55);
    const surer = face(205, 152, 0.8);
    expect((await search([[doubtful], [surer]])).face?.detected).toBe(surer);
    expect((await search([[doubtful], [face(10, 90, 0.3)]])).face?.detected).toBe(doubtful);
    expect((await search([[doubtful], []])).face?.detected).toBe(doubtful);
  });

  test('passes over what the landmark network takes for no face', async () => {
    const pattern = face(100, 300, 0.9);
    const guest = face(450, 100, 0.8);
    const found = await search([[pattern, guest]], [0.1, 0.95]);
    expect(found.face?.detected).toBe(guest);
    expect(found.others).toEqual([pattern]);
  });

  test('finds nothing where the landmark network sees no face at all', async () => {
    const found = await search([[face(100, 300, 0.9)], [face(100, 300, 0.9)]], [0.1, 0.1]);
    expect(found.face).toBeUndefined();
    expect(found.faceCount).toBe(0);
  });

  test('takes a presence that is no number for none', async () => {
    expect((await search([[face(100, 300, 0.9)]], [NaN, NaN])).face).toBeUndefined();
  });

  test('finds nothing where the detector sees nothing', async () => {
    const found = await search([]);
    expect(found).toMatchObject({ face: undefined, faceCount: 0 });
    expect(found.canvases).toHaveLength(2);
  });

  test('of an ID photo looks with space around it first', async () => {
    const found = await search([[face(200, 150, 0.9)]], [], 'IDPic');
    expect(found.canvases.map(({ padding }) => padding)).toEqual([retry.padding]);
  });
});
