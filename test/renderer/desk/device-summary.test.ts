import { describe, expect, it } from 'vitest';
import type { ShownDevices } from '../../../main/ipc/device-schema.ts';
import { summariesOf } from '../../../renderer/desk/device-summary.ts';
import { wellDevices } from '../gallery/station-answers.ts';

const error = { code: 'some.trouble', en: 'Trouble.', zh: '有问题。' };

const summaries = (changes: Partial<ShownDevices>) => summariesOf({ ...wellDevices, ...changes });

describe('how devices are', () => {
  it('is well where everything is, and still where something is off', () => {
    const found = Object.entries(summaries({})).map(([name, { tone }]) => [name, tone]);
    expect(Object.fromEntries(found)).toEqual({
      ...{ reader: 'pass', camera: 'pass', engine: 'pass', decoder: 'pass' },
      ...{ gateway: 'neutral', cloud: 'neutral' },
    });
  });

  it.each(['denied', 'missing', 'busy', 'failed'] as const)(
    'names what is wrong with a camera: %s',
    (problem) => {
      const { camera } = summaries({ camera: { state: 'problem', problem, choices: [] } });
      expect(camera).toMatchObject({ word: problem, tone: 'fail' });
    },
  );

  it('says of a camera without a known problem that it has one', () => {
    const { camera } = summaries({ camera: { state: 'problem', choices: [] } });
    expect(camera).toMatchObject({ word: 'problem', tone: 'fail' });
  });

  it('has a warning of an engine that goes on comparing, which is no failure', () => {
    const { engine } = wellDevices;
    expect(summaries({ engine: { ...engine, warning: error } }).engine).toEqual({
      ...{ word: 'warned', tone: 'review', error },
    });
    expect(summaries({ engine: { ...engine, state: 'failed', error } }).engine).toEqual({
      ...{ word: 'failed', tone: 'fail', error },
    });
  });

  it('calls for a look where no decoder is set, or one failed', () => {
    expect(summaries({ decoder: { kind: 'none' } }).decoder).toMatchObject({
      ...{ word: 'none', tone: 'review' },
    });
    expect(summaries({ decoder: { kind: 'command', lastError: error } }).decoder).toEqual({
      ...{ word: 'failing', tone: 'review', error },
    });
  });

  it('has what kept reader, gateway and cloud from working', () => {
    const { reader, gateway, cloud } = summaries({
      reader: { state: 'recovering', counters: {}, error },
      gateway: { state: 'failed', error },
      cloud: { state: 'failing', provider: 'cloudauth', lastError: error },
    });
    expect(reader).toEqual({ word: 'recovering', tone: 'review', error });
    expect(gateway).toEqual({ word: 'failed', tone: 'fail', error });
    expect(cloud).toEqual({ word: 'failing', tone: 'fail', error });
  });
});
