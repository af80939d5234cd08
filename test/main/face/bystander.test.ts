import { describe, expect, test } from 'vitest';
import { secondLargestShare } from '../../../main/face/bystander.ts';
import type { DetectedFace } from '../../../main/face/detected-face.ts';
import type { FaceSearch } from '../../../main/face/locate-face.ts';
import { MipPyramid } from '../../../main/face/mip-pyramid.ts';
import { manifestModels, ScriptedNetwork } from './models.ts';
import { gradient } from './pictures.ts';

const faceOf = (side: number): DetectedFace => ({
  box: { x: 100, y: 100, width: side, height: side },
  score: 0.9,
  eyes: [
    { x: 120, y: 120 },
    { x: 150, y: 120 },
  ],
});
const point = { x: 0, y: 0 };
const guest = {
  detected: faceOf(200),
  landmarks: {
    points: [point, point, point, point, point] as const,
    presence: 1,
    mesh: () => ({ ...point, z: 0 }),
  },
  pyramid: new MipPyramid(gradient(640, 480)),
  path: { outside: [0, 0, 0] as const, canvases: [] },
};

/** The share for other faces of these sides; the landmark network believes in each so much in turn. */
const shareOf = async (
  sides: readonly number[],
  presences: readonly number[] = [],
  face: FaceSearch['face'] = guest,
): Promise<{ readonly share: number; readonly looks: number }> => {
  const landmarks = new ScriptedNetwork(manifestModels.landmarks, (_, run) => ({
    points: [],
    presence: [presences[run] ?? 1],
  }));
  const finder = {
    detector: { detect: () => Promise.reject(new Error('asked to detect')) },
    detectorModel: manifestModels.detector,
    landmarks,
  };
  const others = sides.map(faceOf);
  const search = { face, others, faceCount: sides.length + 1, detectMs: 0, landmarksMs: 0 };
  return { share: await secondLargestShare(finder, search), looks: landmarks.runs.length };
};

describe('the share of the second largest face', () => {
  test('is 0 where there is no other, without another look', async () => {
    expect(await shareOf([])).toEqual({ share: 0, looks: 0 });
  });

  test('is the area of the largest other face over that of the guest’s', async () => {
    expect(await shareOf([50, 100, 60])).toEqual({ share: 0.25, looks: 1 });
  });

  test('passes over what the landmark network takes for no face', async () => {
    expect(await shareOf([150, 100], [0.1, 0.9])).toEqual({ share: 0.25, looks: 2 });
    expect(await shareOf([150, 100], [0.1, NaN])).toEqual({ share: 0, looks: 2 });
  });

  test('passes over faces far behind without a look', async () => {
    expect(await shareOf([40, 30, 20])).toEqual({ share: 0, looks: 0 });
  });

  test('costs three looks at most, whatever the crowd', async () => {
    expect(await shareOf([150, 140, 130, 120, 110], [0, 0, 0, 1])).toEqual({ share: 0, looks: 3 });
  });

  test('is 0 where there is nobody', async () => {
    const network = new ScriptedNetwork(manifestModels.landmarks, () => ({}));
    const finder = {
      detector: { detect: () => Promise.resolve([]) },
      detectorModel: manifestModels.detector,
      landmarks: network,
    };
    const search = { face: undefined, others: [], faceCount: 0, detectMs: 0, landmarksMs: 0 };
    expect(await secondLargestShare(finder, search)).toBe(0);
  });
});
