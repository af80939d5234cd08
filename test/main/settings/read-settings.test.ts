import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseSettings, readSettings } from '../../../main/settings/read-settings.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'witness-settings-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe('settings', () => {
  test('have a default for every part', () => {
    expect(parseSettings('{}', 'settings.json')).toEqual({
      reader: { port: 'auto' },
      decoder: { kind: 'none' },
      camera: {},
      compare: { far: 0.001, review: true, attempts: 3, population: 'everyone', threads: 1 },
      engine: {
        route: 'local',
        cloud: {
          provider: 'cloudauth',
          endpoint: 'https://cloudauth.aliyuncs.com',
          timeout: 8000,
          proxy: 'environment',
          tencent: { endpoint: 'https://recognition.image.myqcloud.com', appId: '' },
        },
      },
      gateway: {
        enabled: false,
        host: 'localhost',
        port: 8430,
        metricsPort: 8431,
        urlImages: { enabled: false, allowedNetworks: [] },
        rate: { requests: 20, seconds: 1 },
        queue: { waiting: 16 },
        cloudauth: { successCode: 'by-version', allowGet: false },
        tencent: { singleUseSignatures: false },
      },
      site: { organisation: '', purpose: '', contact: '', operators: [] },
      records: { retentionDays: 30 },
      screen: {
        mode: 'one-screen',
        language: 'zh',
        theme: 'system',
        largePrint: false,
        voice: true,
        sound: true,
        kiosk: false,
        contentProtection: false,
        holdSeconds: 10,
      },
      updates: { feed: '', publicKey: '' },
      isSetUp: false,
    });
  });

  test('are read from the file named', async () => {
    const file = join(folder, 'settings.json');
    await writeFile(file, '{"reader": {"port": "COM3", "baudRate": 9600}}');
    expect((await readSettings(file)).reader).toEqual({ port: 'COM3', baudRate: 9600 });
  });

  test('that were asked for and are not there are an error, not a default', async () => {
    await expect(readSettings(join(folder, 'none.json'))).rejects.toMatchObject({
      code: 'settings.unreadable',
      data: { reason: 'ENOENT' },
    });
  });

  test.each([
    ['that are no JSON', '{"reader": ', 'JSON'],
    ['with a misspelt part', '{"compare": {"fra": 0.001}}', 'compare'],
    ['with a FAR that is no rate', '{"compare": {"far": 10}}', 'compare.far'],
    ['with a typed-in threshold', '{"compare": {"threshold": 80}}', 'compare'],
    ['with a speed no reader has', '{"reader": {"baudRate": 1234}}', 'reader.baudRate'],
    [
      'with a password for everybody to see',
      '{"gateway": {"redisUrl": "redis://:secret@10.0.0.5"}}',
      'gateway.redisUrl',
    ],
    ['with a decoder of an unknown kind', '{"decoder": {"kind": "magic"}}', 'decoder.kind'],
  ])('%s are refused where they are wrong', (_, text, where) => {
    expect(() => parseSettings(text, 'settings.json')).toThrow(
      expect.objectContaining({
        code: 'settings.invalid',
        data: expect.objectContaining({ file: 'settings.json', where }) as unknown,
      }),
    );
  });

  test('that are refused stay as they were', async () => {
    const file = join(folder, 'wrong.json');
    await writeFile(file, '{"compare": {"far": 10}}');
    await expect(readSettings(file)).rejects.toMatchObject({ code: 'settings.invalid' });
    expect(await readFile(file, 'utf8')).toBe('{"compare": {"far": 10}}');
  });
});
