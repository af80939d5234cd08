import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Calibration } from '../../../main/compare/calibration.ts';
import { evaluate, type EvaluateSettings } from '../../../main/evaluate/evaluate.ts';
import type { EvaluationReport } from '../../../main/evaluate/evaluation-report.ts';
import { parsePairs } from '../../../main/evaluate/pairs-file.ts';
import { point, sampleCalibration } from '../compare/sample-calibration.ts';
import { syntheticAnalyser, syntheticChip, SyntheticFolder } from './synthetic-photographs.ts';
import { cosine } from './vectors.ts';

/** Ann at 0°, 10° and 70°, Bob at 60°, Cy at 150° and 160°. */
const files = {
  'ann/1': 0,
  'ann/2': 10,
  'ann/3': 70,
  'bob/1': 60,
  'cy/1': 150,
  'cy/2': 160,
  'dee/1': '-',
  'dee/2': 200,
};
const pairs = [
  '1\tann/1\tann/2',
  '1\tann/1\tann/3',
  '1\tcy/1\tcy/2',
  '0\tann/1\tbob/1',
  '0\tann/3\tbob/1',
  '0\tann/2\tcy/1',
];

let folder: SyntheticFolder;
beforeEach(async () => {
  folder = await SyntheticFolder.create(files);
});
afterEach(() => folder.remove());

const evaluateList = (
  lines: readonly string[],
  changes: Partial<EvaluateSettings> = {},
): Promise<EvaluationReport> =>
  evaluate({
    list: parsePairs(lines.join('\n')),
    root: folder.root,
    analysers: [syntheticAnalyser()],
    pipeline: '1',
    resampling: { replicates: 50, seed: 1 },
    chipBackground: 'kept',
    simulateChip: syntheticChip,
    ...changes,
  });

const [table] = sampleCalibration().tables;
const calibration = (pair: 'FacePic-FacePic' | 'IDPic-FacePic' = 'FacePic-FacePic'): Calibration =>
  sampleCalibration({
    models: { embedding: 'e'.repeat(64) },
    tables: [
      {
        ...table!,
        pair,
        points: [point(0.01, cosine(61)), point(0.001, cosine(20)), point(0.0001, cosine(5))],
      },
    ],
  });

