import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const source = fileURLToPath(new URL('./fixtures/decoders.c', import.meta.url));

/** The stand-in decoders, compiled for this test run. */
export interface CompiledDecoders {
  readonly library: string;
  remove(): Promise<void>;
}

/**
 * Compiles `fixtures/decoders.c` into a library of its own.
 *
 * @throws Error with a sentence if the machine has no C compiler: the shapes of the decoders cannot
 *   be tested without one, and a test that is skipped in silence proves nothing.
 */
export const compileDecoders = async (): Promise<CompiledDecoders> => {
  const folder = await mkdtemp(join(tmpdir(), 'witness-test-decoders-'));
  const library = join(folder, 'libdecoders.so');
  const compiler = process.env['CC'] ?? 'cc';
  const options = ['-shared', '-fPIC', '-O1', '-fno-builtin', '-w', '-o', library, source];
  try {
    await promisify(execFile)(compiler, options);
  } catch (cause) {
    await rm(folder, { recursive: true, force: true });
    throw new Error(
      `The photo decoder tests need a C compiler and "${compiler}" did not compile ${source}. ` +
        'Install one (Debian: apt-get install gcc libc6-dev) or name it in CC.',
      { cause },
    );
  }
  return { library, remove: () => rm(folder, { recursive: true, force: true }) };
};
