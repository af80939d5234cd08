import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkDecoder } from '../../../main/photo/check-decoder.ts';
import {
  compileDecoders,
  type CompiledDecoders,
} from '../../native-bridge/photo-decoder/compiled-decoders.ts';
import { commandFor } from './command-scripts.ts';
import { librarySettings } from './library-settings.ts';

let decoders: CompiledDecoders;
beforeAll(async () => {
  decoders = await compileDecoders();
});
afterAll(async () => {
  await decoders.remove();
});

const checkLibrary = (settings: Parameters<typeof librarySettings>[0]) =>
  checkDecoder(librarySettings({ timeout: 20_000, path: decoders.library, ...settings }));

describe('checkDecoder', () => {
  it('says that there is none', async () => {
    expect(await checkDecoder({ kind: 'none' })).toMatchObject({
      kind: 'none',
      verdict: 'not-set-up',
      problem: { code: 'photo.no-decoder' },
    });
  });

  it('finds a library ready', async () => {
    expect(await checkLibrary({ shape: 'unpack' })).toEqual({
      kind: 'library',
      verdict: 'ready',
      loaded: true,
      symbolFound: true,
      returnCode: 1,
      producedBytes: 38_556,
      problem: undefined,
    });
  });

  it('does not hold a refusal of the made-up photo against a library', async () => {
    expect(await checkLibrary({ shape: 'unpack', symbol: 'unpack_refusing' })).toMatchObject({
      verdict: 'refused-test-photo',
      symbolFound: true,
      returnCode: -1,
      problem: { code: 'photo.decoder-refused' },
    });
  });

  it('holds a missing reader or licence against it', async () => {
    expect(await checkLibrary({ shape: 'GetBmp', intf: 1 })).toMatchObject({
      verdict: 'broken',
      returnCode: -6,
      problem: { code: 'photo.get-bmp-no-reader' },
    });
  });

  it('finds a library that cannot be loaded', async () => {
    expect(await checkLibrary({ shape: 'unpack', path: '/nonexistent.so' })).toMatchObject({
      verdict: 'broken',
      loaded: false,
      symbolFound: undefined,
      returnCode: undefined,
      problem: { code: 'photo.library-not-loaded' },
    });
  });

  it('finds a library without the function', async () => {
    expect(await checkLibrary({ shape: 'unpack', symbol: 'nothing' })).toMatchObject({
      verdict: 'broken',
      loaded: true,
      symbolFound: false,
      problem: { code: 'photo.symbol-not-found' },
    });
  });

  it('finds a library of another shape by the size of what it makes', async () => {
    expect(await checkLibrary({ shape: 'unpack', symbol: 'wlt2Bmp_with_header' })).toMatchObject({
      verdict: 'broken',
      returnCode: 1,
      producedBytes: 38_862,
      problem: { code: 'photo.wrong-output-length' },
    });
  });

  it('survives a library that hangs', async () => {
    const settings = { shape: 'dewlt', symbol: 'dewlt_hang', timeout: 300 } as const;
    expect(await checkLibrary(settings)).toMatchObject({
      verdict: 'broken',
      loaded: undefined,
      problem: { code: 'photo.decoder-timed-out' },
    });
  });

  it('finds a command ready', async () => {
    expect(await checkDecoder(commandFor('good'))).toEqual({
      kind: 'command',
      verdict: 'ready',
      started: true,
      exitCode: 0,
      producedBytes: 38_862,
      problem: undefined,
    });
  });

  it('tells a command that says no from one that cannot be started', async () => {
    expect(await checkDecoder(commandFor('refuses'))).toMatchObject({
      verdict: 'refused-test-photo',
      started: true,
      exitCode: 3,
      producedBytes: 0,
    });
    const missing = { ...commandFor('good'), command: '/nonexistent/wlt2bmp' };
    expect(await checkDecoder(missing)).toMatchObject({
      verdict: 'broken',
      started: false,
      exitCode: undefined,
      problem: { code: 'photo.command-not-started' },
    });
  });
});
