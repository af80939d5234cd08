import type { CallOutcome } from '../../main/ipc/bridge.ts';

/** Why a call failed, as it crosses the wire. */
export type CallError = Extract<CallOutcome, { readonly ok: false }>['error'];

/** Something of the station's, as far as the page knows it. */
export type Followed<Value> =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'known'; readonly value: Value }
  | { readonly kind: 'failed'; readonly error: CallError };

/** Nothing heard yet. */
export const waiting: Followed<never> = { kind: 'waiting' };

/** What a call came to, as something followed. */
export const followedOf = <Value>(outcome: CallOutcome<Value>): Followed<Value> =>
  outcome.ok ? { kind: 'known', value: outcome.value } : { kind: 'failed', error: outcome.error };

/** The value, where it is known. */
export const knownOf = <Value>(followed: Followed<Value>): Value | undefined =>
  followed.kind === 'known' ? followed.value : undefined;
