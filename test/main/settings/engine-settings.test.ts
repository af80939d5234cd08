import { describe, expect, test } from 'vitest';
import { settingsSchema } from '../../../main/settings/settings.ts';

const parsed = (cloud: object) => settingsSchema.safeParse({ engine: { cloud } });
const messageOf = (cloud: object): string => parsed(cloud).error?.message ?? '';

describe('the settings of an engine', () => {
  test('written before there was a second cloud still hold', () => {
    const before = {
      route: 'cloud-with-local-fallback',
      cloud: { provider: 'cloudauth', endpoint: 'https://gateway.example', timeout: 5000 },
    };
    expect(settingsSchema.parse({ engine: before }).engine).toEqual({
      ...before,
      cloud: {
        ...before.cloud,
        proxy: 'environment',
        tencent: { endpoint: 'https://recognition.image.myqcloud.com', appId: '' },
      },
    });
  });

  test.each(['environment', 'none', 'http://proxy.example:3128', 'https://proxy.example'])(
    'take %s as a proxy',
    (proxy) => {
      expect(parsed({ proxy }).success).toBe(true);
    },
  );

  test.each(['proxy.example', 'ftp://proxy.example', 'http://me:planted-word@proxy.example'])(
    'do not take %s as a proxy, and do not repeat it',
    (proxy) => {
      expect(parsed({ proxy }).success).toBe(false);
      expect(messageOf({ proxy })).not.toContain('planted-word');
    },
  );

  test.each([
    { accessKeySecret: 'planted-word' },
    { secretKey: 'planted-word' },
    { tencent: { secretKey: 'planted-word' } },
  ])('have no place for a key: %j', (cloud) => {
    expect(parsed(cloud).success).toBe(false);
    expect(messageOf(cloud)).not.toContain('planted-word');
  });
});

describe('the table of a site', () => {
  const table = (points: unknown, origin: unknown = 'the house, 2026') =>
    parsed({ tencent: { siteTable: { origin, points } } }).success;

  test('names where its figures are from', () => {
    expect(table([{ far: 0.001, similarity: 80 }])).toBe(true);
    expect(table([{ far: 0.001, similarity: 80 }], '  ')).toBe(false);
  });

  test('rises as the false-accept rate falls, in whatever order it is written', () => {
    const [lax, strict] = [
      { far: 0.01, similarity: 70 },
      { far: 0.001, similarity: 80 },
    ];
    expect(table([lax, strict])).toBe(true);
    expect(table([strict, lax])).toBe(true);
    expect(table([lax, { ...strict, similarity: 70 }])).toBe(false);
    expect(table([lax, { ...strict, similarity: 60 }])).toBe(false);
    expect(table([lax, { ...lax, similarity: 75 }])).toBe(false);
  });

  test.each([
    [[]],
    [[{ far: 0, similarity: 80 }]],
    [[{ far: 1, similarity: 80 }]],
    [[{ far: 0.001, similarity: 101 }]],
    [[{ far: 0.001, similarity: -1 }]],
    [[{ far: 0.001 }]],
  ])('is not %j', (points) => {
    expect(table(points)).toBe(false);
  });
});
