import { describe, expect, it } from 'vitest';
import { parseCalibration } from '../../../main/compare/load-calibration.ts';
import { calibrate, type CalibrateSettings } from '../../../main/evaluate/calibrate.ts';
import { calibrationText } from '../../../main/evaluate/calibration-text.ts';
import { readPeopleFolder } from '../../../main/evaluate/people-folder.ts';
import { syntheticAnalyser, syntheticChip, SyntheticFolder } from './synthetic-photographs.ts';

/** A folder of people with some photographs each; `first` numbers the first of them. */
const crowd = (people: number, photographs: number, first = 0): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Array.from({ length: people }, (_, person) =>
      Array.from({ length: photographs }, (__, photograph): [string, string] => [
        `person-${person}/${photograph}.jpg`,
        `${person + first}:${photograph}`,
      ]),
    ).flat(),
  );

const calibrateFolder = async (
  files: Readonly<Record<string, string>>,
  changes: Partial<CalibrateSettings> = {},
): ReturnType<typeof calibrate> => {
  const folder = await SyntheticFolder.create(files);
  try {
    return await calibrate({
      photographs: await readPeopleFolder(folder.root),
      population: 'crowd',
      analysers: [syntheticAnalyser(), syntheticAnalyser()],
      pipeline: '1',
      resampling: { replicates: 20, seed: 1 },
      made: { productVersion: '0.1.0', date: '2026-01-31', command: 'witness calibrate' },
      chipBackground: 'kept',
      simulateChip: syntheticChip,
      ...changes,
    });
  } finally {
    await folder.remove();
  }
};

