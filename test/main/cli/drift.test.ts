import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkDrift } from '../../../main/cli/doctor-drift.ts';
import { openScoreStore } from '../../../main/drift/score-store.ts';
import { statisticsFile } from '../../../main/drift/statistics-file.ts';
import { settingsSchema } from '../../../main/settings/settings.ts';
import { sampleCalibration } from '../compare/sample-calibration.ts';
import { errorOf, runWitness, type Run } from './run-witness.ts';

/** What a site measured itself. */
const [table] = sampleCalibration().tables;
const calibration = sampleCalibration({
  tables: [
    { ...table!, pair: 'IDPic-FacePic', people: 400, genuineCount: 2000, genuinePeople: 400 },
  ],
});
const scoredBy = settingsSchema.parse({ compare: { population: 'sample' } });

let folder: string;
let settings: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'witness-drift-'));
  settings = join(folder, 'settings.json');
  await writeFile(settings, JSON.stringify({ compare: { population: 'sample' } }));
  await mkdir(join(folder, 'calibrations'));
  await writeFile(join(folder, 'calibrations', 'sample.json'), JSON.stringify(calibration));
});
afterEach(() => rm(folder, { recursive: true }));

const scoresAtEveryStep = Array.from({ length: 20 }, (_, step) => step * 5 + 2);

/** Has a station count each score so many times on a day. */
const count = async (day: string, scores: readonly number[], times: number): Promise<void> => {
  const store = await openScoreStore(statisticsFile(settings));
  for (const score of scores)
    for (let i = 0; i < times; i++)
      store.count({ calibration: calibration.id, pair: 'IDPic-FacePic', day, score });
  await store.flush();
};

const drift = (...args: readonly string[]): Promise<Run> =>
  runWitness('drift', '--settings', settings, ...args);
const documentOf = ({ out }: Run): unknown => JSON.parse(out);

describe('witness drift', () => {
  test('says of a new station that there is too little to tell, and that this is no fault', async () => {
    const run = await drift();
    expect(run.exitCode).toBe(0);
    expect(run.out).toContain('0 comparisons are too few to tell; 200 are needed');
    expect(run.out).toContain('仅有 0 次比对');
    expect(documentOf(await drift('--json'))).toMatchObject({
      state: 'too-few',
      calibration: calibration.id,
      comparisons: 0,
      days: 0,
      median: { seen: null },
      warnings: [],
    });
  });

  test('shows a steady station what was calibrated and what was seen', async () => {
    await count('2026-03-09', scoresAtEveryStep, 20);
    await count('2026-03-10', scoresAtEveryStep, 20);
    const run = await drift();
    expect(run.exitCode).toBe(0);
    expect(run.out).toContain('800 first attempts counted on 2 days, 2026-03-09 – 2026-03-10');
    expect(run.out).toMatch(/^ {2}95 – 100 +5\.0 % +5\.0 %$/m);
    expect(run.out).toMatch(/^ {2}median +50\.0 +50\.0$/m);
    expect(run.out).toContain('分值未低于标定时的水平。');
  });

  test('ends with 1 where scores drifted, and says how in both languages', async () => {
    await count('2026-03-09', scoresAtEveryStep, 20);
    await count('2026-03-10', [2, 7, 12, 17], 100);
    const run = await drift();
    expect(run.exitCode).toBe(1);
    expect(run.out).toContain('More guests score low than this station was calibrated for');
    expect(run.out).toContain('比对分值低于标定时');
    const json = await drift('--json');
    expect(json.exitCode).toBe(1);
    expect(documentOf(json)).toMatchObject({
      state: 'drifted',
      from: '2026-03-09',
      to: '2026-03-10',
      comparisons: 800,
      steps: expect.arrayContaining([
        { from: 0, to: 5, calibrated: 0.05, seen: 0.15, count: 120 },
      ]) as object[],
      warnings: [{ code: 'drift.more-score-low' }, { code: 'drift.scores-lower' }],
    });
  });

  test('looks at the newest days only where that is asked for', async () => {
    await count('2026-03-09', [2, 7, 12, 17], 100);
    await count('2026-03-10', scoresAtEveryStep, 20);
    expect((await drift()).exitCode).toBe(1);
    const one = await drift('--days', '1', '--json');
    expect(documentOf(one)).toMatchObject({ state: 'steady', comparisons: 400, days: 1 });
    expect(one.exitCode).toBe(0);
    expect((await drift('--days', '0')).exitCode).toBe(2);
  });

  test('says where a cloud alone compares that nothing is counted', async () => {
    const route = { engine: { route: 'cloud' }, compare: { population: 'sample' } };
    await writeFile(settings, JSON.stringify(route));
    const run = await drift();
    expect(run.exitCode).toBe(0);
    expect(run.out).toContain('none are counted');
    expect(run.out).not.toContain('too few');
    expect(documentOf(await drift('--json'))).toMatchObject({ isCounted: false });
  });

  test('says what is wrong with a file that cannot be used', async () => {
    await writeFile(statisticsFile(settings), '{}');
    const run = await drift('--json');
    expect(run.exitCode).toBe(2);
    expect(errorOf(run).code).toBe('drift.file-invalid');
  });

  test('needs a calibration for what a station compares', async () => {
    const faces = sampleCalibration();
    await writeFile(join(folder, 'calibrations', 'sample.json'), JSON.stringify(faces));
    const run = await drift('--json');
    expect(run.exitCode).toBe(2);
    expect(errorOf(run).code).toBe('calibration.pair-not-covered');
  });
});

describe('the doctor', () => {
  test('says how many comparisons are missing before anything can be told', async () => {
    await count('2026-03-10', scoresAtEveryStep, 3);
    expect(await checkDrift(scoredBy, settings)).toMatchObject([
      { name: 'scores', state: 'ok', says: { en: expect.stringContaining('60 of 200') as string } },
    ]);
  });

  test('finds steady scores in order', async () => {
    await count('2026-03-10', scoresAtEveryStep, 20);
    expect(await checkDrift(scoredBy, settings)).toMatchObject([
      { name: 'scores', state: 'ok', says: { zh: '最近 400 次比对与标定相符' } },
    ]);
  });

  test('says that a cloud alone compares, and waits for no count', async () => {
    const engine = { ...scoredBy.engine, route: 'cloud' } as const;
    expect(await checkDrift({ ...scoredBy, engine }, settings)).toMatchObject([
      {
        name: 'scores',
        state: 'ok',
        says: { en: expect.stringContaining('Only a cloud') as string },
      },
    ]);
  });

  test('notes what drifted, which keeps nobody from working', async () => {
    await count('2026-03-10', [2], 300);
    expect(await checkDrift(scoredBy, settings)).toMatchObject([
      { name: 'scores', state: 'note', code: 'drift.more-score-low' },
      { name: 'scores', state: 'note', code: 'drift.scores-lower' },
    ]);
  });
});
