import type { CheckRecord } from './check-record.ts';
import { figuresOf } from './figures.ts';
import { matches } from './match-record.ts';
import type { RecordStore } from './record-store.ts';

/** More than a busy counter makes in a month of two-minute checks. */
const usualMaximum = 20_000;

export interface MemoryRecordStoreOptions {
  /** Records that are kept; beyond them the oldest is forgotten. */
  readonly maximum?: number;
}

/** A record store that lasts as long as the process. */
export const createMemoryRecordStore = ({
  maximum = usualMaximum,
}: MemoryRecordStoreOptions = {}): RecordStore => {
  /** In the order in which they were first put: oldest first. */
  const records = new Map<string, CheckRecord>();
  return {
    put: (record) => {
      records.set(record.id, structuredClone(record));
      const [oldest] = records.keys();
      if (records.size > maximum && oldest !== undefined) records.delete(oldest);
      return Promise.resolve();
    },
    list: (query) => {
      const found = [...records.values()].filter((record) => matches(record, query)).reverse();
      const page = found.slice(query.offset, query.offset + query.limit);
      return Promise.resolve({ records: structuredClone(page), total: found.length });
    },
    figures: (range) => Promise.resolve(figuresOf([...records.values()], range)),
    forgetBefore: (instant) => {
      const before = Date.parse(instant);
      const old = [...records.values()].filter(({ endedAt }) => Date.parse(endedAt) < before);
      for (const { id } of old) records.delete(id);
      return Promise.resolve(old.length);
    },
  };
};
