import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  findCalibration,
  listCalibrations,
  listPopulations,
  readCalibration,
} from '../../../main/compare/load-calibration.ts';
import { sampleCalibration } from './sample-calibration.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'calibration-'));
});
afterEach(() => rm(folder, { recursive: true }));

const put = (file: string, population: string): Promise<void> =>
  writeFile(join(folder, file), JSON.stringify(sampleCalibration({ population })));

describe('finding a calibration', () => {
  it('takes the one for everyone where none is chosen', async () => {
    await put('a.json', 'lfw-mix');
    await put('b.json', 'everyone');
    expect((await findCalibration({ shipped: folder })).population).toBe('everyone');
  });

  it('goes by the population, not by the name of the file', async () => {
    await put('east-asian.json', 'site-12');
    expect((await findCalibration({ shipped: folder }, 'site-12')).population).toBe('site-12');
  });

  it('finds one that a site measured, beside those of the product', async () => {
    const site = join(folder, 'site');
    await mkdir(site);
    await put('a.json', 'everyone');
    await put('site/b.json', 'site-12');
    const folders = { shipped: folder, site };
    expect((await findCalibration(folders, 'site-12')).population).toBe('site-12');
    expect((await findCalibration(folders)).population).toBe('everyone');
  });

  it('does without a folder of the site', async () => {
    await put('a.json', 'everyone');
    const folders = { shipped: folder, site: join(folder, 'none') };
    expect((await findCalibration(folders)).population).toBe('everyone');
  });

  it('lists the populations there are when the wanted one is not among them', async () => {
    await put('a.json', 'lfw-mix');
    await put('b.json', 'site-12');
    await expect(findCalibration({ shipped: folder }, 'nordic')).rejects.toMatchObject({
      code: 'calibration.unknown-population',
      data: { population: 'nordic', available: ['lfw-mix', 'site-12'] },
    });
  });

  it('does not choose between two for one population', async () => {
    await put('a.json', 'site-12');
    await put('b.json', 'site-12');
    await expect(findCalibration({ shipped: folder }, 'site-12')).rejects.toMatchObject({
      code: 'calibration.ambiguous-population',
      data: { files: [join(folder, 'a.json'), join(folder, 'b.json')] },
    });
  });

  it('refuses a table whose thresholds were edited after they were measured', async () => {
    const text = JSON.stringify(sampleCalibration({ population: 'everyone' }));
    await writeFile(
      join(folder, 'a.json'),
      text.replaceAll('"threshold":0.5,', '"threshold":0.46,'),
    );
    await expect(findCalibration({ shipped: folder })).rejects.toMatchObject({
      code: 'calibration.edited',
      data: { file: 'a.json' },
    });
  });

  it('says what is missing in one from before people with a comparison were counted', async () => {
    const calibration = sampleCalibration({ population: 'everyone' });
    const tables = calibration.tables.map(({ genuinePeople: _, ...table }) => table);
    await writeFile(join(folder, 'a.json'), JSON.stringify({ ...calibration, tables }));
    await expect(findCalibration({ shipped: folder })).rejects.toMatchObject({
      code: 'calibration.invalid',
      data: { file: 'a.json', where: 'tables.0.genuinePeople' },
    });
  });

  it('lets what a site measured go before what came with the product', async () => {
    const site = join(folder, 'site');
    await mkdir(site);
    await put('a.json', 'everyone');
    const own = sampleCalibration({
      population: 'everyone',
      engine: { name: 'local', pipeline: 'own' },
    });
    await writeFile(join(site, 'own.json'), JSON.stringify(own));
    expect(await findCalibration({ shipped: folder, site })).toEqual(own);
  });

  it('fails on a damaged file that is, or may be, the wanted one', async () => {
    const site = join(folder, 'site');
    await mkdir(site);
    await put('a.json', 'everyone');
    const folders = { shipped: folder, site };
    await writeFile(join(site, 'b.json'), '{"population":"everyone"}');
    await expect(findCalibration(folders)).rejects.toMatchObject({
      code: 'calibration.invalid',
      data: { file: 'b.json' },
    });
    await writeFile(join(site, 'b.json'), '{');
    await expect(findCalibration(folders)).rejects.toMatchObject({
      code: 'calibration.invalid',
      data: { file: 'b.json', where: 'JSON' },
    });
  });

  it('is not kept by a damaged file from finding another one', async () => {
    await put('a.json', 'everyone');
    await writeFile(join(folder, 'b.json'), '{"population":"site-12","format":1}');
    expect((await findCalibration({ shipped: folder })).population).toBe('everyone');
  });

  it('lists none when one is damaged, but the names of all', async () => {
    await put('a.json', 'everyone');
    await put('c.json', 'everyone');
    await writeFile(join(folder, 'b.json'), '{"population":"site-12","format":1}');
    expect(await listPopulations({ shipped: folder })).toEqual(['everyone', 'site-12']);
    await expect(listCalibrations({ shipped: folder })).rejects.toMatchObject({
      code: 'calibration.invalid',
      data: { file: 'b.json' },
    });
  });

  it('says that the folder is missing', async () => {
    await expect(findCalibration({ shipped: join(folder, 'none') })).rejects.toMatchObject({
      code: 'calibration.unreadable',
    });
  });

  it('says that a file is missing', async () => {
    await expect(readCalibration(join(folder, 'none.json'))).rejects.toMatchObject({
      code: 'calibration.unreadable',
      data: { file: 'none.json' },
    });
  });
});
