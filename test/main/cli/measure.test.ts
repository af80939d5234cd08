import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoPicture } from '../../../main/demo/demo-picture.ts';
import type { DemoViewName } from '../../../main/demo/demo-views.ts';
import { calibrationFolders } from '../../../main/settings/calibration-folders.ts';
import { errorOf, runWitness } from './run-witness.ts';

let folder: string;
const file = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'witness-measure-'));
  const photographs: readonly (readonly [string, DemoViewName])[] = [
    ['first/1.jpg', 'cardPhoto'],
    ['first/2.jpg', 'holder'],
    ['second/1.jpg', 'otherPerson'],
    ['second/2.jpg', 'nobody'],
  ];
  for (const [name, image] of photographs) {
    await mkdir(join(folder, 'people', name, '..'), { recursive: true });
    await writeFile(join(folder, 'people', name), await demoPicture(image));
  }
  const pairs = [
    '1\tfirst/1.jpg\tfirst/2.jpg',
    '0\tfirst/1.jpg\tsecond/1.jpg',
    '1\tsecond/1.jpg\tsecond/2.jpg',
  ];
  await writeFile(file('pairs.tsv'), `${pairs.join('\n')}\n`);
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe('witness evaluate', () => {
  test('reports counts, failures to find a face, accuracy and what the shipped thresholds get', async () => {
    const args = ['--pairs', file('pairs.tsv'), '--root', file('people'), '--replicates', '10'];
    const run = await runWitness('evaluate', ...args, '--json');
    expect(run.exitCode).toBe(0);
    expect(JSON.parse(run.out)).toMatchObject({
      pair: 'FacePic-FacePic',
      pairs: { listed: 3, genuine: 2, impostor: 1, skipped: 0 },
      photographs: { distinct: 4, people: 2, withoutFace: 1 },
      listed: {
        genuineCount: 2,
        impostorCount: 1,
        shipped: [{ frr: 0.5 }, { frr: 0.5 }, { frr: 0.5 }],
      },
      calibration: { population: 'everyone' },
    });
  });

  test('squeezes one side through the simulated chip photo, and draws the DET curves', async () => {
    const args = ['--pairs', file('pairs.tsv'), '--root', file('people'), '--replicates', '10'];
    const run = await runWitness('evaluate', ...args, '--chip', 'source', '--det', file('det.svg'));
    expect(run.exitCode).toBe(0);
    expect(run.out).toContain('IDPic-FacePic, simulated chip photo: source');
    expect(run.out).toMatch(/gets FAR .*\n {4}with each two people counting once, FAR /);
    const svg = await readFile(file('det.svg'), 'utf8');
    expect(svg).toContain('DET, IDPic-FacePic');
    // So few pairs give no curve.
    expect(svg).not.toContain('listed pairs');
  });

  test('refuses a folder it could not draw into, before it measures', async () => {
    const args = ['--pairs', file('none.tsv'), '--root', file('people'), '--json'];
    const run = await runWitness('evaluate', ...args, '--det', file('nowhere/det.svg'));
    expect(run.exitCode).toBe(2);
    expect(errorOf(run).code).toBe('cli.file-unwritable');
  });

  test('has no accuracy for pairs of one kind: 100 % of them would say nothing', async () => {
    await writeFile(file('genuine.tsv'), '1\tfirst/1.jpg\tfirst/2.jpg\n');
    const args = ['--pairs', file('genuine.tsv'), '--root', file('people'), '--replicates', '10'];
    const run = await runWitness('evaluate', ...args);
    expect(run.exitCode).toBe(0);
    expect(run.out).toContain('accuracy –');
  });

  test('measures plain cosines, without a calibration, where that is asked for', async () => {
    const args = ['--pairs', file('pairs.tsv'), '--root', file('people'), '--replicates', '10'];
    const run = await runWitness('evaluate', ...args, '--plain', '--json');
    expect(run.exitCode).toBe(0);
    expect(JSON.parse(run.out)).toMatchObject({ calibration: null, listed: { shipped: [] } });
  });

  test('tries a calibration of a file, if it is as it was measured', async () => {
    const shipped = join(calibrationFolders().shipped, 'everyone.json');
    const args = ['--pairs', file('pairs.tsv'), '--root', file('people'), '--replicates', '10'];
    const run = await runWitness('evaluate', ...args, '--calibration', shipped, '--json');
    expect(JSON.parse(run.out)).toMatchObject({ calibration: { population: 'everyone' } });
    const text = await readFile(shipped, 'utf8');
    await writeFile(file('edited.json'), text.replace('"share": 1,', '"share": 0.5,'));
    const edited = await runWitness(
      'evaluate',
      ...args,
      '--calibration',
      file('edited.json'),
      '--json',
    );
    expect(edited.exitCode).toBe(2);
    expect(errorOf(edited).code).toBe('calibration.edited');
  });

  test('names the line of a pairs file that is wrong', async () => {
    await writeFile(file('wrong.tsv'), '1\ta.jpg\tb.jpg\nmaybe\ta.jpg\tb.jpg\n');
    const args = ['--pairs', file('wrong.tsv'), '--root', file('people'), '--json'];
    const run = await runWitness('evaluate', ...args);
    expect(run.exitCode).toBe(2);
    expect(errorOf(run).message).toContain('2');
  });
});

