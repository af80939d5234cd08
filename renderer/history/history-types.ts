import type { CallReply, CallRequest } from '../../main/ipc/contract.ts';

/** A finished check, as it is kept. */
export type CheckRecord = CallReply<'listRecords'>['records'][number];
export type Figures = CallReply<'figures'>;
export type FiguresRange = CallRequest<'figures'>;
export type RecordQuery = CallRequest<'listRecords'>;
export type Verdict = CheckRecord['verdict'];
export type ReviewReason = CheckRecord['reasons'][number];

/** In the order in which people count them. */
export const verdicts = ['pass', 'review', 'fail'] as const satisfies readonly Verdict[];
