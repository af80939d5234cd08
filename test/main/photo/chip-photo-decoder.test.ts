import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ChipPhotoDecoder } from '../../../main/photo/chip-photo-decoder.ts';
import {
  firstDifference,
  knownRgb,
  rgbOfBmp,
  wltWithSeed,
} from '../../native-bridge/photo-decoder/known-picture.ts';
import { commandFor } from './command-scripts.ts';
import { librarySettings } from './library-settings.ts';
import { useTemporaryFolder, type TemporaryFolder } from './temporary-folder.ts';

const webpBlock = async (): Promise<{ webp: Uint8Array; raw: Uint8Array }> => {
  const picture = sharp({ create: { width: 102, height: 126, channels: 3, background: '#a98' } });
  const webp = new Uint8Array(await picture.webp({ quality: 1 }).toBuffer());
  const raw = new Uint8Array(1024);
  raw.set(webp);
  return { webp, raw };
};

describe('ChipPhotoDecoder', () => {
  let temporary: TemporaryFolder;
  beforeEach(async () => {
    temporary = await useTemporaryFolder();
  });
  afterEach(async () => {
    await temporary.restore();
  });

  it('passes a WebP on as it is, without padding and without a decoder', async () => {
    const { webp, raw } = await webpBlock();
    const photo = await new ChipPhotoDecoder({ kind: 'none' }).decode(raw);
    expect(photo).toEqual({ format: 'webp', image: webp, decodedBy: undefined });
  });

  it('makes a BMP of a WLT with the decoder of the settings, and names it', async () => {
    const photo = await new ChipPhotoDecoder(commandFor('good')).decode(wltWithSeed(12));
    expect(photo).toMatchObject({ format: 'bmp', decodedBy: 'node' });
    expect(firstDifference(rgbOfBmp(photo.image), knownRgb(12))).toBe(-1);
  });

  it('says how to set up a decoder when a WLT comes and there is none', async () => {
    const decoding = new ChipPhotoDecoder({ kind: 'none' }).decode(wltWithSeed(12));
    await expect(decoding).rejects.toMatchObject({ code: 'photo.no-decoder' });
    await expect(decoding).rejects.toThrow('`decoder` in the settings');
  });

  it('photo undecodable: rejects with a typed error; the raw photo stays with the caller', async () => {
    const raw = wltWithSeed(12);
    const decoding = new ChipPhotoDecoder(commandFor('refuses')).decode(raw);
    await expect(decoding).rejects.toMatchObject({
      name: 'PhotoError',
      code: 'photo.command-failed',
    });
    expect(raw).toEqual(wltWithSeed(12));
  });

  it('wrong photo size: rejects before any decoder is asked', async () => {
    const decoder = new ChipPhotoDecoder(commandFor('crashes'));
    await expect(decoder.decode(wltWithSeed(12).subarray(1))).rejects.toMatchObject({
      code: 'photo.wrong-length',
    });
  });

  it('decodes what was handed over, though the caller clears the block at once', async () => {
    const raw = wltWithSeed(12);
    const decoding = new ChipPhotoDecoder(commandFor('good')).decode(raw);
    raw.fill(0);
    expect(firstDifference(rgbOfBmp((await decoding).image), knownRgb(12))).toBe(-1);
  });

  it('decodes one photo at a time, in order', async () => {
    const lock = join(temporary.path, 'lock');
    const decoder = new ChipPhotoDecoder(commandFor('exclusive', { args: [lock] }));
    const photos = await Promise.all([1, 2, 3].map((seed) => decoder.decode(wltWithSeed(seed))));
    const blues = photos.map(({ image }) => rgbOfBmp(image)[2]);
    expect(blues).toEqual([1, 2, 3]);
  });

  it('decodes the next photo after one that failed', async () => {
    const lock = join(temporary.path, 'lock');
    await mkdir(lock);
    const decoder = new ChipPhotoDecoder(
      commandFor('exclusive', { args: [lock], timeout: 25_000 }),
    );
    const results = await Promise.allSettled([
      decoder.decode(new Uint8Array(1024)),
      decoder.decode(wltWithSeed(1)),
      decoder.check(),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
  });

  it('tells for which photos the port of the reader must be free', async () => {
    const { raw: webp } = await webpBlock();
    const wltRs = new ChipPhotoDecoder(librarySettings({ shape: 'GetBmp' }));
    expect(wltRs.needsReader(wltWithSeed(1))).toBe(true);
    expect(wltRs.needsReader(webp)).toBe(false);
    expect(wltRs.needsReader(new Uint8Array(1024))).toBe(false);
    const dewlt = new ChipPhotoDecoder(librarySettings({ shape: 'dewlt' }));
    expect(dewlt.needsReader(wltWithSeed(1))).toBe(false);
    expect(new ChipPhotoDecoder({ kind: 'none' }).needsReader(wltWithSeed(1))).toBe(false);
  });

  it('fails what runs and what waits when it is disposed', async () => {
    const decoder = new ChipPhotoDecoder(commandFor('hangs'));
    const decoding = Promise.allSettled([1, 2].map((seed) => decoder.decode(wltWithSeed(seed))));
    decoder.dispose();
    expect(await decoding).toMatchObject([
      { reason: { code: 'photo.decoder-closed' } },
      { reason: { code: 'photo.decoder-closed' } },
    ]);
  });
});
