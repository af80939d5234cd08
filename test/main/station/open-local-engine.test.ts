import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { defaultPopulation } from '../../../main/compare/calibration.ts';
import { launchWithNode } from '../../../main/process/launcher.ts';
import type { CalibrationFolders } from '../../../main/compare/load-calibration.ts';
import { calibrationFolders } from '../../../main/settings/calibration-folders.ts';
import { openLocalEngine } from '../../../main/station/open-local-engine.ts';
import { sampleCalibration } from '../compare/sample-calibration.ts';
import { modelsDirectory } from '../face/models.ts';
import { cameraFrameOf, chipPhotoOf, sampleFaces } from '../face/sample-faces.ts';

let folder: string;
/** For each process that was started: when it is gone. */
let gone: Promise<void>[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'witness-calibration-'));
  gone = [];
});
afterEach(() => rm(folder, { recursive: true }));

const open = (calibrations: CalibrationFolders, population: string = defaultPopulation) =>
  openLocalEngine({
    modelsDirectory,
    calibrations,
    population,
    threads: 1,
    launch: (program) => {
      const child = launchWithNode(program);
      gone.push(
        new Promise((resolve) => {
          child.onExit(() => {
            resolve();
          });
        }),
      );
      return child;
    },
  });

it('the local engine compares by the calibration of its population', async () => {
  const local = await open(calibrationFolders());
  const { engine, calibration } = local;
  try {
    const result = await engine.compareFaces({
      source: { type: 'IDPic', image: await chipPhotoOf(sampleFaces.anna1) },
      target: { type: 'FacePic', image: await cameraFrameOf(sampleFaces.anna3) },
    });
    expect(result).toMatchObject({ engine: 'local', calibration: calibration.id });
    expect(result.similarityScore).toBeGreaterThan(90);
    expect(calibration.population).toBe(defaultPopulation);
  } finally {
    local.close();
  }
});

it('the local engine starts no process for a population nobody has measured', async () => {
  await expect(open({ shipped: folder }, 'nobody')).rejects.toMatchObject({
    code: expect.stringMatching(/^calibration\./) as string,
  });
  expect(gone).toEqual([]);
});

it('the local engine leaves no process behind where the calibration is of other models', async () => {
  const population = 'site-12';
  await writeFile(join(folder, 'a.json'), JSON.stringify(sampleCalibration({ population })));
  await expect(open({ shipped: folder }, population)).rejects.toMatchObject({
    code: expect.stringMatching(/^calibration\./) as string,
  });
  expect(gone).toHaveLength(1);
  await gone[0];
});
