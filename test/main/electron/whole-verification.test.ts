import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoPictures } from '../../../main/demo/demo-picture.ts';
import type { StandIn } from '../../electron-stand-in/start-stand-in.ts';
import {
  noEscape,
  phasesOfPass,
  playVerification,
  tryToEscape,
} from '../../electron-smoke/verification.ts';
import { makeFakeCameraVideo } from '../../support/fake-camera/fake-camera-video.ts';
import { openProgram } from './start-program.ts';

let folder: string;
let program: StandIn;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'witness-electron-'));
  const film = join(folder, 'holder.mjpeg');
  await makeFakeCameraVideo(await demoPictures('holder'), film);
  program = await openProgram({ args: ['--demo'], camera: { film } });
});
afterAll(async () => {
  await program.close();
  await rm(folder, { recursive: true });
});

/** A verification takes its time where everything else is tested at once. */
const patience = { timeout: 120_000 };

it('takes a guest from the card to a pass, before the machine’s own camera', patience, async () => {
  const page = await program.page('/index.html');
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  expect(await playVerification(page)).toEqual(phasesOfPass);
  expect(program.factsOf('permission-request')).toEqual([
    {
      kind: 'permission-request',
      permission: 'media',
      from: 'app://station/index.html',
      isMainFrame: true,
      media: ['video'],
      isGranted: true,
    },
  ]);
  expect(complaints).toEqual([]);
  expect(program.stderr()).toBe('');
  // Whoever starts it from a terminal reads there how long it took, from the start of the program.
  expect(program.stdout()).toMatch(/^ready after \d+ ms \(engine warm\)\n$/);
  expect(await tryToEscape(page)).toEqual(noEscape);
});
