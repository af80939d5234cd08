import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { demoPicture } from '../../../main/demo/demo-picture.ts';
import {
  doubleKey,
  startCloudDouble,
  type CloudDouble,
} from '../../support/cloud-double/cloud-double.ts';
import {
  startTencentDouble,
  tencentAccount,
  type TencentDouble,
} from '../../support/cloud-double/tencent-double.ts';
import { errorOf, runWitness, type Run } from './run-witness.ts';

let folder: string;
let cloudauth: CloudDouble;
let tencent: TencentDouble;
const file = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'witness-cloud-'));
  await writeFile(file('a.jpg'), await demoPicture('cardPhoto'));
  await writeFile(file('b.jpg'), await demoPicture('holder'));
});
afterAll(() => rm(folder, { recursive: true }));

beforeEach(async () => {
  cloudauth = await startCloudDouble();
  tencent = await startTencentDouble();
  vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_ID', doubleKey.id);
  vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_SECRET', doubleKey.secret);
  vi.stubEnv('TENCENTCLOUD_SECRET_ID', tencentAccount.secretId);
  vi.stubEnv('TENCENTCLOUD_SECRET_KEY', tencentAccount.secretKey);
  vi.stubEnv('WITNESS_LOG', 'debug');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all([cloudauth.close(), tencent.close()]);
});

const siteTable = { origin: 'the house, 2026', points: [{ far: 0.001, similarity: 80 }] };

/** Compares with the doubles as the settings' clouds. */
const compare = async (
  args: readonly string[],
  { provider = 'cloudauth', table }: { provider?: string; table?: typeof siteTable } = {},
): Promise<Run> => {
  const { endpoint } = tencent;
  const account = { endpoint, appId: tencentAccount.appId, ...(table && { siteTable: table }) };
  const cloud = { provider, endpoint: cloudauth.endpoint, tencent: account };
  await writeFile(file('settings.json'), JSON.stringify({ engine: { route: 'cloud', cloud } }));
  const photographs = [file('a.jpg'), file('b.jpg')];
  return runWitness('compare', ...photographs, '--settings', file('settings.json'), ...args);
};

const consent = '--consent-to-cloud';

