import { availableParallelism } from 'node:os';
import { EngineProcess } from '../engine/engine-process.ts';
import { modelsDirectory } from '../settings/product-root.ts';

/** Engines that share one large piece of work. */
export type EnginePool = readonly [EngineProcess, ...EngineProcess[]];

/**
 * Starts one engine for each core, and closes them all after the work.
 *
 * @param signal - closes them at once: the work then ends with `engine.closed`.
 */
export const withEnginePool = async <Result>(
  signal: AbortSignal,
  work: (pool: EnginePool) => Promise<Result>,
): Promise<Result> => {
  const start = (): Promise<EngineProcess> =>
    EngineProcess.start({ modelsDirectory: modelsDirectory(), threads: 1 });
  const first = await start();
  const pool: [EngineProcess, ...EngineProcess[]] = [first];
  const closeAll = (): void => {
    for (const engine of pool) engine.close();
  };
  signal.addEventListener('abort', closeAll, { once: true });
  try {
    for (let core = 1; core < availableParallelism(); core++) pool.push(await start());
    return await work(pool);
  } finally {
    signal.removeEventListener('abort', closeAll);
    closeAll();
  }
};
