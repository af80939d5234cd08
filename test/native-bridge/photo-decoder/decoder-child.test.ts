import { fork } from 'node:child_process';
import { on, once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SupervisedChild } from '../../../main/process/supervised-child.ts';
import type {
  DecoderContract,
  LibraryAnswer,
  LibraryCall,
} from '../../../native-bridge/photo-decoder/decoder-contract.ts';
import { compileDecoders, type CompiledDecoders } from './compiled-decoders.ts';
import { startDecoderProcess } from './decoder-process.ts';
import { firstDifference, knownRgb, rgbOfBmp, wltWithSeed } from './known-picture.ts';

let decoders: CompiledDecoders;
let child: SupervisedChild<DecoderContract>;
let directory: string;

beforeAll(async () => {
  decoders = await compileDecoders();
  child = startDecoderProcess(20_000);
});
afterAll(async () => {
  child.dispose();
  await decoders.remove();
});
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'witness-test-'));
});
afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

const call = (changes: Partial<LibraryCall> = {}): Promise<LibraryAnswer> =>
  child.call({
    path: decoders.library,
    shape: 'unpack',
    symbol: 'unpack',
    number: 0,
    wlt: wltWithSeed(7),
    directory,
    ...changes,
  });

const outputOf = (answer: LibraryAnswer): Uint8Array => {
  if (answer.step !== 'called') throw new Error(`the decoder was not called: ${answer.reason}`);
  return answer.output;
};

describe('the decoder process', () => {
  it('decodes in memory with the unpack shape', async () => {
    const answer = await call();
    expect(answer).toMatchObject({ step: 'called', code: 1, outputLength: 38_556 });
    expect(firstDifference(outputOf(answer), knownRgb(7))).toBe(-1);
  });

  it('decodes a file with the GetBmp shape, telling it the kind of port', async () => {
    const answer = await call({ shape: 'GetBmp', symbol: 'GetBmp', number: 2 });
    expect(answer).toMatchObject({ step: 'called', code: 1, outputLength: 38_862 });
    expect(firstDifference(rgbOfBmp(outputOf(answer)), knownRgb(7))).toBe(-1);
    const serial = await call({
      shape: 'GetBmp',
      symbol: 'GetBmp',
      number: 1,
      directory: await mkdtemp(join(directory, 'second-')),
    });
    expect(serial).toMatchObject({ step: 'called', code: -6, outputLength: 0 });
  });

  it('runs the decoder in the directory it was given, and leaves it afterwards', async () => {
    expect(await call({ number: 311 })).toMatchObject({ code: 1 });
    expect(await readdir(directory)).toEqual(['zp.bmp']);
    await rm(directory, { recursive: true });
    const next = await mkdtemp(join(tmpdir(), 'witness-test-'));
    try {
      expect(await call({ directory: next })).toMatchObject({ code: 1 });
    } finally {
      await rm(next, { recursive: true });
    }
  });

  it('says why a library cannot be loaded', async () => {
    const answer = await call({ path: '/nonexistent/libwlt.so' });
    expect(answer).toEqual({
      step: 'not-loaded',
      reason: expect.stringContaining('No such file') as string,
    });
  });

  it('says that a library has no such function', async () => {
    expect(await call({ symbol: 'decode_nothing' })).toMatchObject({
      step: 'no-symbol',
      reason: expect.stringContaining('decode_nothing') as string,
    });
  });

  it('lets a library use its own functions where the host program has one of the same name', async () => {
    expect(await call({ symbol: 'unpack_with_own_inflate' })).toMatchObject({ code: 1 });
  });

  it('gives a library a large stack', async () => {
    expect(await call({ symbol: 'unpack_with_large_stack' })).toMatchObject({ code: 1 });
  });

  it('reports how much was written where the decoder wrote too little or too much', async () => {
    expect(await call({ symbol: 'unpack_short' })).toMatchObject({ outputLength: 20_100 });
    expect(await call({ symbol: 'unpack_long' })).toMatchObject({ outputLength: 39_556 });
  });

  it('does not read a product of absurd length', async () => {
    const answer = await call({ shape: 'dewlt', symbol: 'dewlt_huge' });
    expect(answer).toMatchObject({ outputLength: 1_000_000, output: new Uint8Array() });
  });

  it('reports a directory that cannot be used as an error of the call', async () => {
    await expect(call({ directory: join(directory, 'missing') })).rejects.toMatchObject({
      code: 'witness.unexpected',
    });
    expect(await call()).toMatchObject({ code: 1 });
  });

  it('dies alone when the library crashes, and works again', async () => {
    const symbol = 'unpack_crash_on_cc';
    await expect(call({ symbol, wlt: wltWithSeed(0xcc) })).rejects.toMatchObject({
      code: 'crashed',
      data: { signal: 'SIGSEGV' },
    });
    expect(await call({ symbol })).toMatchObject({ code: 1 });
  });

  it('ends with its parent though the decoder hangs, and takes the photo with it', async () => {
    const parentFile = fileURLToPath(new URL('./fixtures/dying-parent.ts', import.meta.url));
    const parent = fork(parentFile, [decoders.library, directory], {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    const { stderr } = parent;
    if (stderr === null) throw new Error('the parent was started without a pipe');
    // Both processes hold this pipe: it closes when the second of them is gone.
    const bothGone = once(stderr, 'close');
    for await (const [chunk] of on(stderr, 'data')) {
      if (String(chunk).includes('hanging')) break;
    }
    expect(await readdir(directory)).toEqual(['photo.bmp', 'photo.wlt']);
    parent.kill('SIGKILL');
    await bothGone;
    expect(existsSync(directory)).toBe(false);
  });
});
