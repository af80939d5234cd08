import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { CloudError } from '../../../main/cloud/cloud-error.ts';
import { createCloudCredentials, readCloudCredentials } from '../../../main/cloud/credentials.ts';
import { rpcSignature } from '../../../main/cloud/rpc-signature.ts';
import { caughtFrom } from './caught-from.ts';

const environment = {
  ALIBABA_CLOUD_ACCESS_KEY_ID: 'LTAI-id-0001',
  ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'quite-secret',
};

describe('credentials from the environment', () => {
  test('sign with the secret and tell whose request it is', () => {
    const credentials = readCloudCredentials(environment);
    expect(credentials.identity()).toEqual({ AccessKeyId: 'LTAI-id-0001' });
    expect(credentials.sign('text')).toBe(rpcSignature('text', 'quite-secret'));
  });

  test('may be temporary ones with a token', () => {
    const credentials = readCloudCredentials({
      ...environment,
      ALIBABA_CLOUD_SECURITY_TOKEN: 'token',
    });
    expect(credentials.identity()).toEqual({ AccessKeyId: 'LTAI-id-0001', SecurityToken: 'token' });
  });

  test('lose the newline a secret’s file ends in', () => {
    const credentials = readCloudCredentials({
      ALIBABA_CLOUD_ACCESS_KEY_ID: 'LTAI-id-0001\n',
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: ' quite-secret\r\n',
      ALIBABA_CLOUD_SECURITY_TOKEN: ' ',
    });
    expect(credentials.identity()).toEqual({ AccessKeyId: 'LTAI-id-0001' });
    expect(credentials.sign('text')).toBe(rpcSignature('text', 'quite-secret'));
  });

  test.each([
    [{}, ['ALIBABA_CLOUD_ACCESS_KEY_ID', 'ALIBABA_CLOUD_ACCESS_KEY_SECRET']],
    [
      { ...environment, ALIBABA_CLOUD_ACCESS_KEY_SECRET: ' \n' },
      ['ALIBABA_CLOUD_ACCESS_KEY_SECRET'],
    ],
    [{ ...environment, ALIBABA_CLOUD_ACCESS_KEY_ID: '' }, ['ALIBABA_CLOUD_ACCESS_KEY_ID']],
  ])('that are missing are named: %j', async (given, missing) => {
    const error = await caughtFrom(() => readCloudCredentials(given));
    expect(error).toBeInstanceOf(CloudError);
    expect(error).toMatchObject({ code: 'cloud.no-credentials', data: { missing } });
  });
});

test('nothing that can be done to credentials shows the secret or the token', () => {
  const credentials = createCloudCredentials({
    accessKeyId: 'LTAI-id-0001',
    accessKeySecret: 'quite-secret',
    securityToken: 'token-0001',
  });
  const shown = [
    inspect(credentials, { depth: null, showHidden: true }),
    JSON.stringify(credentials),
    JSON.stringify({ ...credentials }),
  ].join();
  expect(shown).not.toMatch(/quite-secret|token-0001/);
});
