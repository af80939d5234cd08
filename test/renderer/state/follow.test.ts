import { describe, expect, it } from 'vitest';
import type { CallOutcome } from '../../../main/ipc/bridge.ts';
import { follow } from '../../../renderer/state/follow.ts';
import type { Followed } from '../../../renderer/state/followed.ts';

const error = { code: 'ipc.sub-frame', message: 'Refused.', messageZh: '已拒绝。', data: {} };

/** A station whose first answer comes when the test says so. */
const start = () => {
  let tell: (value: string) => void = () => undefined;
  let answer: (answer: CallOutcome<string>) => void = () => undefined;
  let isHeard = true;
  const seen: Followed<string>[] = [];
  const stop = follow<string>(
    () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
    (listener) => {
      tell = listener;
      return () => {
        isHeard = false;
      };
    },
    (followed) => seen.push(followed),
  );
  const answerNow = async (value: CallOutcome<string>): Promise<void> => {
    answer(value);
    await Promise.resolve();
  };
  const change = (value: string): void => {
    tell(value);
  };
  return { seen, stop, change, answerNow, isHeard: () => isHeard };
};

describe('follow', () => {
  it('starts with how things are, and goes on with each change', async () => {
    const { seen, change, answerNow } = start();
    await answerNow({ ok: true, value: 'waiting' });
    change('reading');
    expect(seen).toEqual([
      { kind: 'known', value: 'waiting' },
      { kind: 'known', value: 'reading' },
    ]);
  });

  it('does not go back to an answer that a change has overtaken', async () => {
    const { seen, change, answerNow } = start();
    change('reading');
    await answerNow({ ok: true, value: 'waiting' });
    expect(seen).toEqual([{ kind: 'known', value: 'reading' }]);
  });

  it('tells why the station did not answer', async () => {
    const { seen, answerNow } = start();
    await answerNow({ ok: false, error });
    expect(seen).toEqual([{ kind: 'failed', error }]);
  });

  it('says nothing more once it is stopped', async () => {
    const { seen, stop, answerNow, isHeard } = start();
    stop();
    await answerNow({ ok: true, value: 'reading' });
    expect(isHeard()).toBe(false);
    expect(seen).toEqual([]);
  });
});
