import { useEffect, useState } from 'react';
import type { StationBridge } from '../../main/ipc/bridge.ts';
import type { CallReply, CallRequest } from '../../main/ipc/contract.ts';
import { followAnswer } from './follow-answer.ts';
import { waiting, type Followed } from './followed.ts';

/**
 * One page of finished checks, asked for again when records change. While another page is on its
 * way, the last one stays.
 *
 * @param query - a new object asks anew; keep it between renderings.
 */
export const useRecords = (
  bridge: StationBridge,
  query: CallRequest<'listRecords'>,
): Followed<CallReply<'listRecords'>> => {
  const [page, setPage] = useState<Followed<CallReply<'listRecords'>>>(waiting);
  useEffect(
    () => followAnswer(() => bridge.listRecords(query), bridge.onRecordsChanged, setPage),
    [bridge, query],
  );
  return page;
};

/**
 * Counts over a span of time, counted again when records change.
 *
 * @param range - a new object asks anew; keep it between renderings.
 */
export const useFigures = (
  bridge: StationBridge,
  range: CallRequest<'figures'>,
): Followed<CallReply<'figures'>> => {
  const [figures, setFigures] = useState<Followed<CallReply<'figures'>>>(waiting);
  useEffect(
    () => followAnswer(() => bridge.figures(range), bridge.onRecordsChanged, setFigures),
    [bridge, range],
  );
  return figures;
};
