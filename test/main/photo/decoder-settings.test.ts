import { describe, expect, it } from 'vitest';
import { decoderSettingsSchema } from '../../../main/photo/decoder-settings.ts';

const parse = (settings: unknown) => decoderSettingsSchema.safeParse(settings);
const library = { kind: 'library', path: '/opt/decoder/libwlt.so' };
const layout = { orientation: 'bottom-up', channelOrder: 'RGB' };

describe('decoderSettingsSchema', () => {
  it('fills in what is known of each shape', () => {
    expect(decoderSettingsSchema.parse({ ...library, shape: 'unpack', ...layout })).toEqual({
      ...library,
      ...layout,
      shape: 'unpack',
      symbol: 'unpack',
      success: 1,
      flag: 0,
      needsReader: false,
      timeout: 5000,
      photosPerProcess: 100,
    });
    expect(decoderSettingsSchema.parse({ ...library, shape: 'GetBmp' })).toMatchObject({
      symbol: 'GetBmp',
      success: 1,
      intf: 1,
      needsReader: true,
    });
    expect(decoderSettingsSchema.parse({ ...library, shape: 'Huaxu_Wlt2Bmp' })).toMatchObject({
      success: 0,
    });
  });

  it('takes another function name, success rule and flag', () => {
    const settings = {
      ...library,
      ...layout,
      shape: 'unpack',
      symbol: 'ZKID_PHunpack',
      success: 'non-negative',
      flag: 310,
    };
    expect(decoderSettingsSchema.parse(settings)).toMatchObject(settings);
  });

  it('takes a command, and no decoder at all', () => {
    expect(decoderSettingsSchema.parse({ kind: 'command', command: 'wlt2bmp' })).toEqual({
      kind: 'command',
      command: 'wlt2bmp',
      args: [],
      needsReader: false,
      timeout: 10_000,
    });
    expect(decoderSettingsSchema.parse({ kind: 'none' })).toEqual({ kind: 'none' });
  });

  it('does not guess how raw pixels lie', () => {
    expect(parse({ ...library, shape: 'unpack' }).success).toBe(false);
    expect(parse({ ...library, shape: 'wlt2Bmp', orientation: 'upright' }).success).toBe(false);
  });

  it.each([
    ['a relative library path', { ...library, shape: 'dewlt', path: './dewlt.so' }],
    ['a path with a zero byte', { ...library, shape: 'dewlt', path: '/opt/a\0b' }],
    ['an unknown shape', { ...library, shape: 'decode' }],
    ['a misspelt setting', { ...library, shape: 'dewlt', timeOut: 3 }],
    ['a symbol that is no name', { ...library, shape: 'dewlt', symbol: 'a b' }],
    ['a port kind other than 1 and 2', { ...library, shape: 'GetBmp', intf: 3 }],
    ['an endless time-out', { ...library, shape: 'dewlt', timeout: 600_000 }],
    ['a relative command', { kind: 'command', command: './decode' }],
    ['an empty command', { kind: 'command', command: '' }],
  ])('refuses %s', (_what, settings) => {
    expect(parse(settings).success).toBe(false);
  });
});
