import { describe, expect, it } from 'vitest';
import { createMemoryRecordStore } from '../../../main/records/memory-record-store.ts';
import { recordPageSchema, recordQuerySchema } from '../../../main/records/record-store.ts';
import { sampleRecord } from './sample-records.ts';

const query = (changes: Parameters<typeof recordQuerySchema.parse>[0] = {}) =>
  recordQuerySchema.parse(changes);
const storeWith = async (count: number, maximum?: number) => {
  const store = createMemoryRecordStore(maximum === undefined ? {} : { maximum });
  const records = Array.from({ length: count }, () => sampleRecord());
  for (const record of records) await store.put(record);
  return { store, ids: records.map(({ id }) => id), records };
};
const idsOf = async (
  store: ReturnType<typeof createMemoryRecordStore>,
  changes: Parameters<typeof recordQuerySchema.parse>[0] = {},
): Promise<readonly string[]> => (await store.list(query(changes))).records.map(({ id }) => id);

describe('a store of records in memory', () => {
  it('lists the newest first, page by page, and tells how many there are', async () => {
    const { store, ids } = await storeWith(5);
    const newest = ids.toReversed();
    expect(await idsOf(store)).toEqual(newest);
    expect(await idsOf(store, { offset: 1, limit: 2 })).toEqual(newest.slice(1, 3));
    const page = await store.list(query({ offset: 4, limit: 2 }));
    expect(recordPageSchema.parse(page)).toEqual(page);
    expect(page).toMatchObject({ total: 5, records: [{ id: ids[0] }] });
    expect(await store.list(query({ offset: 9 }))).toEqual({ records: [], total: 5 });
  });

  it('replaces a record of the same id, where it was', async () => {
    const { store, ids, records } = await storeWith(3);
    await store.put({ ...records[0]!, verdict: 'fail' });
    expect(await idsOf(store)).toEqual(ids.toReversed());
    expect(await idsOf(store, { verdicts: ['fail'] })).toEqual([ids[0]]);
  });

  it('lists and counts only what is asked for', async () => {
    const { store } = await storeWith(2);
    const odd = sampleRecord({ reasons: ['card-data-odd'], verdict: 'review' });
    await store.put(odd);
    expect(await store.list(query({ reasons: ['card-data-odd'] }))).toEqual({
      records: [odd],
      total: 1,
    });
  });

  it('cannot be changed from outside, neither by what went in nor by what came out', async () => {
    const store = createMemoryRecordStore();
    const record = sampleRecord();
    const before = structuredClone(record);
    await store.put(record);
    record.verdict = 'fail';
    const { records } = await store.list(query());
    records[0]!.name = '测试甲';
    expect((await store.list(query())).records).toEqual([before]);
  });

  it('forgets the oldest beyond as many as it may hold', async () => {
    const { store, ids } = await storeWith(4, 3);
    expect(await idsOf(store)).toEqual(ids.slice(1).toReversed());
  });

  it('forgets what ended before an instant, and tells how many', async () => {
    const store = createMemoryRecordStore();
    const endings = ['2026-03-07T11:59:59.999Z', '2026-03-07T12:00:00Z', '2026-03-08T00:00:00Z'];
    for (const endedAt of endings) await store.put(sampleRecord({ endedAt }));
    expect(await store.forgetBefore('2026-03-07T12:00:00.000Z')).toBe(1);
    expect(await store.forgetBefore('2026-03-07T12:00:00.000Z')).toBe(0);
    expect((await store.list(query())).records.map(({ endedAt }) => endedAt)).toEqual(
      endings.slice(1).toReversed(),
    );
  });

  it('counts what it holds', async () => {
    const { store } = await storeWith(2);
    const range = { from: '2026-03-10T00:00:00Z', to: '2026-03-11T00:00:00Z', utcOffset: 480 };
    expect(await store.figures(range)).toMatchObject({ pass: 2, review: 0, fail: 0 });
  });
});
