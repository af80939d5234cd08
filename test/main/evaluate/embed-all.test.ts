import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { embedAll, type EmbedAllSettings } from '../../../main/evaluate/embed-all.ts';
import type { FaceAnalyser } from '../../../main/face/types.ts';
import { syntheticAnalyser, syntheticChip, SyntheticFolder } from './synthetic-photographs.ts';
import { at } from './vectors.ts';

let folder: SyntheticFolder | undefined;
afterEach(() => folder?.remove());

const run = async (
  files: Readonly<Record<string, string | number>>,
  settings: Partial<EmbedAllSettings> & { readonly asChip?: boolean } = {},
): ReturnType<typeof embedAll> => {
  const { root } = (folder = await SyntheticFolder.create(files));
  const { asChip = false, ...rest } = settings;
  return embedAll(
    Object.keys(files).map((file) => ({ path: join(root, file), asChip })),
    { analysers: [syntheticAnalyser()], simulateChip: syntheticChip, ...rest },
  );
};

describe('embedding photographs', () => {
  it('keeps their order, whichever of several analysers looks at them', async () => {
    const analysers = [syntheticAnalyser(), syntheticAnalyser(), syntheticAnalyser()];
    const files = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`${i}.jpg`, i * 3]));
    const { full, unreadable } = await run(files, { analysers });
    expect(full).toEqual(Array.from({ length: 30 }, (_, i) => at(i * 3)));
    expect(unreadable).toEqual([]);
    expect(analysers.map(({ seen }) => seen.length > 0)).toEqual([true, true, true]);
    expect(analysers.reduce((sum, { seen }) => sum + seen.length, 0)).toBe(30);
  });

  it('embeds the chip photo of a face as an IDPic', async () => {
    const analyser = syntheticAnalyser();
    const { full, chip } = await run(
      { a: 10, b: '-', c: 310 },
      { analysers: [analyser], asChip: true },
    );
    expect(full).toEqual([at(10), undefined, at(310)]);
    expect(chip).toEqual([at(11), undefined, undefined]);
    expect(analyser.seen.map(({ type }) => type).sort()).toEqual([
      'FacePic',
      'FacePic',
      'FacePic',
      'IDPic',
      'IDPic',
    ]);
  });

  it('lists what cannot be read, in order, and goes on', async () => {
    const { root } = (folder = await SyntheticFolder.create({ a: '?', b: 10 }));
    const { full, unreadable } = await embedAll(
      ['missing', 'b', 'a'].map((file) => ({ path: join(root, file), asChip: false })),
      { analysers: [syntheticAnalyser()], simulateChip: syntheticChip },
    );
    expect(full).toEqual([undefined, at(10), undefined]);
    expect(unreadable).toMatchObject([
      { photograph: 0, code: 'evaluate.photograph-unreadable' },
      { photograph: 2, code: 'image.not-an-image' },
    ]);
  });

  it('fails when nothing can be read', async () => {
    await expect(run({ a: '?', b: '?' })).rejects.toMatchObject({
      code: 'evaluate.nothing-readable',
      data: { photographs: 2 },
    });
  });

  it('ends with the error of an engine that fails, and looks at no more photographs', async () => {
    const crash = new Error('the engine is gone');
    let calls = 0;
    const failing: FaceAnalyser = {
      models: {},
      analyse: () => {
        calls++;
        return Promise.reject(crash);
      },
    };
    const files = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`${i}`, i]));
    await expect(run(files, { analysers: [failing] })).rejects.toBe(crash);
    expect(calls).toBeLessThanOrEqual(2);
  });

  it('ends when an embedding is no direction', async () => {
    const broken = syntheticAnalyser();
    const analyser: FaceAnalyser = {
      models: {},
      analyse: async (images) => {
        const [analysis] = await broken.analyse(images);
        return [{ ...analysis!, face: { ...analysis!.face!, embedding: new Float32Array(2) } }];
      },
    };
    await expect(run({ a: 10 }, { analysers: [analyser] })).rejects.toMatchObject({
      code: 'evaluate.bad-embedding',
    });
  });

  it('reports its progress, unreadable photographs included', async () => {
    const progress: unknown[] = [];
    await run({ a: 1, b: '?', c: 3 }, { onProgress: (step) => progress.push(step) });
    expect(progress).toEqual([1, 2, 3].map((done) => ({ done, total: 3 })));
  });
});
