import type { CompareFacesRequest, CompareFacesResult } from '../compare/contract.ts';
import type { GatewaySettings } from '../settings/gateway-settings.ts';
import type { FetchPhotograph } from './cloudauth-images.ts';
import type { KeyStore } from './key-store.ts';
import type { RequestMemory } from './request-memory.ts';

/** What both APIs answer with. */
export interface GatewayParts {
  readonly keys: Pick<KeyStore, 'find' | 'knowsAppId'>;
  readonly memory: Pick<RequestMemory, 'remember' | 'count'>;
  readonly now: () => Date;
  /** Waits for its turn with the engine. */
  readonly compare: (
    request: CompareFacesRequest,
    gone: AbortSignal,
  ) => Promise<CompareFacesResult>;
  /** Left out, photographs given by their address are refused. */
  readonly fetch?: FetchPhotograph;
  /** Counts requests with keys there are none of. @returns 0, or the milliseconds to wait. */
  readonly countStranger: (address: string) => Promise<number>;
  readonly settings: Pick<GatewaySettings, 'cloudauth' | 'tencent'>;
}
