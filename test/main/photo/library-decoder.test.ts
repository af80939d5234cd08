import type { PhotoError } from '../../../main/photo/photo-error.ts';
import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LibraryDecoder } from '../../../main/photo/library-decoder.ts';
import { launchWithNode, type LaunchProcess } from '../../../main/process/launcher.ts';
import {
  compileDecoders,
  type CompiledDecoders,
} from '../../native-bridge/photo-decoder/compiled-decoders.ts';
import {
  firstDifference,
  knownRgb,
  rgbOfBmp,
  wltWithSeed,
} from '../../native-bridge/photo-decoder/known-picture.ts';
import { librarySettings } from './library-settings.ts';
import { useTemporaryFolder, type TemporaryFolder } from './temporary-folder.ts';

let decoders: CompiledDecoders;
let temporary: TemporaryFolder;
const open: LibraryDecoder[] = [];

beforeAll(async () => {
  decoders = await compileDecoders();
});
afterAll(async () => {
  await decoders.remove();
});
beforeEach(async () => {
  temporary = await useTemporaryFolder();
});
afterEach(async () => {
  for (const decoder of open.splice(0)) decoder.dispose();
  await temporary.restore();
});

const decoderFor = (
  settings: Parameters<typeof librarySettings>[0],
  launch?: LaunchProcess,
): LibraryDecoder => {
  const decoder = new LibraryDecoder(
    librarySettings({ timeout: 20_000, path: decoders.library, ...settings }),
    launch,
  );
  open.push(decoder);
  return decoder;
};

describe('the picture, pixel by pixel', () => {
  it.each([
    ['unpack', { shape: 'unpack' }],
    [
      'unpack, stored from the bottom, blue first',
      {
        shape: 'unpack',
        symbol: 'unpack_bottom_up_bgr',
        orientation: 'bottom-up',
        channelOrder: 'BGR',
      },
    ],
    ['unpack, mirrored', { shape: 'unpack', symbol: 'unpack_mirrored', orientation: 'mirrored' }],
    [
      'unpack, turned by 180°, blue first',
      {
        shape: 'unpack',
        symbol: 'unpack_rotated_bgr',
        orientation: 'rotated-180',
        channelOrder: 'BGR',
      },
    ],
    ['wlt2Bmp that gives pixels', { shape: 'wlt2Bmp', orientation: 'bottom-up' }],
    ['wlt2Bmp that gives a BMP', { shape: 'wlt2Bmp', symbol: 'wlt2Bmp_with_header' }],
    ['Huaxu_Wlt2Bmp, stored from the top', { shape: 'Huaxu_Wlt2Bmp' }],
    ['GetBmp with a reader on USB', { shape: 'GetBmp', intf: 2 }],
    ['dewlt', { shape: 'dewlt' }],
    [
      'dewlt that returns 0',
      { shape: 'dewlt', symbol: 'dewlt_returning_zero', success: 'non-negative' },
    ],
  ] as const)('is right with %s', async (_what, settings) => {
    const bmp = await decoderFor(settings).decode(wltWithSeed(77));
    expect(bmp.length).toBe(38_862);
    expect(firstDifference(rgbOfBmp(bmp), knownRgb(77))).toBe(-1);
    expect(await temporary.leftOver()).toEqual([]);
  });
});

describe('a library that refuses', () => {
  it.each([
    [-1, 'photo.get-bmp-undecodable'],
    [-5, 'photo.get-bmp-not-licensed'],
  ])('passes on code %i of GetBmp though there is a picture', async (code, expected) => {
    const decoder = decoderFor({ shape: 'GetBmp', symbol: 'GetBmp_code' });
    await expect(decoder.decode(wltWithSeed(code & 0xff))).rejects.toMatchObject({
      code: expected,
    });
    expect(await temporary.leftOver()).toEqual([]);
  });

  it('photo undecodable: reports the code of another shape', async () => {
    const decoder = decoderFor({ shape: 'unpack', symbol: 'unpack_refusing' });
    await expect(decoder.decode(wltWithSeed(1))).rejects.toMatchObject({
      code: 'photo.decoder-refused',
      data: { code: -1 },
    });
  });

  it('is asked about the port the settings name', async () => {
    const decoder = decoderFor({ shape: 'GetBmp', intf: 1 });
    await expect(decoder.decode(wltWithSeed(1))).rejects.toMatchObject({
      code: 'photo.get-bmp-no-reader',
    });
  });
});

