import { describe, expect, it } from 'vitest';
import type { CheckRecord } from '../../../main/records/check-record.ts';
import { RecordQueue } from '../../../main/station/record-queue.ts';
import { sampleRecord } from '../records/sample-records.ts';

/** A store that puts each record when the test says so. */
const open = () => {
  const put: CheckRecord[] = [];
  const waiting: { readonly record: CheckRecord; readonly end: (error?: Error) => void }[] = [];
  const queue = new RecordQueue({
    put: (record) =>
      new Promise((resolve, reject) => {
        const end = (error?: Error): void => {
          if (error) {
            reject(error);
            return;
          }
          put.push(record);
          resolve();
        };
        waiting.push({ record, end });
      }),
  });
  return { queue, put, waiting };
};
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const first = sampleRecord({ verdict: 'review' });
const later = { ...first, verdict: 'pass' } as const;

describe('the queue of records', () => {
  it('puts one after the other, so that what was later stays', async () => {
    const { queue, put, waiting } = open();
    const both = [queue.put(first), queue.put(later)];
    await turn();
    expect(waiting.map(({ record }) => record)).toEqual([first]);
    waiting[0]!.end();
    await turn();
    waiting[1]!.end();
    await Promise.all(both);
    expect(put).toEqual([first, later]);
  });

  it('goes on after a failure, of which only its caller hears', async () => {
    const { queue, put, waiting } = open();
    const failing = queue.put(first);
    const next = queue.put(later);
    await turn();
    waiting[0]!.end(new Error('disk full'));
    await expect(failing).rejects.toThrow('disk full');
    await turn();
    waiting[1]!.end();
    await next;
    expect(put).toEqual([later]);
  });

  it('tells of each record that was put, and of none that was not', async () => {
    const { queue, waiting } = open();
    let told = 0;
    const off = queue.onRecord(() => {
      told += 1;
    });
    const failing = queue.put(first);
    await turn();
    waiting[0]!.end(new Error('disk full'));
    await expect(failing).rejects.toThrow();
    expect(told).toBe(0);
    const kept = queue.put(first);
    await turn();
    waiting[1]!.end();
    await kept;
    expect(told).toBe(1);
    off();
    const unheard = queue.put(first);
    await turn();
    waiting[2]!.end();
    await unheard;
    expect(told).toBe(1);
  });

  it('is settled when everything given is put, or has failed', async () => {
    const { queue, waiting } = open();
    let isSettled = false;
    const failing = queue.put(first);
    const settled = queue.settled().then(() => {
      isSettled = true;
    });
    await turn();
    expect(isSettled).toBe(false);
    waiting[0]!.end(new Error('disk full'));
    await expect(failing).rejects.toThrow();
    await settled;
  });
});
