import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoPicture } from '../../../main/demo/demo-picture.ts';
import type { DemoViewName } from '../../../main/demo/demo-views.ts';
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
    const svg = await readFile(file('det.svg'), 'utf8');
    for (const words of ['DET, IDPic-FacePic, simulated chip photo', 'False match rate'])
      expect(svg).toContain(words);
  });

  test('refuses a folder it could not draw into, before it measures', async () => {
    const args = ['--pairs', file('none.tsv'), '--root', file('people'), '--json'];
    const run = await runWitness('evaluate', ...args, '--det', file('nowhere/det.svg'));
    expect(run.exitCode).toBe(2);
    expect(errorOf(run).code).toBe('cli.file-unwritable');
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
  test('refuses too few people for a threshold, and writes nothing', async () => {
    const args = [file('people'), '--population', 'few', '--out', file('few.json'), '--json'];
    const run = await runWitness('calibrate', ...args);
    expect(run.exitCode).toBe(2);
    expect(errorOf(run).code).toBe('evaluate.too-few-comparisons');
    await expect(readFile(file('few.json'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
