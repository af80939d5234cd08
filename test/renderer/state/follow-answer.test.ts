import { describe, expect, it } from 'vitest';
import type { CallOutcome } from '../../../main/ipc/bridge.ts';
import { followAnswer } from '../../../renderer/state/follow-answer.ts';
import type { Followed } from '../../../renderer/state/followed.ts';

/** A station that answers each question when the test says so. */
const start = () => {
  const questions: ((outcome: CallOutcome<number>) => void)[] = [];
  let change: () => void = () => undefined;
  const seen: Followed<number>[] = [];
  const stop = followAnswer<number>(
    () => new Promise((resolve) => questions.push(resolve)),
    (listener) => {
      change = listener;
      return () => {
        change = () => undefined;
      };
    },
    (followed) => seen.push(followed),
  );
  const answer = async (question: number, value: number): Promise<void> => {
    questions[question]!({ ok: true, value });
    await Promise.resolve();
    await Promise.resolve();
  };
  return {
    questions,
    seen,
    stop,
    answer,
    change: () => {
      change();
    },
  };
};

describe('followAnswer', () => {
  it('asks again when the answer may have changed', async () => {
    const { seen, answer, change } = start();
    await answer(0, 1);
    change();
    await answer(1, 2);
    expect(seen).toEqual([
      { kind: 'known', value: 1 },
      { kind: 'known', value: 2 },
    ]);
  });

  it('serves any number of changes during one question with one further question', async () => {
    const { questions, answer, change } = start();
    change();
    change();
    change();
    await answer(0, 1);
    expect(questions).toHaveLength(2);
    await answer(1, 2);
    expect(questions).toHaveLength(2);
  });

  it('tells why there is no answer', async () => {
    const { questions, seen } = start();
    const error = { code: 'records.locked', message: 'Locked.', messageZh: '已锁定。', data: {} };
    questions[0]!({ ok: false, error });
    await Promise.resolve();
    expect(seen).toEqual([{ kind: 'failed', error }]);
  });

  it('neither tells nor asks anything once it is stopped', async () => {
    const { questions, seen, stop, answer, change } = start();
    change();
    stop();
    await answer(0, 1);
    expect(seen).toEqual([]);
    expect(questions).toHaveLength(1);
  });
});
