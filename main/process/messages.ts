import type { ErrorDocument } from '../errors/witness-error.ts';

/** What a child can be asked, what it answers, and what it says of itself once it is ready. */
export interface CallContract {
  readonly request: unknown;
  readonly reply: unknown;
  readonly hello?: unknown;
}

/** What a parent sends its child. */
export interface CallMessage {
  readonly kind: 'call';
  readonly id: number;
  readonly request: unknown;
}

/** What a child sends its parent. */
export type ChildMessage =
  | { readonly kind: 'ready'; readonly hello: unknown }
  | { readonly kind: 'refused'; readonly error: ErrorDocument }
  | { readonly kind: 'reply'; readonly id: number; readonly reply: unknown }
  | { readonly kind: 'error'; readonly id: number; readonly error: ErrorDocument };

/** How a child let its parent down. */
export interface ChildFailure {
  readonly kind: 'crashed' | 'timed-out' | 'did-not-start' | 'disposed';
  readonly code: number | null;
  readonly signal: string | null;
  /** Milliseconds from the call (or the start) to the failure. */
  readonly afterMs: number;
}
