import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignmentOf } from '../../../main/face/align-face.ts';
import type { FivePoints } from '../../../main/face/face-landmarks.ts';
import { applyTransform, scaleOf } from '../../../main/face/similarity-transform.ts';
import type { Point } from '../../../main/face/types.ts';
import { manifestModels } from './models.ts';

const { alignment } = manifestModels.embedding.embedding;
const template = alignment.template.map(([x, y]) => ({ x, y }));
const asFive = (points: readonly Point[]): FivePoints => points as unknown as FivePoints;

describe('the alignment', () => {
  test('takes the five points of the template to themselves', () => {
    const toPhotograph = alignmentOf(asFive(template), { ...alignment, zoomOut: 1 });
    for (const point of template) {
      const { x, y } = applyTransform(toPhotograph, point);
      expect(x).toBeCloseTo(point.x, 9);
      expect(y).toBeCloseTo(point.y, 9);
    }
  });

  test('zoomed out shows more, about the same centre', () => {
    const toPhotograph = alignmentOf(asFive(template), { ...alignment, zoomOut: 1.25 });
    expect(scaleOf(toPhotograph)).toBeCloseTo(1.25, 9);
    const centre = { x: alignment.width / 2, y: alignment.height / 2 };
    expect(applyTransform(toPhotograph, centre).x).toBeCloseTo(centre.x, 9);
    expect(applyTransform(toPhotograph, centre).y).toBeCloseTo(centre.y, 9);
  });

  test('finds a face that is turned, enlarged and elsewhere', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -Math.PI, max: Math.PI, noNaN: true }),
        fc.double({ min: 0.2, max: 9, noNaN: true }),
        (turn, scale) => {
          const pose = {
            a: scale * Math.cos(turn),
            b: scale * Math.sin(turn),
            tx: 300,
            ty: 200,
          };
          const seen = template.map((point) => applyTransform(pose, point));
          const toPhotograph = alignmentOf(asFive(seen), { ...alignment, zoomOut: 1 });
          for (const [i, point] of template.entries()) {
            const { x, y } = applyTransform(toPhotograph, point);
            expect(x).toBeCloseTo(seen[i]!.x, 6);
            expect(y).toBeCloseTo(seen[i]!.y, 6);
          }
        },
      ),
    );
  });
});
