import { parseArgs } from 'node:util';
import { launchChromium } from '../support/chromium.ts';
import { startStation } from '../journeys/support/station-program.ts';
import type { ProcessMemory } from './process-memory.ts';
import { slopeOf } from './slope.ts';
import { SoakGuest, soakScenes } from './soak-guest.ts';
import { findProcesses, sampleMemory } from './soak-processes.ts';

/**
 * Whether anything grows: demonstration guests pass, fail and are reviewed in turn, over the page of a
 * real browser, as quickly as they can. After each the page's garbage is collected, and the memory of
 * every process is looked at.
 *
 *     npm run build && npx tsx test/bench/soak-bench.ts [--count 500]
 *
 * The slopes are those of the second half, when everything has been used before; a process is flat
 * where its slope lies within two or three standard errors of nothing, or so near it that it matters
 * to nobody. The station of this version keeps its records in memory, about 1 kB each. Ends with 1 if
 * any verification did not end as its scene has it. Linux only.
 *
 * What it showed. Of 500, without collecting the page's garbage (pss, second half, kB each): station
 * −10 ± 2, engine −8 ± 7, browser +5 ± 2, GPU −3 ± 3, and the page +179 ± 9, from 190 to 374 MB. Of 150,
 * with it, as now: the page +13 ± 37 (its own memory −19 ± 32), from 128 to 138 MB; so what grew was
 * garbage that Chromium had not thought worth collecting. The engine needs some 200 verifications to
 * come to rest, and is at +120 ± 13 until then.
 */
const { values } = parseArgs({ options: { count: { type: 'string', default: '500' } } });
const count = Number(values.count);
if (!Number.isInteger(count) || count < 6) throw new RangeError('--count must be at least 6.');

/** Milliseconds a page may take for what is waited for. */
const patience = 30_000;

/** Until everything has been used once, pids of engine and page are not to be told. */
const warmUp = soakScenes.length;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const station = await startStation({ settingsFile: '-', isDemo: true });
const browser = await launchChromium();
const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
context.setDefaultTimeout(patience);
const page = await context.newPage();
await page.goto(station.address);
const guest = new SoakGuest(page);
const devTools = await context.newCDPSession(page);
const wrong: string[] = [];

const playOne = async (index: number): Promise<void> => {
  const scene = soakScenes[index % soakScenes.length] ?? 'pass';
  try {
    await guest.play(scene);
  } catch (caught) {
    wrong.push(`${index + 1} (${scene}): ${String(caught).split('\n', 1)[0] ?? ''}`);
    say(`unexpected: ${wrong.at(-1) ?? ''}`);
    await guest.recover();
  }
};

const mb = (kilobytes: number): string => (kilobytes / 1024).toFixed(1).padStart(8);
const signed = (value: number): string => `${value < 0 ? '' : '+'}${value.toFixed(2)}`;

/** One line of the table: where it began and ended, and the slope of the second half. */
const lineOf = (name: string, kind: keyof ProcessMemory, series: readonly number[]): string => {
  const { perStep, standardError } = slopeOf(series.slice(Math.floor(series.length / 2)));
  const slope = `${signed(perStep).padStart(9)} ± ${standardError.toFixed(2)}`;
  const [first = NaN, last = NaN] = [series[0], series.at(-1)];
  return `${name.padEnd(18)} ${kind.padEnd(4)}  ${mb(first)} ${mb(last)} ${mb(Math.max(...series))}  ${slope}`;
};

const begun = performance.now();
try {
  for (let index = 0; index < warmUp; index += 1) await playOne(index);
  const processes = await findProcesses(station.pid, browser);
  const sample = async (): Promise<readonly ProcessMemory[]> => {
    await devTools.send('HeapProfiler.collectGarbage');
    return sampleMemory(processes);
  };
  const samples = [await sample()];
  for (let index = warmUp; index < count; index += 1) {
    await playOne(index);
    samples.push(await sample());
    if ((index + 1) % 50 === 0) say(`${index + 1} of ${count}`);
  }
  const seconds = (performance.now() - begun) / 1000;
  say(
    `\n${count} verifications in ${seconds.toFixed(0)} s (${(seconds / count).toFixed(2)} s each)`,
  );
  say('process            memory   first MB  last MB   max MB   kB per verification, second half');
  for (const [index, { name }] of processes.entries())
    for (const kind of ['rss', 'pss', 'anon'] as const) {
      const series = samples.map((sample) => sample[index]?.[kind] ?? NaN);
      say(lineOf(name, kind, series));
    }
} finally {
  await browser.close();
  await station.stop();
}
say(wrong.length === 0 ? 'All ended as they should.' : `${wrong.length} ended otherwise.`);
process.exitCode = wrong.length === 0 ? 0 : 1;
