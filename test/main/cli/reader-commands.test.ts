import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { openPseudoTerminal } from '../../../native-bridge/pseudo-terminal/pseudo-terminal.ts';
import { demoPicture } from '../../../main/demo/demo-picture.ts';
import { doubleKey, startCloudDouble } from '../../support/cloud-double/cloud-double.ts';
import { errorOf, runWitness } from './run-witness.ts';

const program = fileURLToPath(new URL('../../../main/cli/witness.ts', import.meta.url));
let folder: string;
const file = (name: string): string => join(folder, name);
const stops: (() => Promise<unknown>)[] = [];
/** How the emulators ended, the latest last. */
const exitCodes: Promise<number | null>[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'witness-cli-'));
  await writeFile(file('holder.jpg'), await demoPicture('cardPhoto'));
  await writeFile(file('guest.jpg'), await demoPicture('holder'));
  await writeFile(file('stranger.jpg'), await demoPicture('otherPerson'));
  await writeFile(file('nobody.jpg'), await demoPicture('nobody'));
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** Starts `witness emulate` as a user does; gives the port it prints. */
const emulate = async (...args: readonly string[]): Promise<string> => {
  const command = ['--import', 'tsx', program, 'emulate', ...args];
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'pipe'] });
  const exit = once(child, 'exit');
  exitCodes.push(exit.then(([code]) => code as number | null));
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  stops.push(async () => {
    child.kill('SIGINT');
    await exit;
  });
  const died = exit.then(() => {
    throw new Error(`The emulator ended: ${complaint}`);
  });
  const [port] = (await Promise.race([once(createInterface(child.stdout), 'line'), died])) as [
    string,
  ];
  died.catch(() => undefined);
  return port;
};

describe('with an emulated reader', () => {
  test('read-card prints the card masked, and writes the photo and the raw block', async () => {
    const port = await emulate('--photo', file('holder.jpg'));
    const files = ['--photo', file('out.png'), '--raw-photo', file('out.bin')];
    const run = await runWitness('read-card', '--port', port, ...files, '--json');
    expect(run.exitCode).toBe(0);
    expect(JSON.parse(run.out)).toMatchObject({
      card: { kind: 'resident', name: '测**' },
      photoBytes: 1024,
    });
    expect(run.out).not.toContain('000000190001010009');
    expect(await sharp(file('out.png')).metadata()).toMatchObject({ width: 102, height: 126 });
    expect((await readFile(file('out.bin'))).length).toBe(1024);
  });

  test('read-card --full prints what the card says', async () => {
    const port = await emulate('--card', 'foreigner-2023');
    const run = await runWitness('read-card', '--port', port, '--full');
    expect(run.out).toContain('900000190001010001');
  });

  test('a photo nobody can decode is an error that still carries the card', async () => {
    const port = await emulate();
    const run = await runWitness('read-card', '--port', port, '--photo', file('x.png'), '--json');
    expect(run.exitCode).toBe(2);
    expect(JSON.parse(run.out)).toMatchObject({
      card: { kind: 'resident' },
      error: { code: 'photo.no-decoder' },
    });
  });

  test('an emulator that is unplugged by a fault ends well', async () => {
    const port = await emulate('--fault', 'unplug@find-card');
    const run = await runWitness('read-card', '--port', port, '--timeout', '1500', '--json');
    expect(run.exitCode).toBe(2);
    expect(await exitCodes.at(-1)).toBe(0);
  });

  test('verify passes the holder on the better of two frames, the FAR divided over them', async () => {
    const port = await emulate('--photo', file('holder.jpg'));
    const frames = ['--frame', file('nobody.jpg'), '--frame', file('guest.jpg')];
    const run = await runWitness('verify', '--port', port, ...frames, '--json');
    expect(JSON.parse(run.out)).toMatchObject({
      verdict: 'pass',
      far: 0.001,
      attempts: 2,
      farPerAttempt: 0.0005,
      farApplied: 0.0005,
      frame: 1,
      frames: [{ error: { code: 'Error.NoFaceDetected' } }, { frame: 1 }],
    });
    expect(run.exitCode).toBe(0);
  });

  test('verify compares frames of one moment as one, the FAR undivided', async () => {
    const port = await emulate('--photo', file('holder.jpg'));
    const frames = ['nobody.jpg', 'guest.jpg', 'guest.jpg'].flatMap((name) => [
      '--frame',
      file(name),
    ]);
    const run = await runWitness('verify', '--port', port, ...frames, '--one-moment', '--json');
    expect(JSON.parse(run.out)).toMatchObject({
      verdict: 'pass',
      attempts: 1,
      farApplied: 0.001,
      framesUsed: 2,
      frames: [{ frame: 0 }],
    });
    expect(run.exitCode).toBe(0);
  });

  test('verify asks a cloud only with consent, and sends the chip photo as a PNG', async () => {
    const double = await startCloudDouble();
    stops.push(() => double.close());
    vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_ID', doubleKey.id);
    vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_SECRET', doubleKey.secret);
    const settings = { engine: { cloud: { endpoint: double.endpoint } } };
    await writeFile(file('settings.json'), JSON.stringify(settings));
    const port = await emulate('--photo', file('holder.jpg'));
    const frames = ['--frame', file('guest.jpg'), '--frame', file('nobody.jpg'), '--one-moment'];
    const args = ['--port', port, ...frames, '--json'];
    const chosen = ['--settings', file('settings.json'), '--engine', 'cloudauth'];
    const refused = await runWitness('verify', ...args, ...chosen);
    expect(errorOf(refused).code).toBe('cloud.no-consent');
    expect(double.calls).toEqual([]);
    const run = await runWitness('verify', ...args, ...chosen, '--consent-to-cloud');
    expect(JSON.parse(run.out)).toMatchObject({
      verdict: 'pass',
      engine: 'cloudauth',
      similarityScore: 95,
      framesUsed: 1,
      attempts: 1,
      routing: { rule: 'cloud', answers: [{ engine: 'cloudauth', verdict: 'pass' }] },
      reencoded: { source: { from: { format: 'WebP' }, to: { format: 'PNG', width: 102 } } },
    });
    expect(double.calls[0]?.parameters).toMatchObject({
      SourceImageType: 'IDPic',
      TargetImageType: 'FacePic',
      SourceImageValue: expect.stringMatching(/^base64:\/\/iVBOR/) as string,
    });
    expect(double.calls).toHaveLength(1);
  });

  test('verify fails another person with exit code 1', async () => {
    const port = await emulate('--photo', file('holder.jpg'));
    const run = await runWitness('verify', '--port', port, '--frame', file('stranger.jpg'));
    expect(run.exitCode).toBe(1);
    expect(run.out).toContain('FAIL    不通过');
  });

  test('doctor finds the reader and names its security module', async () => {
    const port = await emulate();
    const run = await runWitness('doctor', '--port', port, '--json');
    const { checks } = JSON.parse(run.out) as {
      checks: { name: string; state: string; says: { en: string } }[];
    };
    const reader = checks.find(({ name }) => name === 'reader');
    expect(reader).toMatchObject({ state: 'ok' });
    expect(reader?.says.en).toContain('05.03-20200102-0001234567-0890123456');
    expect(checks.filter(({ state }) => state === 'problem')).toEqual([]);
  });
});

