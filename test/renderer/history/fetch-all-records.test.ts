import { describe, expect, it } from 'vitest';
import { createMemoryRecordStore } from '../../../main/records/memory-record-store.ts';
import { recordQuerySchema, type RecordStore } from '../../../main/records/record-store.ts';
import { fetchAllRecords } from '../../../renderer/history/fetch-all-records.ts';
import { sampleRecord } from '../../main/records/sample-records.ts';

/** The page in sight, which is not where the export begins. */
const inSight = { offset: 50, limit: 50 };

const storeOf = async (count: number): Promise<RecordStore> => {
  const store = createMemoryRecordStore();
  for (let index = 0; index < count; index += 1) await store.put(sampleRecord());
  return store;
};

describe('all records that match', () => {
  it.each([0, 200, 450])('are %d, each once, from the first on', async (count) => {
    const store = await storeOf(count);
    const outcome = await fetchAllRecords(
      {
        listRecords: async (asked) => ({
          ok: true,
          value: await store.list(recordQuerySchema.parse(asked)),
        }),
      },
      inSight,
    );
    const records = outcome.ok ? outcome.value : [];
    expect(new Set(records.map(({ id }) => id)).size).toBe(count);
    expect(records).toHaveLength(count);
  });

  it('are as many as there are left when records expire meanwhile', async () => {
    const store = await storeOf(300);
    const outcome = await fetchAllRecords(
      {
        listRecords: async (asked) => {
          const query = recordQuerySchema.parse(asked);
          if (query.offset > 0) await store.forgetBefore('9999-01-01T00:00:00.000Z');
          return { ok: true, value: { ...(await store.list(query)), total: 300 } };
        },
      },
      inSight,
    );
    expect(outcome).toMatchObject({ ok: true, value: { length: 200 } });
  });

  it('are an error where a page cannot be had', async () => {
    const error = { code: 'x', message: 'x', messageZh: 'x', data: {} };
    const outcome = await fetchAllRecords(
      { listRecords: () => Promise.resolve({ ok: false, error } as never) },
      inSight,
    );
    expect(outcome).toEqual({ ok: false, error });
  });
});
