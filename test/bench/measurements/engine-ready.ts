import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { modelsDirectory, productRoot } from '../../../main/settings/product-root.ts';
import { startBuiltEngine } from '../built-engine.ts';
import { figureOf, timed } from '../figures.ts';
import type { Measurement } from '../measurement.ts';

/** Folders whose files the engine reads when it starts. */
const folders = (): readonly string[] => [
  modelsDirectory(),
  ...['main', 'models', 'native-bridge'].map((room) => join(productRoot(), 'build', room)),
  ...['onnxruntime-node', 'onnxruntime-common', 'sharp', '@img', 'zod'].map((name) =>
    join(productRoot(), 'node_modules', name),
  ),
];

/**
 * Has the system give up the copies of files it keeps in memory. Those another process has mapped stay,
 * and the disk may keep its own.
 */
const forgetFiles = (): void => {
  const files = folders().flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  for (const file of files)
    spawnSync('dd', [`if=${file}`, 'iflag=nocache', 'count=0', 'status=none']);
};

const start = async (): Promise<void> => {
  const { engine } = await startBuiltEngine();
  engine.close();
};

/** How long until the engine's process has its models loaded and warm. */
export const engineReady: Measurement = {
  letter: 'd',
  title: 'Engine ready',
  run: async ({ quick }) => {
    const starts = quick ? 3 : 7;
    await start();
    const [warm, cold]: [number[], number[]] = [[], []];
    for (let count = 0; count < starts; count++) {
      warm.push(await timed(start));
      forgetFiles();
      cold.push(await timed(start));
    }
    const question = { unit: 'ms', better: 'lower' } as const;
    return [
      figureOf({ id: 'd.cold', title: 'its files not in memory', ...question }, cold),
      figureOf({ id: 'd.warm', title: 'its files in memory', ...question }, warm),
    ];
  },
};
