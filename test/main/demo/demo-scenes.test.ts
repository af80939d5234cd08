import { describe, expect, it } from 'vitest';
import { demoScenes, findScene } from '../../../main/demo/demo-scenes.ts';
import { demoPicture, demoPictures, pictureSize } from '../../../main/demo/demo-picture.ts';
import { demoViews, type DemoViewName } from '../../../main/demo/demo-views.ts';
import sharp from 'sharp';

describe('the scenes', () => {
  it('are found by their names, of which each has its own', () => {
    expect(new Set(demoScenes.map(({ id }) => id)).size).toBe(demoScenes.length);
    for (const scene of demoScenes) expect(findScene(scene.id)).toBe(scene);
  });

  it('that were never written are named with those that were', () => {
    expect(() => findScene('miracle')).toThrow(
      expect.objectContaining({
        code: 'demo.unknown-scene',
        data: { scene: 'miracle', scenes: demoScenes.map(({ id }) => id) },
      }) as Error,
    );
  });

  it('say in both languages what they are, and what is to be expected', () => {
    for (const { label, outcome } of demoScenes)
      for (const { en, zh } of [label, outcome]) {
        expect(en).toMatch(/[a-z]{3}/);
        expect(zh).toMatch(/[\u4e00-\u9fff]/);
      }
  });
});

describe('the pictures', () => {
  it.each(Object.keys(demoViews) as DemoViewName[])(
    'of the view %s are what a camera gives, and move a little',
    async (name) => {
      const pictures = await demoPictures(name);
      expect(pictures.length).toBeGreaterThan(3);
      for (const picture of pictures)
        expect(await sharp(picture).metadata()).toMatchObject({ format: 'jpeg', ...pictureSize });
      expect(new Set(pictures.map((picture) => Buffer.from(picture).toString('base64'))).size).toBe(
        pictures.length,
      );
    },
  );

  it('are plain bytes, which cross any wire', async () => {
    const picture = await demoPicture('nobody');
    expect(Object.getPrototypeOf(picture)).toBe(Uint8Array.prototype);
    expect(picture.byteLength).toBe(picture.buffer.byteLength);
  });
});
