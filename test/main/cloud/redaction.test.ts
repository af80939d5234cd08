import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCloudauthEngine } from '../../../main/cloud/cloudauth-engine.ts';
import { createCloudCredentials } from '../../../main/cloud/credentials.ts';
import { createTencentCredentials } from '../../../main/cloud/tencent-credentials.ts';
import { createTencentEngine } from '../../../main/cloud/tencent-engine.ts';
import { createLogger } from '../../../main/log/logger.ts';
import { startCloudDouble, type CloudDouble } from '../../support/cloud-double/cloud-double.ts';
import type { WireAnswer } from '../../support/cloud-double/scripted-server.ts';
import { startTencentDouble } from '../../support/cloud-double/tencent-double.ts';
import { caughtFrom } from './caught-from.ts';
import { photographs } from './photographs.ts';

const key = { id: 'LTAI-redacted-id', secret: 'redacted+secret' };
const token = 'redacted+token';
const pair = { secretId: 'AKID-redacted-id', secretKey: 'redacted-tencent-key' };
const photograph = '/9j/4AAQSkZJRgABAQ';

let double: CloudDouble;
beforeAll(async () => {
  double = await startCloudDouble({ key });
});
afterAll(() => double.close());

/** What an error shows wherever it may go: inspected to the bottom, as JSON, in the log. */
const everythingOf = (error: unknown): string => {
  let log = '';
  createLogger('debug', { write: (line) => void (log += line) }).error({ error }, 'failed');
  return [inspect(error, { depth: null, showHidden: true }), JSON.stringify(error), log].join('\n');
};

/** A service that says back all it was told. */
const echo = [
  key.id,
  key.secret,
  token,
  pair.secretId,
  pair.secretKey,
  `base64://${photograph}==`,
].join(' ');
const answers: readonly WireAnswer[] = [
  {
    kind: 'raw',
    status: 400,
    body: JSON.stringify({ Code: 'SignatureDoesNotMatch', Message: echo }),
  },
  {
    kind: 'raw',
    status: 400,
    body: JSON.stringify({ Code: echo, RequestId: echo, Message: echo }),
  },
  {
    kind: 'raw',
    status: 400,
    body: JSON.stringify({ Code: 'Error.NoFaceDetected', Message: echo }),
  },
  { kind: 'raw', status: 500, body: echo },
  { kind: 'raw', status: 200, body: echo },
  { kind: 'raw', status: 200, body: JSON.stringify({ Data: { SimilarityScore: echo } }) },
  {
    kind: 'raw',
    status: 200,
    body: JSON.stringify({ code: 14, message: echo, data: { session_id: echo, similarity: echo } }),
  },
  { kind: 'hang-up', when: 'before-reply' },
  { kind: 'hang-up', when: 'in-reply' },
  { kind: 'silence' },
];

describe('neither key nor photograph is in an error', () => {
  test.each(answers.map((answer) => [JSON.stringify(answer).slice(0, 60), answer] as const))(
    'after %s',
    async (_, answer) => {
      double.answerWith(answer);
      const credentials = createCloudCredentials({
        accessKeyId: key.id,
        accessKeySecret: key.secret,
        securityToken: token,
      });
      const cloud = createCloudauthEngine({
        endpoint: double.endpoint,
        credentials: () => credentials,
        timeoutMs: 100,
      });
      const engine = cloud.for({ toCloud: true });
      const shown = everythingOf(await caughtFrom(() => engine.compareFaces(photographs)));
      for (const secret of [key.id, key.secret, token, photograph]) {
        expect(shown).not.toContain(secret);
      }
      expect(inspect({ cloud, engine }, { depth: null, showHidden: true })).not.toContain(
        key.secret,
      );
    },
  );

  test.each(answers.map((answer) => [JSON.stringify(answer).slice(0, 60), answer] as const))(
    'of Tencent, after %s',
    async (_, answer) => {
      const server = await startTencentDouble({ isUnchecked: true });
      server.answerWith(answer);
      const cloud = createTencentEngine({
        endpoint: server.endpoint,
        appId: '1250000000',
        credentials: () => createTencentCredentials(pair),
        timeoutMs: 100,
      });
      const engine = cloud.for({ toCloud: true });
      const shown = everythingOf(await caughtFrom(() => engine.compareFaces(photographs)));
      await server.close();
      for (const secret of [pair.secretId, pair.secretKey, photograph]) {
        expect(shown).not.toContain(secret);
      }
      const inspected = inspect({ cloud, engine }, { depth: null, showHidden: true });
      expect(inspected).not.toContain(pair.secretKey);
    },
  );
});
