import { describe, expect, it } from 'vitest';
import { summariesOf } from '../../../renderer/desk/device-summary.ts';
import type { Devices } from '../../../renderer/desk/desk-types.ts';
import { wellDevices } from '../gallery/station-answers.ts';

const error = { code: 'engine.timed-out', en: 'No answer.', zh: '没有响应。' };
const warning = { code: 'drift.scores-lower', en: 'Lower.', zh: '偏低。' };

describe('the summary of the engine', () => {
  const engineWith = (engine: Partial<Devices['engine']>): unknown =>
    summariesOf({ ...wellDevices, engine: { ...wellDevices.engine, ...engine } }).engine;

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
  const { cloud } = summariesOf({ ...wellDevices, cloud: { state: 'no-keys' } });
  expect(cloud).toMatchObject({ word: 'no-keys', tone: 'fail' });
});
