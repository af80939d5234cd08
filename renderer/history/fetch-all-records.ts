import type { CallOutcome, StationBridge } from '../../main/ipc/bridge.ts';
import type { CheckRecord, RecordQuery } from './history-types.ts';

/** Most records one question may ask for (the contract's). */
const most = 200;

/**
 * Every record that matches, page by page.
 *
 * @returns the first error instead, where a page could not be had.
 */
export const fetchAllRecords = async (
  bridge: Pick<StationBridge, 'listRecords'>,
  query: RecordQuery,
): Promise<CallOutcome<readonly CheckRecord[]>> => {
  const records: CheckRecord[] = [];
  for (;;) {
    const outcome = await bridge.listRecords({ ...query, offset: records.length, limit: most });
    if (!outcome.ok) return outcome;
    records.push(...outcome.value.records);
    // A page may come back empty while records expire.
    if (outcome.value.records.length === 0 || records.length >= outcome.value.total)
      return { ok: true, value: records };
  }
};
