import { createCloudauthEngine } from '../cloud/cloudauth-engine.ts';
import type { CloudEngine } from '../cloud/consent.ts';
import { readCloudCredentials } from '../cloud/credentials.ts';
import { createRoute } from '../cloud/route.ts';
import { CloudError } from '../cloud/cloud-error.ts';
import type { CompareEngine } from '../compare/contract.ts';
import type { WitnessError } from '../errors/witness-error.ts';
import type { Settings } from '../settings/settings.ts';
import type { CounterParts } from '../station/counter.ts';

export interface EngineRouteEvents {
  /** Told when a cloud could not be reached and this machine compared instead. */
  readonly onFallback: (error: WitnessError) => void;
  /** Told of each comparison that a cloud answered. */
  readonly onCloudAnswer: () => void;
}

/**
 * The engine each guest gets, as the settings and the guest's consent say.
 *
 * @throws CloudError `cloud.endpoint-invalid`
 */
export const engineRoute = (
  { route, cloud }: Settings['engine'],
  local: CompareEngine,
  { onFallback, onCloudAnswer }: EngineRouteEvents,
): Pick<CounterParts, 'engineFor' | 'asksForCloud'> => {
  if (route === 'local') return { asksForCloud: false, engineFor: () => local };
  const { endpoint, timeout } = cloud;
  const way = createRoute(route, {
    local,
    cloud: tellingAnswers(createCloudauthEngine({ endpoint, timeoutMs: timeout }), onCloudAnswer),
    onFallback: (_engine, error) => {
      onFallback(error);
    },
  });
  return {
    asksForCloud: way.asksForCloudConsent,
    engineFor: (consent) => way.for({ toCloud: consent.cloud }),
  };
};

const tellingAnswers = (cloud: CloudEngine, onAnswer: () => void): CloudEngine => ({
  name: cloud.name,
  for: (consent) => {
    const engine = cloud.for(consent);
    return {
      name: engine.name,
      compareFaces: async (request) => {
        const result = await engine.compareFaces(request);
        onAnswer();
        return result;
      },
    };
  },
});

/** Whether the environment has what a cloud engine signs with. */
export const hasCloudCredentials = (): boolean => {
  try {
    readCloudCredentials();
    return true;
  } catch (caught) {
    if (caught instanceof CloudError) return false;
    throw caught;
  }
};
