import { fork, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Embeddings } from '../../../main/evaluate/comparisons.ts';
import { modelsDirectory } from '../../../main/settings/product-root.ts';
import { readModelManifest } from '../../../models/manifest.ts';
import type { PhotographAnswer, PhotographTask } from './photograph-worker.ts';
import { recipes, type Recipe, type RecipeName } from './recipes.ts';

/** Where photographs lie, and where what was measured on them is kept. */
export interface MeasureSettings {
  readonly root: string;
  /** Paths from `root`. */
  readonly paths: readonly string[];
  /** Embeddings are personal data: a folder outside the repository. Left out, nothing is kept. */
  readonly cache?: string;
}

/** Photographs whose numbers make one file of the cache: what is lost at most when it is stopped. */
const chunkSize = 256;

/**
 * Measures photographs with one process per core, or reads from the cache what was measured already.
 *
 * @returns the rows of the recipe by name, each with one entry per photograph.
 */
export const measurePhotographs = async (
  name: RecipeName,
  settings: MeasureSettings,
): Promise<ReadonlyMap<string, Embeddings>> => {
  const recipe: Recipe = recipes[name];
  const chunks = chunksOf(settings.paths);
  const pool = new WorkerPool();
  const numbers: Float32Array[] = [];
  try {
    for (const [index, paths] of chunks.entries()) {
      numbers.push(...(await measureChunk(name, paths, settings, pool)));
      process.stderr.write(`\r${name}: ${index + 1} of ${chunks.length} parts `);
    }
  } finally {
    pool.close();
  }
  process.stderr.write('\n');
  return new Map(
    recipe.rows.map((row, index) => [row, numbers.map((all) => rowOf(all, index, recipe))]),
  );
};

const rowOf = (all: Float32Array, index: number, { rows }: Recipe): Float32Array | undefined => {
  const length = all.length / rows.length;
  const row = all.subarray(index * length, (index + 1) * length);
  return Number.isNaN(row[0]) ? undefined : row;
};

const chunksOf = (paths: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(paths.length / chunkSize) }, (_, index) =>
    paths.slice(index * chunkSize, (index + 1) * chunkSize),
  );

const measureChunk = async (
  recipe: RecipeName,
  paths: readonly string[],
  { root, cache }: MeasureSettings,
  pool: WorkerPool,
): Promise<readonly Float32Array[]> => {
  const file = cache === undefined ? undefined : join(cache, cacheName(recipe, paths));
  if (file !== undefined && existsSync(file)) return split(readFileSync(file), paths.length);
  const numbers = await pool.measure(paths.map((path) => ({ recipe, path: join(root, path) })));
  if (file !== undefined && cache !== undefined) {
    mkdirSync(cache, { recursive: true });
    writeFileSync(`${file}.part`, Buffer.concat(numbers.map(bytesOf)));
    renameSync(`${file}.part`, file);
  }
  return numbers;
};

/** Other models, photographs or ways are other files. */
const cacheName = (recipe: RecipeName, paths: readonly string[]): string => {
  const models = readModelManifest(modelsDirectory()).models.map(({ sha256 }) => sha256);
  const key = JSON.stringify([recipes[recipe].rows, models, paths]);
  return `${recipe}-${createHash('sha256').update(key).digest('hex').slice(0, 16)}.f32`;
};

const bytesOf = ({ buffer, byteOffset, byteLength }: Float32Array): Buffer =>
  Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);

const split = (bytes: Buffer, count: number): readonly Float32Array[] => {
  const all = new Float32Array(new Uint8Array(bytes).buffer);
  const length = all.length / count;
  return Array.from({ length: count }, (_, i) => all.subarray(i * length, (i + 1) * length));
};

/** Processes that measure photographs, started when the first one is to be measured. */
class WorkerPool {
  #workers: Promise<readonly Worker[]> | undefined;

  async measure(tasks: readonly PhotographTask[]): Promise<readonly Float32Array[]> {
    this.#workers ??= Promise.all(Array.from({ length: availableParallelism() }, startWorker));
    const remaining = tasks.entries();
    const results: Float32Array[] = [];
    const work = async (worker: Worker): Promise<void> => {
      for (const [index, task] of remaining) results[index] = await ask(worker, task);
    };
    await Promise.all((await this.#workers).map(work));
    return results;
  }

  close(): void {
    void this.#workers?.then((workers) => {
      for (const { process: worker } of workers) worker.kill();
    });
  }
}

interface Worker {
  readonly process: ChildProcess;
  /** Fails when the process ends. */
  readonly ended: Promise<never>;
}

const startWorker = async (): Promise<Worker> => {
  const program = fileURLToPath(new URL('photograph-worker.ts', import.meta.url));
  // The loader of TypeScript comes along in this process's own `execArgv`.
  const worker = fork(program, { serialization: 'advanced' });
  const ended = once(worker, 'exit').then((): never => {
    throw new Error('A process that measures photographs has ended.');
  });
  // After the work it may.
  ended.catch(() => undefined);
  await Promise.race([once(worker, 'message'), ended]);
  return { process: worker, ended };
};

const ask = async (worker: Worker, task: PhotographTask): Promise<Float32Array> => {
  const answered = once(worker.process, 'message');
  worker.process.send(task);
  const [answer] = (await Promise.race([answered, worker.ended])) as [PhotographAnswer];
  if ('numbers' in answer) return answer.numbers;
  throw new Error(`${task.path}: ${answer.failed}`);
};
