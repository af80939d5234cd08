import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon, { type Request } from 'autocannon';
import { demoPicture } from '../../main/demo/demo-picture.ts';
import { KeyStore } from '../../main/gateway/key-store.ts';
import { makeKey } from '../../main/gateway/make-key.ts';
import { gatewayFolder } from '../../main/gateway/open-gateway.ts';
import { calibrationFolders } from '../../main/settings/calibration-folders.ts';
import { modelsDirectory } from '../../main/settings/product-root.ts';
import { openLocalEngine } from '../../main/station/open-local-engine.ts';
import { capturedKey } from '../main/gateway/captured/cloudauth-calls.ts';
import { capturedPair } from '../main/gateway/captured/tencent-requests.ts';
import { startGatewayProcess } from '../main/gateway/support/gateway-process.ts';
import type { Sent } from '../main/gateway/support/send.ts';
import { acs3Call, imageParameters, tencentCall } from '../main/gateway/support/sign.ts';

/**
 * The gateway at twice what it can do, beside what its engine does alone, in one run.
 *
 *     npx tsx test/bench/gateway-bench.ts [seconds]
 *
 * First the engine's process is asked directly, two comparisons at a time; then `witness gateway`, in a
 * process of its own, by two callers, which is its capacity; then by forty callers that together send
 * twice as much for `seconds` (default 60). Every second request is one of the other API. Each has to
 * be answered: compared and right, or told at once that the gateway is busy.
 */
const seconds = Number(process.argv[2] ?? 60);
const population = 'east-asian';
const [face, chip] = await Promise.all([demoPicture('holder'), demoPicture('cardPhoto')]);

/** Comparisons a second of the engine alone, and the two right scores. */
const engineAlone = async (): Promise<{ perSecond: number; scores: Record<string, number> }> => {
  const opened = await openLocalEngine({
    ...{ modelsDirectory: modelsDirectory(), calibrations: calibrationFolders() },
    ...{ population, threads: 1 },
  });
  const compare = (type: 'IDPic' | 'FacePic'): Promise<number> =>
    opened.engine
      .compareFaces({ source: { type: 'FacePic', image: face }, target: { type, image: chip } })
      .then(({ similarityScore }) => Math.floor(similarityScore * 1e4) / 1e4);
  const scores = { cloudauth: await compare('IDPic'), tencent: await compare('FacePic') };
  const begun = performance.now();
  let count = 0;
  const loop = async (): Promise<void> => {
    while (performance.now() - begun < 10_000) {
      await compare('IDPic');
      count++;
    }
  };
  await Promise.all([loop(), loop()]);
  const perSecond = (1000 * count) / (performance.now() - begun);
  opened.close();
  return { perSecond, scores };
};

const folder = await mkdtemp(join(tmpdir(), 'witness-gateway-bench-'));
const settings = join(folder, 'settings.json');
const rate = { requests: 1_000_000, seconds: 1 };
await writeFile(
  settings,
  JSON.stringify({ gateway: { host: '127.0.0.1', port: 0, metricsPort: 0, rate } }),
);
const keys = new KeyStore(gatewayFolder(folder));
const shared = { from: [], note: 'bench' };
await makeKey(keys, { api: 'cloudauth', existing: capturedKey, ...shared }, new Date());
const { appId, secretId: id, secretKey: secret } = capturedPair;
await makeKey(keys, { api: 'tencent', appId, existing: { id, secret }, ...shared }, new Date());

const { perSecond: engineRate, scores } = await engineAlone();
const gateway = await startGatewayProcess(settings);

/** Megabytes in memory of the gateway's process; its engine is another one. */
const memory = async (): Promise<number> => {
  const status = await readFile(`/proc/${gateway.pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? NaN) / 1024;
};

const tally = { compared: 0, busy: 0, wrong: new Map<string, number>() };
const count = (api: 'cloudauth' | 'tencent', status: number, body: string): void => {
  const reply = JSON.parse(body) as {
    readonly Data?: { readonly SimilarityScore: number };
    readonly data?: { readonly similarity?: number };
  };
  const score = reply.Data?.SimilarityScore ?? reply.data?.similarity;
  if (status === 200 && score === scores[api]) tally.compared++;
  else if (status === 503) tally.busy++;
  else {
    const what = `${api} ${status} ${body.slice(0, 120)}`;
    tally.wrong.set(what, (tally.wrong.get(what) ?? 0) + 1);
  }
};

const requestOf = (api: 'cloudauth' | 'tencent', make: () => Sent): Request => ({
  method: 'POST',
  path: api === 'cloudauth' ? '/' : '/face/compare',
  setupRequest: (request: Request): Request => {
    const { headers, body } = make();
    return {
      ...request,
      headers: headers as Record<string, string>,
      body: typeof body === 'string' ? body : Buffer.from(body ?? ''),
    };
  },
  onResponse: (status: number, body: string) => {
    count(api, status, body);
  },
});

const images = imageParameters(face, chip);
const requests = [
  requestOf('cloudauth', () => acs3Call(images)),
  requestOf('tencent', () =>
    tencentCall([
      ['imageA', face],
      ['imageB', chip],
    ]),
  ),
];

const drive = async (connections: number, duration: number, overallRate?: number) => {
  Object.assign(tally, { compared: 0, busy: 0 });
  const result = await autocannon({
    url: gateway.address,
    ...{ connections, duration, requests, timeout: 30 },
    ...(overallRate !== undefined && { overallRate }),
  });
  return { ...result, ...tally };
};

await drive(2, 5);
const calm = await drive(2, 10);
const capacity = calm.compared / calm.duration;
const before = await memory();
const samples: number[] = [];
const sampling = setInterval(() => void memory().then((now) => samples.push(now)), 1000);
const loaded = await drive(40, seconds, Math.round(2 * capacity));
clearInterval(sampling);
const after = await memory();
const { code, err } = await gateway.stop();
await rm(folder, { recursive: true });

const perSecond = (value: number): string => `${value.toFixed(1)} a second`;
const share = (values: readonly number[], part: number): number =>
  Math.max(...values.slice(0, Math.ceil(values.length * part)));
const unanswered = loaded.errors + loaded.timeouts;
console.log(`engine alone              ${perSecond(engineRate)}`);
console.log(
  `gateway, two callers      ${perSecond(capacity)}  (${((100 * capacity) / engineRate).toFixed(0)} %)`,
);
console.log(
  `sent at twice that        ${loaded.requests.total} answered in ${loaded.duration} s, ${perSecond(loaded.requests.total / loaded.duration)}`,
);
console.log(
  `  compared, and right     ${loaded.compared}, ${perSecond(loaded.compared / loaded.duration)}`,
);
console.log(`  told it is busy         ${loaded.busy}`);
console.log(`  no answer               ${unanswered}`);
console.log(
  `  latency, all            median ${loaded.latency.p50} ms, 99 % ${loaded.latency.p99} ms, longest ${loaded.latency.max} ms`,
);
console.log(
  `memory of the gateway     ${before.toFixed(0)} MB before, most ${Math.max(...samples).toFixed(0)} MB (first half ${share(samples, 0.5).toFixed(0)} MB), ${after.toFixed(0)} MB after`,
);
console.log(
  `ended with                ${code ?? 'a signal'}${err === '' ? '' : `, log: ${err.slice(0, 500)}`}`,
);
for (const [what, times] of tally.wrong) console.log(`WRONG ${times} × ${what}`);
if (unanswered > 0 || tally.wrong.size > 0 || code !== 0) process.exitCode = 1;