describe('witness compare --engine', () => {
  test.each([
    [95, 0, 'pass'],
    [75, 3, 'review'],
    [12, 1, 'fail'],
  ])('cloudauth gives the cloud’s %d: exit code %d', async (score, exitCode, verdict) => {
    cloudauth.answerWith({ kind: 'score', score });
    const run = await compare(['--engine', 'cloudauth', consent, '--json']);
    expect(JSON.parse(run.out)).toMatchObject({
      verdict,
      similarityScore: score,
      engine: 'cloudauth',
      threshold: 80.01,
      routing: { rule: 'cloud', answers: [{ engine: 'cloudauth', score, verdict }] },
    });
    expect(run.exitCode).toBe(exitCode);
  });

  test.each(['cloudauth', 'tencent', 'cloud', 'both-agree'])(
    '%s sends nothing without consent',
    async (engine) => {
      const run = await compare(['--engine', engine, '--json']);
      expect(run.exitCode).toBe(2);
      expect(errorOf(run).code).toBe('cloud.no-consent');
      expect([...cloudauth.calls, ...tencent.calls]).toEqual([]);
    },
  );

  test('local-then-cloud stays on this machine without consent', async () => {
    const run = await compare(['--engine', 'local-then-cloud', '--json']);
    expect(JSON.parse(run.out)).toMatchObject({ verdict: 'pass', engine: 'local' });
    expect(cloudauth.calls).toEqual([]);
  });

  test('tencent gives a score and says why there is no verdict', async () => {
    const run = await compare(['--engine', 'tencent', consent, '--json']);
    expect(run.exitCode).toBe(2);
    expect(JSON.parse(run.out)).toMatchObject({
      similarityScore: 95,
      engine: 'tencent',
      error: { code: 'verdict.no-thresholds' },
    });
    const text = await compare(['--engine', 'tencent', consent]);
    expect(text.out).toMatch(/^score 95\.00 of 100 {3}\(tencent\)\n/);
    expect(text.out).toContain('对照表');
  });

  test('tencent gives a verdict with the site’s own table', async () => {
    const run = await compare(['--engine', 'tencent', consent, '--json'], { table: siteTable });
    expect(run.exitCode).toBe(0);
    expect(JSON.parse(run.out)).toMatchObject({
      verdict: 'pass',
      threshold: 80,
      calibration: 'site: the house, 2026',
    });
  });

  test('a route asks the cloud of the settings', async () => {
    const table = siteTable;
    const run = await compare(['--engine', 'cloud', consent, '--json'], {
      provider: 'tencent',
      table,
    });
    expect(JSON.parse(run.out)).toMatchObject({ engine: 'tencent' });
    expect(cloudauth.calls).toEqual([]);
  });

  test('cloud-with-local-fallback compares here where nobody answers, and says so', async () => {
    cloudauth.answerWith({ kind: 'error', status: 503, code: 'ServiceUnavailable' });
    const args = ['--engine', 'cloud-with-local-fallback', consent];
    const run = await compare([...args, '--json']);
    expect(run.exitCode).toBe(0);
    expect(JSON.parse(run.out)).toMatchObject({
      verdict: 'pass',
      engine: 'local',
      fellBackFrom: { engine: 'cloudauth', error: { code: 'cloud.unavailable' } },
      routing: {
        rule: 'cloud-with-local-fallback',
        answers: [{ engine: 'cloudauth', error: 'cloud.unavailable' }, { engine: 'local' }],
      },
    });
    const text = await compare(args);
    expect(text.out).toMatch(
      /rule: cloud-with-local-fallback; cloudauth cloud\.unavailable; local \d/,
    );
  });

  test('both-agree leaves a disagreement to a person, with both figures', async () => {
    cloudauth.answerWith({ kind: 'score', score: 20 });
    const run = await compare(['--engine', 'both-agree', consent, '--json']);
    expect(run.exitCode).toBe(3);
    expect(JSON.parse(run.out)).toMatchObject({
      verdict: 'review',
      disagreed: true,
      similarityScore: 20,
      routing: {
        answers: [
          { engine: 'local', verdict: 'pass' },
          { engine: 'cloudauth', score: 20, verdict: 'fail' },
        ],
      },
    });
  });

  test('local-then-cloud asks the cloud about a score in the review band only', async () => {
    const args = ['--engine', 'local-then-cloud', consent, '--json'];
    expect(JSON.parse((await compare(args)).out)).toMatchObject({
      verdict: 'pass',
      routing: { rule: 'local-then-cloud', answers: [{ engine: 'local', verdict: 'pass' }] },
    });
    expect(cloudauth.calls).toEqual([]);
  });

  test('refuses an engine nobody has', async () => {
    const run = await compare(['--engine', 'oracle', '--json']);
    expect(errorOf(run).code).toBe('cli.usage');
  });
});

describe('a key', () => {
  const secrets = [
    doubleKey.id,
    doubleKey.secret,
    tencentAccount.secretId,
    tencentAccount.secretKey,
  ];

  test.each(['cloudauth', 'tencent'])(
    'of %s is nowhere in what a command prints or logs, whatever happens',
    async (engine) => {
      const written: string[] = [];
      const spy = vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
        written.push(String(chunk));
        return true;
      });
      const echo = secrets.join(' ');
      const answers = [
        { kind: 'raw', status: 200, body: echo },
        { kind: 'raw', status: 500, body: JSON.stringify({ Code: echo, code: echo }) },
        {
          kind: 'raw',
          status: 400,
          body: JSON.stringify({ Message: echo, code: 3, message: echo }),
        },
        { kind: 'hang-up', when: 'in-reply' },
      ] as const;
      for (const answer of answers) {
        cloudauth.answerWith(answer);
        tencent.answerWith(answer);
        for (const json of [[], ['--json']]) {
          const args = ['--engine', engine, consent, ...json];
          const { out, err } = await compare(args, { provider: engine });
          written.push(out, err);
        }
      }
      const doctored = await runWitness('doctor', '--settings', file('settings.json'), '--json');
      expect(doctored.out).toContain('"name": "cloud"');
      written.push(doctored.out, doctored.err);
      spy.mockRestore();
      expect(written.join('\n')).toContain('cloud.');
      for (const secret of secrets) expect(written.join('\n')).not.toContain(secret);
    },
  );

  test('that is missing is asked for by the name of its variable', async () => {
    vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_SECRET', undefined);
    const run = await compare(['--engine', 'cloudauth', consent, '--json']);
    expect(errorOf(run)).toMatchObject({ code: 'cloud.no-credentials' });
    expect(errorOf(run).message).toContain('ALIBABA_CLOUD_ACCESS_KEY_SECRET');
  });
});
