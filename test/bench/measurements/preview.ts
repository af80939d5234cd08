import { spawnSync } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import sharp from 'sharp';
import { CardReader } from '../../../main/card/reader.ts';
import { EmulatedCounter } from '../../../main/demo/emulated-counter.ts';
import { twoFrames } from '../bench-photographs.ts';
import { startBuiltEngine } from '../built-engine.ts';
import { countedOpener, type LineTraffic } from '../counted-channel.ts';
import { figureOf } from '../figures.ts';
import type { Measurement } from '../measurement.ts';

/** A process and all its threads keep to the first core. */
const keepToOneCore = (pid: number): void => {
  const { status } = spawnSync('taskset', ['-a', '-c', '-p', '0', String(pid)]);
  if (status !== 0) throw new Error('taskset did not work: one core cannot be measured.');
};

const looksPerSecond = 15;

/** Does something so many times a second, but not anew while it is being done. */
const regularly = (work: () => Promise<unknown>): (() => void) => {
  let isBusy = false;
  const timer = setInterval(() => {
    if (isBusy) return;
    isBusy = true;
    void work().finally(() => {
      isBusy = false;
    });
  }, 1000 / looksPerSecond);
  return () => {
    clearInterval(timer);
  };
};

/** How many frames are looked at, and whether the reader answers as quickly meanwhile. */
export const preview: Measurement = {
  letter: 'g',
  title: 'Looks at frames of 1280 × 960, the engine on one core',
  run: async ({ quick }) => {
    const windows = quick ? 3 : 8;
    const [{ image }] = await twoFrames();
    const frame = await sharp(image).resize(1280, 960).jpeg({ quality: 85 }).toBuffer();
    const { engine, pid } = await startBuiltEngine();
    keepToOneCore(pid);
    const rates: number[] = [];
    for (let window = -1; window < windows; window++) {
      const begun = performance.now();
      let looks = 0;
      for (; performance.now() - begun < 1000; looks++) await engine.look(frame);
      if (window >= 0) rates.push((1000 * looks) / (performance.now() - begun));
    }

    const counter = new EmulatedCounter();
    const traffic: LineTraffic = { bytes: 0, latencies: [] };
    const reader = new CardReader({
      openChannel: countedOpener(counter.port.openChannel, traffic),
      port: { path: counter.port.path, baudRate: 115_200 },
      // Oftener than the station looks for a card, to see more of its looks.
      pollInterval: 20,
    });
    await reader.open();
    const stop = new AbortController();
    const polling = reader
      .waitForCard({ timeout: Infinity, signal: stop.signal })
      .catch(() => null);
    const latencies = async (): Promise<readonly number[]> => {
      traffic.latencies.length = 0;
      await delay(2000);
      return [...traffic.latencies];
    };
    await latencies();
    const [alone, looking]: [number[], number[]] = [[], []];
    for (let window = 0; window < windows; window++) {
      alone.push(...(await latencies()));
      const end = regularly(() => engine.look(frame));
      looking.push(...(await latencies()));
      end();
    }
    stop.abort();
    await polling;
    await reader.close();
    await counter.close();
    engine.close();
    const time = { unit: 'ms', better: 'lower' } as const;
    return [
      figureOf(
        {
          ...{ id: 'g.looks', title: 'looks a second', unit: 'per s', better: 'higher' },
          target: { least: looksPerSecond },
        },
        rates,
      ),
      figureOf(
        { id: 'g.poll-alone', title: 'find-card to its answer, nobody looking', ...time },
        alone,
      ),
      figureOf(
        { id: 'g.poll-looking', title: 'find-card to its answer at 15 looks a second', ...time },
        looking,
      ),
    ];
  },
};
