import { describe, expect, it } from 'vitest';
import type { ShownDevices } from '../../../main/ipc/device-schema.ts';
import { summariesOf } from '../../../renderer/desk/device-summary.ts';
import { wellDevices } from '../gallery/station-answers.ts';

const error = { code: 'some.trouble', en: 'Trouble.', zh: '有问题。' };
const warning = { code: 'drift.scores-lower', en: 'Lower.', zh: '偏低。' };

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

describe('the summary of the engine', () => {
  const engineWith = (engine: Partial<ShownDevices['engine']>): unknown =>
    summaries({ engine: { ...wellDevices.engine, ...engine } }).engine;

  it('is green only where nothing is wrong', () => {
    expect(engineWith({})).toEqual({ word: 'ready', tone: 'pass', error: undefined });
  });

  it.each([
    ['restarting', 'review'],
    ['failed', 'fail'],
  ] as const)('says that it is %s, and why', (state, tone) => {
    expect(engineWith({ state, error, warning })).toEqual({ word: state, tone, error });
  });

  it('keeps the failure of one that runs again, before what its scores warn of', () => {
    expect(engineWith({ error, warning })).toEqual({ word: 'warned', tone: 'review', error });
    expect(engineWith({ warning })).toEqual({ word: 'warned', tone: 'review', error: warning });
  });
});

it('takes a cloud without keys for broken', () => {
  const { cloud } = summaries({ cloud: { state: 'no-keys' } });
  expect(cloud).toMatchObject({ word: 'no-keys', tone: 'fail' });
});
