import type { IncomingHttpHeaders } from 'node:http';

/** A request as both APIs see it. */
export interface GatewayRequest {
  /** Upper-case UUID: `RequestId` of CloudAuth, `session_id` of Tencent, and in the log. */
  readonly id: string;
  readonly method: string;
  /** What follows the `?` of the address, as it came. */
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
  /** Names of the headers in small letters, each as often as it came. */
  readonly headerNames: readonly string[];
  readonly remoteAddress: string;
  /** Aborted when the caller has gone. */
  readonly gone: AbortSignal;
  /** Reads all of the body. @throws BodyRefused */
  readonly readBody: () => Promise<Buffer>;
}

/** What is sent back, and what is counted and logged of it. */
export interface GatewayAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The dialect's own code, for metrics and log. */
  readonly code: string;
  /** What went wrong inside, where something did. */
  readonly error?: unknown;
}
