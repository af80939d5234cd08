import { describe, expect, test } from 'vitest';
import { imagePathOf } from '../../../main/face/image-path.ts';
import { manifestModels } from './models.ts';
import { paint } from './pictures.ts';

const { detector } = manifestModels.detector;
const blue = [60, 100, 200] as const;
/** A portrait before a blue background, with hair in the middle of the top edge. */
const portrait = paint(102, 126, (x, y) => (y > 3 || (x > 30 && x < 70) ? [20, 15, 10] : blue));

describe('the path of a photograph', () => {
  test('FacePic: as it is, then with space around it, both on black', () => {
    const path = imagePathOf('FacePic', portrait, detector);
    expect(path).toEqual({
      outside: [0, 0, 0],
      canvases: [
        { padding: 1, minScore: 0.5, minShare: 0, colour: [0, 0, 0] },
        { padding: 1.6, minScore: 0.2, minShare: 0.1, colour: [0, 0, 0] },
      ],
    });
  });

  test('IDPic: with space of the background around it first', () => {
    const path = imagePathOf('IDPic', portrait, detector);
    expect(path).toEqual({
      outside: blue,
      canvases: [
        { padding: 1.6, minScore: 0.5, minShare: 0, colour: blue },
        { padding: 1, minScore: 0.5, minShare: 0, colour: blue },
        { padding: 1.6, minScore: 0.2, minShare: 0.1, colour: blue },
      ],
    });
  });

  test('IDPic: a few odd pixels do not change the background', () => {
    const specks = paint(102, 126, (x) => (x % 9 === 0 ? [255, 0, 0] : [240, 241, 242]));
    expect(imagePathOf('IDPic', specks, detector).outside).toEqual([240, 241, 242]);
  });
});