describe('what is wrong is said before anything is waited for', () => {
  const port = '/dev/ttyNONE';

  test('verify without a frame', async () => {
    const run = await runWitness('verify', '--port', port, '--json');
    expect(run.exitCode).toBe(2);
    expect(errorOf(run).code).toBe('cli.usage');
  });

  test('verify with a FAR that cannot be divided over the frames', async () => {
    // An eleventh of 0.01 % is less than anybody has measured.
    const frames = Array.from({ length: 11 }, () => ['--frame', file('guest.jpg')]).flat();
    const run = await runWitness('verify', '--port', port, ...frames, '--far', '0.01%', '--json');
    expect(run.exitCode).toBe(2);
    expect(errorOf(run).code).toBe('verdict.far-not-measured');
  });

  test.each(['--photo', '--raw-photo'])('read-card with %s into no folder', async (option) => {
    const run = await runWitness('read-card', '--port', port, option, '/no/such/x', '--json');
    expect(run.exitCode).toBe(2);
    expect(errorOf(run).code).toBe('cli.file-unwritable');
  });

  test.each([
    ['an unknown fault', ['--fault', 'nonsense'], 'emulator.unknown-fault'],
    ['a card file that is not there', ['--card', 'none.json'], 'cli.file-unreadable'],
    ['a photo without a face', ['--photo', 'nobody.jpg'], 'demo.no-face'],
    ['a link in no folder', ['--link', '/no/such/folder/port'], 'pseudo-terminal.link-failed'],
  ])('emulate with %s', async (_, args, code) => {
    const inFolder = args.map((arg) => (arg.endsWith('.jpg') ? file(arg) : arg));
    const run = await runWitness('emulate', ...inFolder, '--json');
    expect(run.exitCode).toBe(2);
    expect(errorOf(run).code).toBe(code);
  });
});

describe('without a reader', () => {
  test('a port that does not exist is named', async () => {
    const run = await runWitness('read-card', '--port', '/dev/ttyNONE', '--json');
    expect(run.exitCode).toBe(2);
    expect(errorOf(run).code).toBe('reader.port-not-found');
  });

  test('a port with no reader behind it is said to be silent', async () => {
    const port = openPseudoTerminal();
    stops.push(() => port.close());
    const run = await runWitness('read-card', '--port', port.path, '--json');
    expect(run.exitCode).toBe(2);
    expect(errorOf(run).code).toBe('reader.not-discovered');
  });
});
