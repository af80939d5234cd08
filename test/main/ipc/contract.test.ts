import { describe, expect, expectTypeOf, it } from 'vitest';
import { instructions } from '../../../main/face/frame-advice.ts';
import { callNames, channelOf, eventNames } from '../../../main/ipc/channels.ts';
import { contract } from '../../../main/ipc/contract.ts';
import type { stageSchema } from '../../../main/ipc/stage-schema.ts';
import { frameAdviceSchema, type Instruction } from '../../../main/ipc/stage-schema.ts';
import type { CounterState } from '../../../main/station/counter-state.ts';

/** What a guest's page may do and hear: all else is the clerk's. Written down a second time. */
const everyones = [
  'currentStage',
  'currentPreferences',
  'answerConsent',
  'offerFrame',
  'reportCamera',
  'askForStaff',
  'finishVisit',
  'currentDemo',
  'demoPictures',
  'playScene',
  'liftDemoCard',
  'stageChanged',
  'preferencesChanged',
  'demoChanged',
];

describe('the contract', () => {
  it('gives a guest’s page only what is for everybody', () => {
    const forGuests = [
      ...callNames.filter((name) =>
        (contract.calls[name].roles as readonly string[]).includes('guest'),
      ),
      ...eventNames.filter((name) =>
        (contract.events[name].roles as readonly string[]).includes('guest'),
      ),
    ];
    expect(forGuests).toEqual(everyones);
  });

  it('gives a clerk’s page everything', () => {
    for (const name of callNames) expect(contract.calls[name].roles).toContain('clerk');
    for (const name of eventNames) expect(contract.events[name].roles).toContain('clerk');
  });

  it('has a schema for each name, and a name for each schema', () => {
    expect(Object.keys(contract.calls)).toEqual([...callNames]);
    expect(Object.keys(contract.events)).toEqual([...eventNames]);
    const channels = [...callNames, ...eventNames].map(channelOf);
    expect(new Set(channels).size).toBe(channels.length);
  });

  it('knows every phase of the counter, and every instruction', () => {
    expectTypeOf<(typeof stageSchema)['_output']['phase']>().toEqualTypeOf<CounterState['phase']>();
    expectTypeOf<Instruction>().toEqualTypeOf<(typeof instructions)[number]>();
    for (const instruction of instructions)
      expect(frameAdviceSchema.parse({ seen: true, instruction })).toEqual({
        seen: true,
        instruction,
      });
  });
});
