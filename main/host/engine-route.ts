import { createCloudauthEngine } from '../cloud/cloudauth-engine.ts';
import { readCloudCredentials } from '../cloud/credentials.ts';
import { createRoute } from '../cloud/route.ts';
import { CloudError } from '../cloud/cloud-error.ts';
import type { CompareEngine } from '../compare/contract.ts';
import type { WitnessError } from '../errors/witness-error.ts';
import type { Settings } from '../settings/settings.ts';
import type { CounterParts } from '../station/counter.ts';

/**
 * The engine each guest gets, as the settings and the guest's consent say.
 *
 * @param onFallback - told when a cloud could not be reached and this machine compared instead.
 * @throws CloudError `cloud.endpoint-invalid`
 */
export const engineRoute = (
  { route, cloud }: Settings['engine'],
  local: CompareEngine,
  onFallback: (error: WitnessError) => void,
): Pick<CounterParts, 'engineFor' | 'asksForCloud'> => {
  if (route === 'local') return { asksForCloud: false, engineFor: () => local };
  const { endpoint, timeout } = cloud;
  const way = createRoute(route, {
    local,
    cloud: createCloudauthEngine({ endpoint, timeoutMs: timeout }),
    onFallback: (_engine, error) => {
      onFallback(error);
    },
  });
  return {
    asksForCloud: way.asksForCloudConsent,
    engineFor: (consent) => way.for({ toCloud: consent.cloud }),
  };
};

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
