import type { ErrorDocument } from '../errors/witness-error.ts';
import { callNames, channelOf, eventNames, type CallName, type EventName } from './channels.ts';
import type { CallReply, CallRequest, EventPayload } from './contract.ts';

/**
 * How a call ended. Errors are values on this way: an exception loses everything but its English
 * sentence where it crosses from one process to another.
 */
export type CallOutcome<Value = unknown> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: ErrorDocument };

type Arguments<Request> = undefined extends Request ? [] : [request: Request];

type Calls = {
  readonly [Name in CallName]: (
    ...request: Arguments<CallRequest<Name>>
  ) => Promise<CallOutcome<CallReply<Name>>>;
};

type Subscriptions = {
  /** Calls back with each event; returns the way to stop. */
  readonly [Name in EventName as `on${Capitalize<Name>}`]: (
    listener: (payload: EventPayload<Name>) => void,
  ) => () => void;
};

/** The station as a page sees it: one function per call and per event, and nothing else. */
export type StationBridge = Calls & Subscriptions;

/** What carries calls and events: Electron's IPC, a web socket, or a test. */
export interface Wire {
  invoke(channel: string, request: unknown): Promise<unknown>;
  listen(channel: string, listener: (payload: unknown) => void): () => void;
}

/**
 * Builds the page's end of the contract. A page can reach no channel that is not in it.
 *
 * @example
 * ```ts
 * const outcome = await createBridge(wire).submitFrames({ visit, frames });
 * if (!outcome.ok) show(outcome.error.messageZh);
 * ```
 */
export const createBridge = (wire: Wire): StationBridge => {
  const calls = callNames.map((name) => [
    name,
    (request: unknown) => wire.invoke(channelOf(name), request),
  ]);
  const subscriptions = eventNames.map((name) => [
    `on${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    (listener: (payload: unknown) => void) => wire.listen(channelOf(name), listener),
  ]);
  return Object.fromEntries([...calls, ...subscriptions]) as StationBridge;
};
