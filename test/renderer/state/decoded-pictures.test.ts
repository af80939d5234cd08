import { afterEach, describe, expect, it, vi } from 'vitest';
import { decodePictures, letGo } from '../../../renderer/state/decoded-pictures.ts';

const closed = vi.fn<(bytes: readonly number[]) => void>();

/** Stands for the browser's decoder: knows a picture by its first byte, 1. */
const decode = async (blob: Blob): Promise<unknown> => {
  const bytes = [...new Uint8Array(await blob.arrayBuffer())];
  if (bytes[0] !== 1) throw new DOMException('', 'InvalidStateError');
  return {
    bytes,
    close: () => {
      closed(bytes);
    },
  };
};

afterEach(() => {
  vi.unstubAllGlobals();
  closed.mockReset();
});

describe('the pictures of a visit', () => {
  it('are decoded as they came', async () => {
    vi.stubGlobal('createImageBitmap', decode);
    const pictures = { chip: Uint8Array.of(1, 2), frame: Uint8Array.of(1, 3) };
    expect(await decodePictures(pictures)).toMatchObject({
      chip: { bytes: [1, 2] },
      frame: { bytes: [1, 3] },
    });
  });

  it('are what there is of them: none that is missing, and none that is no picture', async () => {
    vi.stubGlobal('createImageBitmap', decode);
    expect(Object.keys(await decodePictures({ frame: Uint8Array.of(1) }))).toEqual(['frame']);
    const pictures = { chip: Uint8Array.of(9), frame: Uint8Array.of(1) };
    expect(Object.keys(await decodePictures(pictures))).toEqual(['frame']);
  });

  it('leave no memory behind once let go', async () => {
    vi.stubGlobal('createImageBitmap', decode);
    letGo(await decodePictures({ chip: Uint8Array.of(1, 2), frame: Uint8Array.of(1, 3) }));
    expect(closed.mock.calls).toEqual([[[1, 2]], [[1, 3]]]);
    letGo({});
  });
});