describe('a calibration', () => {
  const files = crowd(60, 4);
  // The same people, of two kinds; folders are in the order of their names.
  const kinds = Object.fromEntries(
    Object.entries(files)
      .sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
      .map(([file, text], index) => [file, `${text}:${index < 120 ? 0 : 1}`]),
  );
  const groups = {
    named: [{ name: 'first', people: Array.from({ length: 30 }, (_, person) => person) }],
    clusters: 1,
  };

  it('counts people, photographs and comparisons of both pairs of image types', async () => {
    const { calibration, unreadable } = await calibrateFolder(files);
    expect(unreadable).toEqual([]);
    const counts = calibration.tables.map(
      ({ points: _points, genuineScores: _scores, ...rest }) => rest,
    );
    expect(counts).toEqual([
      {
        pair: 'FacePic-FacePic',
        people: 60,
        photographs: 240,
        failuresToFindFace: 0,
        impostorCount: (240 * 236) / 2,
        genuineCount: 60 * 6,
        genuinePeople: 60,
        directions: 1,
      },
      {
        pair: 'IDPic-FacePic',
        people: 60,
        photographs: 240,
        failuresToFindFace: 0,
        impostorCount: 240 * 236,
        genuineCount: 60 * 12,
        genuinePeople: 60,
        directions: 2,
      },
    ]);
    expect(calibration).toMatchObject({
      population: 'crowd',
      engine: { name: 'local', pipeline: '1' },
      models: { embedding: 'e'.repeat(64) },
      made: { seed: 1, bootstrapReplicates: 20, date: '2026-01-31' },
    });
  });

  it('states only the FARs its pairs of photographs can support, also when compared twice', async () => {
    const { calibration } = await calibrateFolder(files);
    // 28,320 pairs: 0.0001 (2.8 expected) is the strictest; 0.00005 would be 1.4.
    for (const { points } of calibration.tables) expect(points.at(-1)?.far).toBe(0.0001);
    expect(calibration.tables[0]?.points).toHaveLength(9);
  });

  it('has thresholds that rise as the FAR falls, inside their intervals', async () => {
    const { calibration } = await calibrateFolder(files);
    for (const { points } of calibration.tables) {
      const thresholds = points.map(({ threshold }) => threshold);
      expect(thresholds).toEqual(thresholds.toSorted((a, b) => a - b));
      expect(points[0]!.threshold).toBeLessThan(points.at(-1)!.threshold);
      for (const { interval95 } of points) expect(interval95[0]).toBeLessThanOrEqual(interval95[1]);
    }
  });

  it('is the same document each time, and another id for other photographs', async () => {
    const first = await calibrateFolder(files);
    const again = await calibrateFolder(files);
    const other = await calibrateFolder(crowd(60, 4, 200));
    expect(again.calibration).toEqual(first.calibration);
    expect(first.calibration.id).toMatch(/^crowd-2026-01-31-[0-9a-f]{8}$/);
    expect(other.calibration.id).not.toBe(first.calibration.id);
  });

  it('holds nobody: no name of a person, no file', async () => {
    const text = calibrationText((await calibrateFolder(files)).calibration);
    expect(text).not.toMatch(/person|jpg/);
  });

  it('can be written to a file, an interval a line, and read back', async () => {
    const { calibration } = await calibrateFolder(files);
    const text = calibrationText(calibration);
    expect(parseCalibration(text, 'crowd.json')).toEqual(calibration);
    expect(text).toMatch(/^ {10}"interval95": \[[\d.]+, [\d.]+\],$/m);
    expect(text.endsWith('}\n')).toBe(true);
  });

  it('counts a missing face as turned away, and leaves out what cannot be read', async () => {
    const { calibration, unreadable } = await calibrateFolder({
      ...files,
      'person-0/no-face.jpg': '-',
      'person-0/not-a-photograph.jpg': '?',
      'person-1/lost-on-the-chip.jpg': '1:9',
    });
    expect(unreadable.map(({ code }) => code)).toEqual(['image.not-an-image']);
    const [full, chip] = calibration.tables;
    expect(full).toMatchObject({ photographs: 242, failuresToFindFace: 1 });
    expect(chip).toMatchObject({ photographs: 242, failuresToFindFace: 2 });
    expect(full?.genuineCount).toBe(60 * 6 + 4 + 4);
    expect(chip?.genuineCount).toBe(60 * 12 + 8 + 8);
    // No threshold is low enough for the four pairs with the photograph that has no face, nor on the
    // chip side for the four more whose chip photo has none.
    expect(full?.points[0]?.frr).toBeGreaterThanOrEqual(4 / 368 - 1e-6);
    expect(chip?.points[0]?.frr).toBeGreaterThanOrEqual((8 + 4) / 736 - 1e-6);
  });

  it('counts who has one photograph among the people, and not among those with a comparison', async () => {
    const { calibration } = await calibrateFolder({
      ...files,
      'person-80/1.jpg': '80:1',
      'person-81/1.jpg': '81:1',
      'person-81/no-face.jpg': '-',
    });
    const counts = calibration.tables.map(({ people, genuinePeople }) => [people, genuinePeople]);
    expect(counts).toEqual([
      [62, 60],
      [62, 60],
    ]);
  });

  it('refuses groups it could not centre before any photograph is looked at', async () => {
    const analyser = syntheticAnalyser();
    const centring = { named: [{ name: 'others-1', people: [] }], clusters: 1 };
    await expect(
      calibrateFolder({ 'a/1.jpg': '1' }, { centring, analysers: [analyser] }),
    ).rejects.toMatchObject({ code: 'evaluate.group-name' });
    expect(analyser.seen).toHaveLength(0);
  });

  it('centres the groups it finds among its people, and its thresholds are for what is left', async () => {
    const plain = await calibrateFolder(kinds);
    const { calibration } = await calibrateFolder(kinds, { centring: groups });
    expect(calibration.centring?.groups.map(({ name, people: count }) => [name, count])).toEqual([
      ['others-1', 30],
      ['first', 30],
    ]);
    expect(calibration.tables[0]?.points[0]?.threshold).not.toBe(
      plain.calibration.tables[0]?.points[0]?.threshold,
    );
    expect(calibration.id).not.toBe(plain.calibration.id);
    expect(parseCalibration(calibrationText(calibration), 'crowd.json')).toEqual(calibration);
  });

  it('takes over the groups of another calibration of this engine, and says of which', async () => {
    const { calibration: first } = await calibrateFolder(kinds, { centring: groups });
    const { calibration } = await calibrateFolder(crowd(60, 4, 200), { centring: first });
    expect(calibration.centring?.groups).toEqual(first.centring?.groups);
    expect(calibration.centring?.recipe).toBe(`that of ${first.id}`);
    await expect(
      calibrateFolder(files, { centring: { ...first, models: { embedding: 'f'.repeat(64) } } }),
    ).rejects.toMatchObject({ code: 'calibration.other-models' });
  });

  it('says how genuine scores lay: what a station is held against', async () => {
    const { calibration } = await calibrateFolder(files);
    for (const { genuineScores } of calibration.tables) {
      expect(genuineScores).toHaveLength(20);
      expect(genuineScores.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 4);
      // Few of them are among the scores of strangers.
      expect(genuineScores.slice(14).reduce((sum, share) => sum + share, 0)).toBeGreaterThan(0.5);
    }
  });

  it('is refused with too few people, and says how many comparisons it takes', async () => {
    await expect(calibrateFolder(crowd(10, 4))).rejects.toMatchObject({
      code: 'evaluate.too-few-comparisons',
      data: { pair: 'FacePic-FacePic', far: '0.001', impostors: 720, impostorsNeeded: 2000 },
    });
  });

  it('is refused when nobody has two photographs', async () => {
    await expect(calibrateFolder(crowd(210, 1))).rejects.toMatchObject({
      code: 'evaluate.too-few-comparisons',
      data: { genuine: 0 },
    });
  });

  it('is refused when one photograph lies in many folders', async () => {
    const copies = Object.fromEntries(
      Object.keys(files).map((file): [string, string] => [file, '0:0']),
    );
    await expect(calibrateFolder(copies)).rejects.toMatchObject({
      code: 'evaluate.not-separable',
      data: { far: '0.01' },
    });
  });

  it.each(['', 'East Asian', '../site', '-x', 'x'.repeat(41)])(
    'is refused for the population name "%s" before any photograph is looked at',
    async (population) => {
      const analyser = syntheticAnalyser();
      await expect(
        calibrateFolder({ 'a/1.jpg': '1' }, { population, analysers: [analyser] }),
      ).rejects.toMatchObject({ code: 'evaluate.population-name' });
      expect(analyser.seen).toHaveLength(0);
    },
  );
});
