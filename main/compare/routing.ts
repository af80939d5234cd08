import type { ErrorDocument } from '../errors/witness-error.ts';
import type { CompareFacesResult } from './contract.ts';

/**
 * Who compares: this machine; a cloud; a cloud, with this machine where the way to it fails; this
 * machine, and then a cloud for scores a person would have to look into; or both, which must agree.
 */
export const engineRoutes = [
  'local',
  'cloud',
  'cloud-with-local-fallback',
  'local-then-cloud',
  'both-agree',
] as const;
export type EngineRoute = (typeof engineRoutes)[number];

/** What one engine came to: its own result, or why it has none. */
export type EngineAnswer =
  | { readonly engine: string; readonly result: Omit<CompareFacesResult, 'routing'> }
  | { readonly engine: string; readonly error: ErrorDocument };

/** How a comparison found its engine, and what each engine that was asked said. */
export interface Routing {
  readonly rule: EngineRoute;
  /** In the order they were asked. */
  readonly answers: readonly EngineAnswer[];
}

/** Whether this machine may compare by itself for a guest who wants no picture sent to a cloud. */
export const comparesWithoutCloud = (route: EngineRoute): boolean =>
  route !== 'cloud' && route !== 'both-agree';

/**
 * In how many ways one attempt may pass. Who is turned back by one engine and asked about at another
 * has had two chances, and the FAR is divided over them (docs/decisions/0003).
 */
export const chancesOf = (rule: EngineRoute | undefined): 1 | 2 =>
  rule === 'local-then-cloud' ? 2 : 1;
