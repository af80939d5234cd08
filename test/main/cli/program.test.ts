import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sampleCalibration } from '../compare/sample-calibration.ts';
import { errorOf, runWitness } from './run-witness.ts';

describe('witness', () => {
  test.each([[[]], [['--help']], [['compare', '--help']], [['models', 'verify', '--help']]])(
    'explains itself with %s',
    async (args) => {
      const run = await runWitness(...args);
      expect(run.exitCode).toBe(0);
      expect(run.out).toContain('Usage: witness');
    },
  );

  test.each([
    ['an unknown command', ['compre']],
    ['a missing argument', ['compare', 'a.jpg']],
    ['an unknown option', ['models', '--colour']],
    ['an image type that does not exist', ['compare', 'a', 'b', '--source-type', 'Selfie']],
    ['a FAR that is no rate', ['compare', 'a', 'b', '--far', 'often']],
    ['a time-out that is no time', ['read-card', '--timeout', 'soon']],
  ])('refuses %s with exit code 2 and says where to look', async (_, args) => {
    const run = await runWitness(...args, '--json');
    expect(run.exitCode).toBe(2);
    expect(errorOf(run).code).toBe('cli.usage');
    expect(errorOf(run).message).toMatch(/See `witness .*--help`\./);
  });

  test('says an error in both languages and with its code where no JSON is asked for', async () => {
    const run = await runWitness('compare', 'no-such-a.jpg', 'no-such-b.jpg');
    expect(run.out).toBe('');
    expect(run.err).toMatch(/cannot be read.*\n.*无法读取.*\n\(cli\.file-unreadable\)\n/);
  });

  test('lists models with their licences, and the calibrations', async () => {
    const run = await runWitness('models', '--json');
    expect(JSON.parse(run.out)).toMatchObject({
      models: [{ role: 'detector' }, { role: 'landmarks' }, { role: 'embedding' }],
      calibrations: [{ population: 'everyone' }],
    });
  });

  test('finds its model files and calibrations intact', async () => {
    const run = await runWitness('models', 'verify');
    expect(run.exitCode).toBe(0);
    expect(run.out).toMatch(/^ok  models\/calibration\/everyone\.json/m);
  });

  test('finds what a site measured beside the settings it is told, and says where', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'witness-site-'));
    const file = join(folder, 'calibrations', 'sample.json');
    await mkdir(join(folder, 'calibrations'));
    await writeFile(file, JSON.stringify(sampleCalibration()));
    const settings = join(folder, 'settings.json');
    const listed = await runWitness('models', 'list', '--settings', settings, '--json');
    expect(JSON.parse(listed.out)).toMatchObject({
      calibrations: [{ file: 'models/calibration/everyone.json' }, { file, population: 'sample' }],
    });
    const verified = await runWitness('models', 'verify', '--settings', settings);
    expect(verified.out).toContain(`ok  ${file}  ${sampleCalibration().id}`);
    await rm(folder, { recursive: true });
  });

  test('lists every fault of the emulated reader', async () => {
    expect((await runWitness('emulate', '--help')).out).toContain('card-lifted[@command]');
  });
});
