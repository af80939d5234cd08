import { describe, expect, it } from 'vitest';
import { cameraSettingChoices } from '../../../renderer/settings/camera-choices.ts';
import { portChoices } from '../../../renderer/settings/port-choices.ts';
import { troubledSections } from '../../../renderer/settings/section-marks.ts';

describe('portChoices', () => {
  const words = { any: 'any', notListed: (port: string) => `${port} is out` };
  const ports = [
    { path: '/dev/ttyUSB0', label: 'CH340' },
    { path: '/dev/ttyS0', label: '/dev/ttyS0' },
  ];

  it('offers looking for the reader first, and tells ports by what they are', () => {
    expect(portChoices(ports, 'auto', words)).toEqual([
      { value: 'auto', label: 'any' },
      { value: '/dev/ttyUSB0', label: '/dev/ttyUSB0 · CH340' },
      { value: '/dev/ttyS0', label: '/dev/ttyS0' },
    ]);
  });

  it('keeps a port that is not plugged in', () => {
    expect(portChoices(ports, 'COM3', words).at(-1)).toEqual({
      value: 'COM3',
      label: 'COM3 is out',
    });
  });
});

describe('cameraSettingChoices', () => {
  const words = { first: 'first', missing: 'missing' };
  const cameras = [{ deviceId: 'a', label: 'A' }];

  it('offers the first camera, then each', () => {
    expect(cameraSettingChoices(cameras, 'a', words)).toEqual([
      { value: '', label: 'first' },
      { value: 'a', label: 'A' },
    ]);
  });

  it('keeps a camera that is not plugged in', () => {
    expect(cameraSettingChoices([], 'b', words)).toEqual([
      { value: '', label: 'first' },
      { value: 'b', label: 'missing' },
    ]);
  });
});

describe('troubledSections', () => {
  const none = { problems: {}, wasTried: false, refused: undefined };

  it('does not hold what is missing against anybody before it was tried to save', () => {
    const problems = { 'decoder.path': { kind: 'missing' } } as const;
    expect(troubledSections({ ...none, problems })).toEqual([]);
    expect(troubledSections({ ...none, problems, wasTried: true })).toEqual(['decoder']);
  });

  it('names each section once, in its order, with what the station refused', () => {
    const problems = {
      'screen.holdSeconds': { kind: 'range', from: 2, to: 120 },
      'decoder.path': { kind: 'path' },
      'decoder.timeout': { kind: 'range', from: 100, to: 60_000 },
    } as const;
    const error = { code: 'x', message: '', messageZh: '', data: {} };
    const refused = { field: 'compare.attempts', error } as const;
    expect(troubledSections({ problems, wasTried: false, refused })).toEqual([
      'decoder',
      'verdict',
      'screen',
    ]);
  });
});
