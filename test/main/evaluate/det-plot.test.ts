import { describe, expect, it } from 'vitest';
import { detAxis } from '../../../main/evaluate/det-axis.ts';
import type { DetCurve } from '../../../main/evaluate/det-curve.ts';
import { detPlot } from '../../../main/evaluate/det-plot.ts';

const curve: DetCurve = {
  fta: 0,
  points: [
    { fmr: 1e-4, threshold: 0.6, fnmr: 0.1, fnmrInterval95: [0.05, 0.2] },
    { fmr: 1e-3, threshold: 0.5, fnmr: 0.02, fnmrInterval95: [0.01, 0.05] },
    { fmr: 1e-2, threshold: 0.4, fnmr: 0, fnmrInterval95: [0, 0.001] },
  ],
  operating: [
    { far: 1e-3, threshold: 0.51, fmr: 9e-4, fnmr: 0.021 },
    { far: 1e-4, threshold: 0.7, fmr: 0, fnmr: 0.2 },
  ],
};
const placesOf = (svg: string, name: string): readonly (readonly number[])[] =>
  (new RegExp(`class="${name}" d="M([^"Z]+)`).exec(svg)?.[1] ?? '')
    .split('L')
    .map((place) => place.split(' ').map(Number));

describe('a DET plot', () => {
  const svg = detPlot({ title: 'A & B <C>', curves: [{ name: 'every pair', ...curve }] });

  it('draws a curve through its points, by normal deviate, and keeps it within the frame', () => {
    const x = detAxis([1e-5, 0.1], [64, 616]);
    const y = detAxis([1e-3, 0.4], [420, 44]);
    const places = placesOf(svg, 'curve c0');
    expect(places).toHaveLength(3);
    expect(places[1]![0]).toBeCloseTo(x.at(1e-3), 0);
    expect(places[1]![1]).toBeCloseTo(y.at(0.02), 0);
    // No error at all lies beyond any such axis.
    expect(places[2]![1]).toBe(420);
  });

  it('draws the band there and back', () => {
    const places = placesOf(svg, 'band f0');
    expect(places).toHaveLength(6);
    expect(places[0]![0]).toBe(places[5]![0]);
    expect(places[0]![1]).toBeGreaterThan(places[5]![1]!);
  });

  it('marks the operating points that lie on it', () => {
    expect(svg.match(/<circle /g)).toHaveLength(1);
    expect(svg).toContain('threshold for FAR 0.1 %');
  });

  it('names axes, curves and ticks, and escapes what it is given', () => {
    for (const text of ['False match rate', 'False non-match rate', '0.001 %', '40 %'])
      expect(svg).toContain(`>${text}</text>`);
    expect(svg).toContain('every pair; circles: shipped thresholds');
    expect(svg).toContain('A &amp; B &lt;C>');
    expect(svg).not.toContain('NaN');
  });

  it('is a plot without a curve where nothing could be measured', () => {
    const empty = detPlot({
      title: '',
      curves: [{ name: 'nobody', fta: 0, points: [], operating: [] }],
    });
    expect(empty).not.toContain('class="band');
    expect(empty).not.toContain('nobody');
    expect(empty).toContain('</svg>');
  });
});

describe('an axis of error rates', () => {
  it('gives strict rates more room than a linear one, and the middle rate its middle', () => {
    const axis = detAxis([0.01, 0.99], [0, 100]);
    expect(axis.at(0.5)).toBeCloseTo(50);
    expect(axis.at(0.02)).toBeGreaterThan(5);
  });

  it('keeps rates beyond its ends at them', () => {
    const axis = detAxis([0.01, 0.1], [0, 100]);
    expect([axis.at(0), axis.at(1)]).toEqual([0, 100]);
    expect([axis.shows(0.001), axis.shows(0.05)]).toEqual([false, true]);
  });
});
