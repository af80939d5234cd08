import { describe, expect, it } from 'vitest';
import { bridgeChipOf } from '../../../main/serial/bridge-chips.ts';
import { listCandidatePorts } from '../../../main/serial/candidate-ports.ts';

const noDevices = (): Promise<string[]> => Promise.resolve([]);

describe('bridgeChipOf', () => {
  it.each([
    ['1a86', '7523', 'CH340'],
    ['10C4', 'EA60', 'CP210x'],
    ['067b', '2303', 'PL2303'],
    ['0403', '6001', 'FT232'],
    ['0403', '9999', undefined],
    [undefined, undefined, undefined],
  ])('%s:%s is %s', (vendor, product, chip) => {
    expect(bridgeChipOf(vendor, product)).toBe(chip);
  });
});

describe('listCandidatePorts', () => {
  it('puts known bridge chips first, then other USB, then the rest, each in the order of the system', async () => {
    const ports = await listCandidatePorts({
      list: () =>
        Promise.resolve([
          { path: 'COM1' },
          { path: 'COM5', vendorId: '2341', productId: '0043' },
          { path: 'COM2' },
          { path: 'COM7', vendorId: '1a86', productId: '7523' },
          { path: 'COM9', vendorId: '10c4', productId: 'ea60' },
        ]),
      listDevices: noDevices,
    });
    expect(ports.map(({ path, chip }) => [path, chip])).toEqual([
      ['COM7', 'CH340'],
      ['COM9', 'CP210x'],
      ['COM5', null],
      ['COM1', null],
      ['COM2', null],
    ]);
  });

  it('adds USB devices that the system does not describe, once each', async () => {
    const ports = await listCandidatePorts({
      list: () =>
        Promise.resolve([
          { path: '/dev/ttyS0' },
          { path: '/dev/ttyUSB0', vendorId: '1A86', productId: '7523' },
        ]),
      listDevices: () =>
        Promise.resolve(['null', 'tty0', 'ttyUSB0', 'ttyCH341USB0', 'ttyACM0', 'ttyS1']),
    });
    expect(ports.map(({ path }) => path)).toEqual([
      '/dev/ttyUSB0',
      '/dev/ttyACM0',
      '/dev/ttyCH341USB0',
      '/dev/ttyS0',
    ]);
  });

  it('goes on when one way of listing fails: udevadm may be missing', async () => {
    const missing = (): Promise<never> => Promise.reject(new Error('spawn udevadm ENOENT'));
    expect(
      await listCandidatePorts({ list: missing, listDevices: () => Promise.resolve(['ttyUSB3']) }),
    ).toEqual([{ path: '/dev/ttyUSB3', chip: null, usb: true }]);
    expect(await listCandidatePorts({ list: missing, listDevices: missing })).toEqual([]);
  });

  it('lists the ports of this computer without failing', async () => {
    for (const { path } of await listCandidatePorts()) expect(path).not.toBe('');
  });
});