describe('an evaluation', () => {
  it('counts pairs, people and photographs', async () => {
    const report = await evaluateList(pairs);
    expect(report.pairs).toEqual({ listed: 6, genuine: 3, impostor: 3, skipped: 0 });
    expect(report.photographs).toEqual({
      distinct: 6,
      people: 3,
      peopleKnownBy: 'folder',
      withoutFace: 0,
      chipWithoutFace: 0,
    });
    expect(report).toMatchObject({ pair: 'FacePic-FacePic', chip: 'none', calibration: null });
  });

  it('measures the listed pairs', async () => {
    // Genuine 10°, 70°, 10°; impostors 60°, 10°, 140°.
    const { listed, accuracy } = await evaluateList(pairs, { fars: [0.5, 0.1] });
    expect(listed).toMatchObject({ impostorCount: 3, genuineCount: 3, shipped: [] });
    expect(listed.points.map(({ far }) => far)).toEqual([0.5, 0.1]);
    expect(listed.points[0]?.threshold).toBeCloseTo(cosine(60), 5);
    expect(listed.points[0]?.tar).toBeCloseTo(2 / 3, 12);
    expect(accuracy?.folds).toBe(0);
  });

  it('measures every photograph against every other person’s where folders tell people apart', async () => {
    const { everyPair } = await evaluateList(pairs);
    // Ann 3, Bob 1, Cy 2 photographs: 3·1 + 3·2 + 1·2 pairs of different people, 3 + 1 of one.
    expect(everyPair).toMatchObject({ impostorCount: 11, genuineCount: 4 });
    const unknown = await evaluateList(['1\tann/1\tcy/1', '0\tann/2\tann/3']);
    expect(unknown.everyPair).toBeNull();
    expect(unknown.photographs.peopleKnownBy).toBe('pairs');
  });

  it('says when a set is too small for a FAR, and still gives the figure', async () => {
    const { listed } = await evaluateList(pairs, { fars: [0.9, 0.0001] });
    expect(listed.points.map(({ isSupported }) => isSupported)).toEqual([true, false]);
    expect(listed.points[1]?.threshold).toBeGreaterThan(cosine(10));
  });

  it('holds the set against the thresholds that ship', async () => {
    const { listed, calibration: used } = await evaluateList(pairs, {
      calibration: calibration(),
    });
    expect(used).toEqual({ id: calibration().id, population: 'sample' });
    const rates = listed.shipped.map(({ far, achievedFar, frr }) => [far, achievedFar, frr]);
    expect(rates).toEqual([
      [0.01, 2 / 3, 1 / 3],
      [0.001, 1 / 3, 1 / 3],
      [0.0001, 0, 1],
    ]);
    expect(listed.shipped[2]?.achievedFarInterval95).toEqual([0, 1]);
    // Ann with Bob at 60° and 10°, and with Cy at 140°: two pairs of people.
    const byPeople = listed.shipped.map(({ achievedFarByPeople }) => achievedFarByPeople);
    expect(byPeople).toEqual([1 / 2, 1 / 4, 0]);
  });

  it.each(['source', 'target'] as const)('squeezes the %s through the chip', async (chip) => {
    const analyser = syntheticAnalyser();
    const { pair, everyPair, listed } = await evaluateList(pairs, {
      chip,
      analysers: [analyser],
      calibration: calibration('IDPic-FacePic'),
    });
    expect(pair).toBe('IDPic-FacePic');
    const chips = analyser.seen.filter(({ type }) => type === 'IDPic');
    // Sources: ann/1, cy/1, ann/3, ann/2. Targets: ann/2, ann/3, cy/2, bob/1, cy/1.
    expect(chips).toHaveLength(chip === 'source' ? 4 : 5);
    expect(analyser.seen).toHaveLength(6 + chips.length);
    expect(listed.impostorCount).toBe(3);
    // Of 4 · 5 comparisons, 3 are of a photograph with itself.
    expect((everyPair?.impostorCount ?? 0) + (everyPair?.genuineCount ?? 0)).toBe(17);
  });

  it('counts a missing face as turned away', async () => {
    const { listed, photographs } = await evaluateList([...pairs, '1\tdee/1\tdee/2'], {
      calibration: calibration(),
    });
    expect(photographs.withoutFace).toBe(1);
    expect(listed.genuineCount).toBe(4);
    expect(listed.shipped[0]?.frr).toBe(0.5);
  });

  it('leaves out pairs with a photograph that cannot be read, and lists it', async () => {
    const {
      unreadable,
      pairs: counted,
      listed,
    } = await evaluateList([...pairs, '1\tann/1\tann/missing']);
    expect(unreadable).toMatchObject([
      { path: 'ann/missing', code: 'evaluate.photograph-unreadable' },
    ]);
    expect(counted).toEqual({ listed: 7, genuine: 3, impostor: 3, skipped: 1 });
    expect(listed.genuineCount).toBe(3);
  });

  it('gives what it can where there is only one kind of pair', async () => {
    const impostors = await evaluateList(pairs.slice(3), { calibration: calibration() });
    expect(impostors.listed.points[0]).toMatchObject({ tar: null });
    expect(impostors.listed.shipped[0]).toMatchObject({ achievedFar: 2 / 3, frr: null });
    const genuine = await evaluateList(pairs.slice(0, 3), { calibration: calibration() });
    expect(genuine.listed.points[0]).toMatchObject({ threshold: null, tar: null });
    expect(genuine.listed.shipped[0]).toMatchObject({
      achievedFar: null,
      achievedFarByPeople: null,
      frr: 1 / 3,
    });
  });

  it('reports a FAR that was never calibrated for the set itself, and no shipped threshold', async () => {
    const report = await evaluateList(pairs, { calibration: calibration(), fars: [0.5, 0.01] });
    expect(report.listed.points.map(({ far }) => far)).toEqual([0.5, 0.01]);
    expect(report.listed.shipped.map(({ far }) => far)).toEqual([0.01]);
  });

  it('refuses, before looking at any photograph, a calibration for something else', async () => {
    const analyser = syntheticAnalyser();
    const changes = { calibration: calibration(), analysers: [analyser] as const };
    await expect(evaluateList(pairs, { ...changes, pipeline: '2' })).rejects.toMatchObject({
      code: 'calibration.other-models',
    });
    await expect(evaluateList(pairs, { ...changes, chip: 'source' })).rejects.toMatchObject({
      code: 'calibration.pair-not-covered',
    });
    expect(analyser.seen).toHaveLength(0);
  });
});
