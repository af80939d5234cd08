import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { engineRoute, hasCloudCredentials } from '../../../main/host/engine-route.ts';
import { settingsSchema } from '../../../main/settings/settings.ts';
import {
  doubleKey,
  startCloudDouble,
  type CloudDouble,
} from '../../support/cloud-double/cloud-double.ts';
import { photographs } from '../cloud/photographs.ts';
import { firstByteEngine } from '../station/sample-guests.ts';

let double: CloudDouble;
beforeEach(async () => {
  double = await startCloudDouble();
  vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_ID', doubleKey.id);
  vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_SECRET', doubleKey.secret);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await double.close();
});

const local = firstByteEngine();
const open = (route: string, endpoint = double.endpoint) => {
  const { engine } = settingsSchema.parse({ engine: { route, cloud: { endpoint, timeout: 500 } } });
  const told: string[] = [];
  const parts = engineRoute(engine, local, {
    onFallback: ({ code }) => told.push(code),
    onCloudAnswer: () => told.push('answer'),
  });
  return { ...parts, told };
};

describe('the engine a guest gets', () => {
  it('is this machine’s on the local route, and nobody is asked for more', () => {
    const { engineFor, asksForCloud } = open('local');
    expect(asksForCloud).toBe(false);
    expect(engineFor({ cloud: false })).toBe(local);
    expect(engineFor({ cloud: true })).toBe(local);
  });

  it.each(['cloud', 'cloud-with-local-fallback'])(
    'is the cloud’s for a guest who agreed, on the route %s',
    async (route) => {
      double.answerWith({ kind: 'score', score: 91.5 });
      const { engineFor, asksForCloud, told } = open(route);
      expect(asksForCloud).toBe(true);
      const result = await engineFor({ cloud: true }).compareFaces(photographs);
      expect(result).toMatchObject({ engine: 'cloudauth', similarityScore: 91.5 });
      expect(result).not.toHaveProperty('fellBackFrom');
      expect(told).toEqual(['answer']);
    },
  );

  it('is nobody’s for a guest who did not agree, where only the cloud compares', () => {
    const { engineFor } = open('cloud');
    expect(() => engineFor({ cloud: false })).toThrow(
      expect.objectContaining({ code: 'cloud.no-consent' }) as Error,
    );
    expect(double.calls).toEqual([]);
  });

  it('is this machine’s for a guest who did not agree, where it may compare', () => {
    expect(open('cloud-with-local-fallback').engineFor({ cloud: false })).toBe(local);
  });

  it('is this machine’s when the cloud cannot be reached, which is told', async () => {
    const gone = await startCloudDouble();
    await gone.close();
    const { engineFor, told } = open('cloud-with-local-fallback', gone.endpoint);
    const result = await engineFor({ cloud: true }).compareFaces(photographs);
    expect(result).toMatchObject({
      engine: 'sample',
      fellBackFrom: { engine: 'cloudauth', error: { code: told[0] } },
    });
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^cloud\./);
  });
});

describe('credentials for the cloud', () => {
  it('are there if the environment has them', () => {
    expect(hasCloudCredentials()).toBe(true);
    vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_SECRET', '');
    expect(hasCloudCredentials()).toBe(false);
  });
});
