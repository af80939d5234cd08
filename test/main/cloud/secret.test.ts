import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readCloudCredentials } from '../../../main/cloud/credentials.ts';
import { readSecret } from '../../../main/cloud/secret.ts';
import {
  createTencentCredentials,
  readTencentCredentials,
} from '../../../main/cloud/tencent-credentials.ts';
import { caughtFrom } from './caught-from.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'witness-secret-'));
  file = join(folder, 'key');
  await writeFile(file, 'planted+secret\n', { mode: 0o600 });
});
afterEach(() => rm(folder, { recursive: true }));

describe('a secret', () => {
  test('comes from the environment, without the blanks around it', () => {
    expect(readSecret('KEY', { KEY: ' given\n', KEY_FILE: file })).toBe('given');
  });

  test('comes from a file that only its owner may read', () => {
    expect(readSecret('KEY', { KEY_FILE: file })).toBe('planted+secret');
  });

  test('is none where nobody names one', () => {
    expect(readSecret('KEY', { KEY_FILE: '' })).toBe('');
  });

  test.runIf(process.platform !== 'win32').each([0o640, 0o604, 0o620, 0o644])(
    'does not come from a file others have rights to: mode %i',
    async (mode) => {
      await chmod(file, mode);
      const error = await caughtFrom(() => readSecret('KEY', { KEY_FILE: file }));
      expect(error).toMatchObject({
        code: 'cloud.secret-unprotected',
        data: { variable: 'KEY_FILE' },
      });
      expect(inspect(error, { depth: null, showHidden: true })).not.toContain('planted');
    },
  );

  test('in a file that is not there says which variable is wrong', async () => {
    const environment = { KEY_FILE: join(folder, 'missing') };
    expect(await caughtFrom(() => readSecret('KEY', environment))).toMatchObject({
      code: 'cloud.secret-unreadable',
      data: { variable: 'KEY_FILE', reason: 'ENOENT' },
    });
  });
});

describe('credentials', () => {
  test('of CloudAuth may lie in files', () => {
    const credentials = readCloudCredentials({
      ALIBABA_CLOUD_ACCESS_KEY_ID: 'id',
      ALIBABA_CLOUD_ACCESS_KEY_SECRET_FILE: file,
    });
    expect(credentials.identity()).toEqual({ AccessKeyId: 'id' });
  });

  test('of Tencent are the two the vendor’s own tools read', () => {
    const credentials = readTencentCredentials({
      TENCENTCLOUD_SECRET_ID: 'id',
      TENCENTCLOUD_SECRET_KEY_FILE: file,
    });
    expect(credentials.secretId()).toBe('id');
    expect(credentials.digest('text')).toHaveLength(20);
  });

  test('of Tencent that are missing are named', async () => {
    const error = await caughtFrom(() => readTencentCredentials({ TENCENTCLOUD_SECRET_ID: ' ' }));
    expect(error).toMatchObject({
      code: 'cloud.no-credentials',
      data: { missing: ['TENCENTCLOUD_SECRET_ID', 'TENCENTCLOUD_SECRET_KEY'] },
    });
  });

  test('of Tencent show their secret to nobody who looks at them', () => {
    const credentials = createTencentCredentials({ secretId: 'id', secretKey: 'planted-key' });
    const shown = inspect(credentials, { depth: null, showHidden: true });
    expect(shown + JSON.stringify(credentials)).not.toContain('planted-key');
  });
});