describe('wrong photo size: a library that claims success', () => {
  it.each([
    ['writes too little', { shape: 'unpack', symbol: 'unpack_short' }, 20_100],
    ['writes too much', { shape: 'unpack', symbol: 'unpack_long' }, 39_556],
    ['writes a small BMP', { shape: 'dewlt', symbol: 'dewlt_wrong_size' }, 30_054],
  ] as const)('is found out when it %s', async (_what, settings, length) => {
    // A last byte that equals the buffer's random filling by chance (1 in 256) is not seen as written;
    // a file has no such doubt.
    const doubt = settings.shape === 'unpack' ? 15 : 0;
    const seen = await decoderFor(settings)
      .decode(wltWithSeed(1))
      .catch((caught: unknown) => caught);
    expect(seen).toMatchObject({ code: 'photo.wrong-output-length' });
    const found = Number((seen as PhotoError).data['length']);
    expect(found).toBeLessThanOrEqual(length);
    expect(found).toBeGreaterThanOrEqual(length - doubt);
    expect(await temporary.leftOver()).toEqual([]);
  });

  it.each([
    ['buffer', { shape: 'unpack', symbol: 'unpack_nothing' }],
    ['file', { shape: 'dewlt', symbol: 'dewlt_nothing' }],
  ] as const)('is found out when it leaves no %s', async (_what, settings) => {
    await expect(decoderFor(settings).decode(wltWithSeed(1))).rejects.toMatchObject({
      code: 'photo.no-output',
    });
  });
});

describe('a library with bad habits', () => {
  it('crashes without harm: typed error, raw photo intact, next photo decoded', async () => {
    const decoder = decoderFor({ shape: 'unpack', symbol: 'unpack_crash_on_cc' });
    const raw = wltWithSeed(0xcc);
    await expect(decoder.decode(raw)).rejects.toMatchObject({
      code: 'photo.decoder-crashed',
      data: { how: 'SIGSEGV' },
    });
    expect(raw).toEqual(wltWithSeed(0xcc));
    expect(await temporary.leftOver()).toEqual([]);
    const next = await decoder.decode(wltWithSeed(3));
    expect(firstDifference(rgbOfBmp(next), knownRgb(3))).toBe(-1);
  });

  it('hangs without harm: typed error, raw photo intact, next photo decoded', async () => {
    const settings = { shape: 'unpack', symbol: 'unpack_hang_on_dd', timeout: 1500 } as const;
    const decoder = decoderFor(settings);
    const raw = wltWithSeed(0xdd);
    await expect(decoder.decode(raw)).rejects.toMatchObject({ code: 'photo.decoder-timed-out' });
    expect(raw).toEqual(wltWithSeed(0xdd));
    const next = await decoder.decode(wltWithSeed(3));
    expect(firstDifference(rgbOfBmp(next), knownRgb(3))).toBe(-1);
  });

  it('leaves no photo on the disk when it is stopped', async () => {
    const decoder = decoderFor({ shape: 'dewlt', symbol: 'dewlt_hang', timeout: 500 });
    await expect(decoder.decode(wltWithSeed(1))).rejects.toMatchObject({
      code: 'photo.decoder-timed-out',
    });
    expect(await temporary.leftOver()).toEqual([]);
  });

  it('writes zp.bmp into a private folder that is gone afterwards', async () => {
    const decoder = decoderFor({ shape: 'unpack', flag: 311 });
    await decoder.decode(wltWithSeed(1));
    expect(await temporary.leftOver()).toEqual([]);
    await expect(readFile('zp.bmp')).rejects.toThrow('ENOENT');
  });

  it('leaks without harm: its process is replaced after so many photos', async () => {
    const decoder = decoderFor({
      shape: 'unpack',
      symbol: 'unpack_counting',
      photosPerProcess: 2,
    });
    const counts: (number | undefined)[] = [];
    for (let photo = 0; photo < 5; photo++) {
      counts.push(rgbOfBmp(await decoder.decode(wltWithSeed(1)))[0]);
    }
    expect(counts).toEqual([1, 2, 1, 2, 1]);
  });

  it('takes only narrow-character paths: it gets one whatever the user is called', async () => {
    const chinese = await useTemporaryFolder('张三-');
    try {
      const bmp = await decoderFor({ shape: 'dewlt' }).decode(wltWithSeed(8));
      expect(firstDifference(rgbOfBmp(bmp), knownRgb(8))).toBe(-1);
    } finally {
      await chinese.restore();
    }
  });
});

describe('a process that does not come up', () => {
  it('is reported as such', async () => {
    const launch: LaunchProcess = (entry) =>
      launchWithNode({ ...entry, execArgv: ['--import', 'data:text/javascript,process.exit(3)'] });
    const decoder = decoderFor({ shape: 'unpack' }, launch);
    await expect(decoder.decode(wltWithSeed(1))).rejects.toMatchObject({
      code: 'photo.decoder-not-started',
      data: { how: 'exit code 3' },
    });
  });

  it('is not started any more after dispose', async () => {
    const decoder = decoderFor({ shape: 'unpack', photosPerProcess: 1 });
    await decoder.decode(wltWithSeed(1));
    decoder.dispose();
    await expect(decoder.decode(wltWithSeed(1))).rejects.toMatchObject({
      code: 'photo.decoder-closed',
    });
  });
});
