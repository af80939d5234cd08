import { expect, it } from 'vitest';
import { templateOf } from '../../../main/compare/frame-template.ts';
import { fusions, weightedMean, withLength } from './frame-fusion.ts';

const frame = (
  x: number,
  y: number,
  quality = 1,
): { embedding: Float32Array; quality: number } => ({
  embedding: Float32Array.of(x, y),
  quality,
});

it('weighs frames by their quality', () => {
  expect([...weightedMean([frame(1, 0, 0.75), frame(0, 1, 0.25)])]).toEqual([0.75, 0.25]);
});

it('takes frames without any quality alike', () => {
  expect([...weightedMean([frame(1, 0, 0), frame(0, 1, 0)])]).toEqual([0.5, 0.5]);
});

it('leaves a template as long as the root of how far the frames agree', () => {
  const mean = weightedMean([frame(1, 0), frame(0, 1)]);
  expect(Math.hypot(...withLength(mean, 0.5))).toBeCloseTo(Math.sqrt(Math.SQRT1_2));
  expect(Math.hypot(...withLength(mean, 0))).toBeCloseTo(1);
});

it('has every fusion of one guest who does not move be his embedding', () => {
  for (const fuse of Object.values(fusions)) {
    const frames = [frame(0.6, 0.8, 0.2), frame(0.6, 0.8, 0.9), frame(0.6, 0.8, 0.5)];
    const [x, y] = fuse(frames, 0.3);
    expect(x).toBeCloseTo(0.6);
    expect(y).toBeCloseTo(0.8);
  }
});

it('has the shipped fusion leave out who is not like the best frame, as the product does', () => {
  const frames = [frame(1, 0, 0.9), frame(0, 1, 0.5), frame(0.96, 0.28, 0.9)];
  const [name = ''] = Object.keys(fusions).filter((one) => one.startsWith('**'));
  const template = fusions[name]!(frames, 0.3);
  const { template: expected } = templateOf(frames[0]!, [frames[2]!], 0.3);
  expect([...template]).toEqual([...expected]);
});
