import { describe, expect, it } from 'vitest';
import type { StationBridge } from '../../../main/ipc/bridge.ts';
import type { ShownState } from '../../../main/ipc/contract.ts';
import { followState } from '../../../renderer/state/follow-state.ts';

type Answer = Awaited<ReturnType<StationBridge['currentState']>>;

/** A station whose first answer comes when the test says so. */
const follow = () => {
  let tell: (state: ShownState) => void = () => undefined;
  let answer: (answer: Answer) => void = () => undefined;
  let isHeard = true;
  const seen: ShownState[] = [];
  const stop = followState(
    {
      currentState: () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
      onStateChanged: (listener) => {
        tell = listener;
        return () => {
          isHeard = false;
        };
      },
    },
    (state) => seen.push(state),
  );
  const answerNow = async (value: Answer): Promise<void> => {
    answer(value);
    await Promise.resolve();
  };
  const change = (state: ShownState): void => {
    tell(state);
  };
  return { seen, stop, change, answerNow, isHeard: () => isHeard };
};

describe('followState', () => {
  it('starts with where the counter stands, and goes on with each change', async () => {
    const { seen, change, answerNow } = follow();
    await answerNow({ ok: true, value: { phase: 'waiting-for-card' } });
    change({ phase: 'reading' });
    expect(seen).toEqual([{ phase: 'waiting-for-card' }, { phase: 'reading' }]);
  });

  it('does not go back to an answer that a change has overtaken', async () => {
    const { seen, change, answerNow } = follow();
    change({ phase: 'reading' });
    await answerNow({ ok: true, value: { phase: 'waiting-for-card' } });
    expect(seen).toEqual([{ phase: 'reading' }]);
  });

  it('shows why the station did not answer', async () => {
    const { seen, answerNow } = follow();
    const error = { code: 'ipc.sub-frame', message: 'Refused.', messageZh: '已拒绝。', data: {} };
    await answerNow({ ok: false, error });
    expect(seen).toEqual([
      {
        phase: 'problem',
        error: { code: 'ipc.sub-frame', en: 'Refused.', zh: '已拒绝。' },
        remedy: 'restart',
      },
    ]);
  });

  it('says nothing more once it is stopped', async () => {
    const { seen, stop, answerNow, isHeard } = follow();
    stop();
    await answerNow({ ok: true, value: { phase: 'reading' } });
    expect(isHeard()).toBe(false);
    expect(seen).toEqual([]);
  });
});
