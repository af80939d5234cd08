import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { EngineProcess } from '../../main/engine/engine-process.ts';
import { launchWithNode } from '../../main/process/launcher.ts';
import { modelsDirectory } from '../../main/settings/product-root.ts';

/** The engine as it is shipped, and the number of its process. */
export interface BuiltEngine {
  readonly engine: EngineProcess;
  readonly pid: number;
}

const compiled = new URL('../../build/main/engine/engine-process.js', import.meta.url);

/**
 * Starts the engine's process from the compiled program, with one thread inside each inference: from
 * the sources it would translate TypeScript first.
 */
export const startBuiltEngine = async (): Promise<BuiltEngine> => {
  if (!existsSync(fileURLToPath(compiled)))
    throw new Error('There is no compiled program: use `npm run bench`, which compiles it.');
  const module = (await import(compiled.href)) as {
    readonly EngineProcess: typeof EngineProcess;
  };
  let pid: number | undefined;
  const engine = await module.EngineProcess.start({
    modelsDirectory: modelsDirectory(),
    threads: 1,
    launch: (entry) => {
      const child = launchWithNode(entry);
      pid = child.pid;
      return child;
    },
  });
  if (pid === undefined) throw new Error('The engine has no process.');
  return { engine, pid };
};
