import { describe, expect, it } from 'vitest';
import { addressPictures } from '../../../renderer/state/picture-addresses.ts';

const load = async (address: string | undefined): Promise<Response> => fetch(address!);

describe('addressPictures', () => {
  it.each([
    ['image/bmp', [0x42, 0x4d, 1]],
    ['image/jpeg', [0xff, 0xd8, 2]],
    ['image/webp', [0x52, 0x49, 3]],
  ])('lets the page load the bytes of %s', async (type, bytes) => {
    const { addresses, revoke } = addressPictures({ chip: Uint8Array.from(bytes) });
    const loaded = await load(addresses.chip);
    expect(loaded.headers.get('content-type')).toBe(type);
    expect([...new Uint8Array(await loaded.arrayBuffer())]).toEqual(bytes);
    revoke();
  });

  it('gives no address to a picture that there is not', () => {
    const { addresses, revoke } = addressPictures({ frame: Uint8Array.of(0xff, 0xd8) });
    expect(Object.keys(addresses)).toEqual(['frame']);
    revoke();
  });

  it('leaves nothing to load once revoked', async () => {
    const pictures = { chip: Uint8Array.of(1), frame: Uint8Array.of(2) };
    const { addresses, revoke } = addressPictures(pictures);
    revoke();
    await expect(load(addresses.chip)).rejects.toThrow();
    await expect(load(addresses.frame)).rejects.toThrow();
  });
});
