import { describe, expect, it } from 'vitest';
import type { ShownStage } from '../../../main/ipc/stage-schema.ts';
import { chimeOf } from '../../../renderer/sound/chime-of.ts';

/** As much of a stage as is listened to. */
const at = (phase: ShownStage['phase'], verdict?: 'pass' | 'review' | 'fail'): ShownStage =>
  ({ phase, ...(verdict && { verdict }) }) as ShownStage;

const [waiting, looking, comparing] = [at('waiting-for-card'), at('looking'), at('comparing')];

describe('what is heard', () => {
  it.each([
    ['a card that is read', waiting, at('reading'), 'card-found'],
    ['the camera', at('consent'), looking, 'look'],
    ['a pass', comparing, at('result', 'pass'), 'pass'],
    ['a review', comparing, at('result', 'review'), 'review'],
    ['a fail', comparing, at('result', 'fail'), 'fail'],
    ['a clerk’s decision', at('result', 'review'), at('result', 'pass'), 'pass'],
    ['a problem', waiting, at('problem'), 'problem'],
  ])('is the chime of %s', (_what, before, after, chime) => {
    expect(chimeOf(before, after)).toBe(chime);
  });

  it.each([
    [
      'the same result, of which something else changed',
      at('result', 'pass'),
      at('result', 'pass'),
    ],
    ['another look after a comparison', comparing, looking],
    ['the same turn', looking, looking],
    ['the same problem', at('problem'), at('problem')],
    ['a guest who is asked', at('reading'), at('consent')],
    ['a comparison', looking, comparing],
    ['a counter that waits', at('result', 'pass'), waiting],
    ['a station that starts', waiting, at('starting')],
  ])('is nothing of %s', (_what, before, after) => {
    expect(chimeOf(before, after)).toBeUndefined();
  });
});
