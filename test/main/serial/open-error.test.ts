import { describe, expect, it } from 'vitest';
import { openErrorOf } from '../../../main/serial/open-error.ts';

describe('openErrorOf', () => {
  it.each([
    [
      'linux',
      'Error: No such file or directory, cannot open /dev/ttyUSB9',
      'reader.port-not-found',
    ],
    ['linux', 'Error: No such device or address, cannot open /dev/ttyS9', 'reader.port-not-found'],
    ['linux', 'Error Resource temporarily unavailable Cannot lock port', 'reader.port-busy'],
    ['linux', 'Error: Device or resource busy, cannot open /dev/ttyUSB0', 'reader.port-busy'],
    ['linux', 'Error: Permission denied, cannot open /dev/ttyUSB0', 'reader.port-denied'],
    ['darwin', 'Error: Resource busy, cannot open /dev/tty.usbserial', 'reader.port-busy'],
    ['win32', 'Opening COM9: File not found', 'reader.port-not-found'],
    ['win32', 'Opening COM3: Access denied', 'reader.port-busy'],
    ['win32', 'Opening COM3: Unknown error code 32', 'reader.port-busy'],
    ['win32', 'Opening COM3: Unknown error code 31', 'reader.port-not-found'],
    ['win32', 'Opening COM3: Unknown error code 433', 'reader.port-not-found'],
    ['linux', 'Port is locked cannot open', 'reader.port-busy'],
    ['linux', 'Error: Input/output error setting custom baud rate of 9600', 'reader.port-failed'],
    ['win32', 'Opening COM3: Unknown error code 317', 'reader.port-failed'],
  ] as const)('%s: “%s” is %s', (platform, message, code) => {
    const cause = new Error(message);
    expect(openErrorOf(cause, 'PORT', platform)).toMatchObject({
      code,
      data: { port: 'PORT' },
      cause,
    });
  });

  it('passes the reason on when it knows no better', () => {
    const error = openErrorOf(
      new Error('Error: Is a directory, cannot open /tmp'),
      '/tmp',
      'linux',
    );
    expect(error.data['reason']).toBe('Is a directory, cannot open /tmp');
  });
});