describe('witness calibrate', () => {
  test.each([
    ['without a list', ['--group', 'east-asian'], 'evaluate.group-name'],
    ['with a name that is none', ['--group', 'East Asian=few.txt'], 'evaluate.group-name'],
    ['twice', ['--group', 'a=few.txt', '--group', 'a=few.txt'], 'evaluate.group-name'],
    ['called as those that are found', ['--group', 'others-1=few.txt'], 'evaluate.group-name'],
    ['of people who are not there', ['--group', 'a=nobody.txt'], 'evaluate.people-line'],
    ['of fewer than thirty people', ['--group', 'a=few.txt'], 'evaluate.group-too-small'],
  ])('refuses a group %s', async (_, groups, code) => {
    await writeFile(file('few.txt'), 'first\nsecond\n');
    await writeFile(file('nobody.txt'), 'third\n');
    const inFolder = groups.map((part) =>
      part.replace(/=(.*)$/, (__, list: string) => `=${file(list)}`),
    );
    const run = await runWitness(
      'calibrate',
      file('people'),
      '--population',
      'x',
      ...inFolder,
      '--json',
    );
    expect(run.exitCode).toBe(2);
    expect(errorOf(run).code).toBe(code);
  });

  test('makes the folder of the output, where an evaluation told the settings finds it', async () => {
    const settings = ['--settings', file('site/settings.json')];
    const out = file('site/calibrations/few.json');
    const args = [file('people'), '--population', 'few', '--out', out, '--json'];
    const run = await runWitness('calibrate', ...args);
    // The shipped groups were found and taken; two people are too few for more.
    expect(errorOf(run).code).toBe('evaluate.too-few-comparisons');
    expect((await stat(file('site/calibrations'))).isDirectory()).toBe(true);
    const shipped = await readFile(join(calibrationFolders().shipped, 'everyone.json'), 'utf8');
    const own = shipped.replaceAll('"everyone', '"elsewhere');
    await writeFile(out, own);
    const listed = ['--pairs', file('pairs.tsv'), '--root', file('people'), '--replicates', '10'];
    const elsewhere = ['--population', 'elsewhere', '--json'];
    const evaluated = await runWitness('evaluate', ...listed, ...settings, ...elsewhere);
    expect(JSON.parse(evaluated.out)).toMatchObject({ calibration: { population: 'elsewhere' } });
    const without = await runWitness('evaluate', ...listed, ...elsewhere);
    expect(errorOf(without).code).toBe('calibration.unknown-population');
  });

  test('refuses too few people for a threshold, and writes nothing', async () => {
    const args = [file('people'), '--population', 'few', '--out', file('few.json'), '--json'];
    const run = await runWitness('calibrate', ...args);
    expect(run.exitCode).toBe(2);
    expect(errorOf(run).code).toBe('evaluate.too-few-comparisons');
    await expect(readFile(file('few.json'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
