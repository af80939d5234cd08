import type { CompareEngine } from '../compare/contract.ts';
import type { WitnessError } from '../errors/witness-error.ts';
import { isWitnessError } from '../errors/witness-error.ts';
import { CloudError } from './cloud-error.ts';
import { isGiven, type CloudConsent, type CloudEngine } from './consent.ts';
import { isWayFailure } from './way-failures.ts';

/** Which engine is asked: this machine's, the cloud's, or the cloud's and else this machine's. */
export type RouteName = 'local' | 'cloud' | 'cloud-with-local-fallback';

/** What a route leads to. */
export interface RouteEngines {
  readonly local: CompareEngine;
  readonly cloud: CloudEngine;
  /** Told each time the cloud could not answer and this machine is asked instead: for the log. */
  readonly onFallback: (engine: string, error: WitnessError) => void;
}

/** A route as the settings choose it, still without a guest. */
export interface GuestRoute {
  /** Whether guests have to be asked before their pictures leave this machine. */
  readonly asksForCloudConsent: boolean;
  /**
   * The engine for one guest.
   *
   * Without consent to the cloud the local engine compares where the route knows one.
   *
   * @throws {CloudError} `cloud.no-consent` where the cloud is the only way.
   */
  for(consent: CloudConsent): CompareEngine;
}

/**
 * The way a comparison takes. `engine` of a result says who answered; `fellBackFrom` is there where
 * it should have been another, and says why it was not.
 *
 * Only a failure of the way to the cloud falls back ({@link isWayFailure}). No face, a refused key or
 * a reply that makes no sense are passed on as they are.
 *
 * @example
 * ```ts
 * const route = createRoute(settings.engine.route, { local, cloud, onFallback });
 * const engine = route.for({ toCloud: guestAgreed });
 * ```
 */
export const createRoute = (route: RouteName, engines: RouteEngines): GuestRoute => ({
  asksForCloudConsent: route !== 'local',
  for: (consent) => {
    if (route === 'local') return engines.local;
    if (isGiven(consent)) {
      const cloud = engines.cloud.for(consent);
      return route === 'cloud' ? cloud : withFallback(cloud, engines);
    }
    if (route === 'cloud') throw new CloudError('cloud.no-consent');
    return engines.local;
  },
});

const withFallback = (
  cloud: CompareEngine,
  { local, onFallback }: Pick<RouteEngines, 'local' | 'onFallback'>,
): CompareEngine => ({
  name: `${cloud.name}-else-${local.name}`,
  compareFaces: async (request) => {
    try {
      return await cloud.compareFaces(request);
    } catch (error) {
      if (!isWitnessError(error) || !isWayFailure(error)) throw error;
      onFallback(cloud.name, error);
      const result = await local.compareFaces(request);
      return { ...result, fellBackFrom: { engine: cloud.name, error: error.toJSON() } };
    }
  },
});
