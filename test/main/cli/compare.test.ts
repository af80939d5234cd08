import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoPicture } from '../../../main/demo/demo-picture.ts';
import { errorOf, runWitness } from './run-witness.ts';

let folder: string;
const file = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'witness-cli-'));
  const same = await demoPicture('holder');
  await writeFile(file('a.jpg'), await demoPicture('cardPhoto'));
  await writeFile(file('b.jpg'), same);
  await writeFile(file('c.jpg'), await demoPicture('otherPerson'));
  await writeFile(file('nobody.jpg'), await demoPicture('nobody'));
  await writeFile(file('cut.jpg'), same.subarray(0, same.length / 2));
  await writeFile(file('text.jpg'), 'this is no picture');
  const background = 'white';
  const huge = { width: 10_000, height: 5_000, channels: 3, background } as const;
  await writeFile(file('huge.png'), await sharp({ create: huge }).png().toBuffer());
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe('witness compare', () => {
  test('passes two photographs of one person, with everything the verdict rests on', async () => {
    const run = await runWitness('compare', file('a.jpg'), file('b.jpg'), '--json');
    expect(run.exitCode).toBe(0);
    expect(JSON.parse(run.out)).toMatchObject({
      verdict: 'pass',
      confidenceThresholds: { '0.01': 70, '0.001': 80, '0.0001': 90 },
      far: 0.001,
      threshold: 80,
      engine: 'local',
      faces: { source: { faceCount: 1 }, target: { faceCount: 1 } },
    });
  });

  test('fails two people with exit code 1', async () => {
    const run = await runWitness('compare', file('a.jpg'), file('c.jpg'), '--json');
    expect(run.exitCode).toBe(1);
    expect(JSON.parse(run.out)).toMatchObject({ verdict: 'fail' });
  });

  test('compares further photographs of the target’s person as one with it', async () => {
    const alone = await runWitness('compare', file('a.jpg'), file('b.jpg'), '--json');
    expect(JSON.parse(alone.out)).toMatchObject({ framesUsed: 1 });
    const frames = ['b.jpg', 'c.jpg', 'nobody.jpg'].flatMap((name) => ['--frame', file(name)]);
    const run = await runWitness('compare', file('a.jpg'), file('b.jpg'), ...frames, '--json');
    const fused = JSON.parse(run.out) as { framesUsed: number; cosine: number };
    // Another person and an empty picture are left out, and the same picture again changes nothing.
    expect(fused.framesUsed).toBe(2);
    expect(fused.cosine).toBeCloseTo((JSON.parse(alone.out) as { cosine: number }).cosine, 5);
    const text = await runWitness('compare', file('a.jpg'), file('b.jpg'), ...frames.slice(0, 2));
    expect(text.out).toContain(', 2 frames as one)');
  });

  test('refuses further photographs of a chip photo, and more than four', async () => {
    const files = [file('a.jpg'), file('b.jpg'), '--json'];
    const further = ['--frame', file('b.jpg')];
    const chip = await runWitness('compare', ...files, ...further, '--target-type', 'IDPic');
    expect(errorOf(chip)).toMatchObject({ code: 'InvalidParam.ImageTypeInvalid' });
    const five = [1, 2, 3, 4, 5].flatMap(() => further);
    expect(errorOf(await runWitness('compare', ...files, ...five)).code).toBe('cli.usage');
  });

  test('says verdict, score, threshold and FAR as text', async () => {
    const run = await runWitness('compare', file('a.jpg'), file('b.jpg'), '--far', '0.01%');
    expect(run.out).toMatch(
      /^PASS {4}通过\nscore \d+\.\d\d of 100, threshold 90\.00 at FAR 0\.01 %/,
    );
    expect(run.err).toBe('');
  });

  test.each([
    ['a missing file', ['no-such.jpg', 'b.jpg'], 'cli.file-unreadable'],
    ['a text file', ['text.jpg', 'b.jpg'], 'image.not-an-image'],
    ['50 megapixels', ['huge.png', 'b.jpg'], 'image.too-many-pixels'],
    ['a truncated JPEG', ['cut.jpg', 'b.jpg'], 'image.damaged'],
    ['no face', ['a.jpg', 'nobody.jpg'], 'Error.NoFaceDetected'],
  ])('refuses %s in one sentence with exit code 2', async (_, names, code) => {
    const run = await runWitness('compare', ...names.map(file), '--json');
    expect(run.exitCode).toBe(2);
    expect(errorOf(run)).toMatchObject({ code });
    expect(errorOf(run).messageZh).toMatch(/[\u4e00-\u9fff]/);
  });

  test('refuses two chip photos, as the contract says', async () => {
    const types = ['--source-type', 'IDPic', '--target-type', 'IDPic'];
    const run = await runWitness('compare', file('a.jpg'), file('b.jpg'), ...types, '--json');
    expect(run.exitCode).toBe(2);
    expect(errorOf(run)).toMatchObject({ code: 'InvalidParam.FacePicNotGiven' });
  });

  test('refuses a FAR the engine does not offer, and lists those it does', async () => {
    const run = await runWitness('compare', file('a.jpg'), file('b.jpg'), '--far', '5%', '--json');
    expect(run.exitCode).toBe(2);
    expect(errorOf(run).code).toBe('verdict.far-not-offered');
    expect(errorOf(run).message).toContain('0.01, 0.001, 0.0001');
  });

  test('refuses a population nobody was measured for, and lists those there are', async () => {
    const files = [file('a.jpg'), file('b.jpg')];
    const run = await runWitness('compare', ...files, '--population', 'martian', '--json');
    expect(run.exitCode).toBe(2);
    expect(errorOf(run).message).toContain('everyone');
  });
});
