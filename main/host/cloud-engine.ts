import { createCloudauthEngine } from '../cloud/cloudauth-engine.ts';
import type { CloudCallOptions } from '../cloud/cloud-call.ts';
import { CloudError } from '../cloud/cloud-error.ts';
import type { CloudEngine } from '../cloud/consent.ts';
import { readCloudCredentials } from '../cloud/credentials.ts';
import { checkCloudauth, checkTencent, type ServiceCheck } from '../cloud/service-check.ts';
import { createTencentEngine } from '../cloud/tencent-engine.ts';
import { readTencentCredentials } from '../cloud/tencent-credentials.ts';
import { readAuthorities } from '../cloud/transport.ts';
import type { Settings } from '../settings/settings.ts';

type CloudSettings = Settings['engine']['cloud'];

/**
 * The cloud engine that the settings choose. Its keys are read from the environment at each comparison.
 *
 * @throws {CloudError} `cloud.endpoint-invalid`, `cloud.proxy-invalid`, `cloud.ca-unreadable`,
 *   `cloud.no-app-id`
 */
export const openCloudEngine = (settings: CloudSettings): CloudEngine => {
  const { provider, endpoint, tencent } = settings;
  const way = wayTo(settings);
  switch (provider) {
    case 'cloudauth':
      return createCloudauthEngine({ ...way, endpoint });
    case 'tencent': {
      const { siteTable, ...account } = tencent;
      return createTencentEngine({ ...way, ...account, ...(siteTable && { siteTable }) });
    }
  }
};

/**
 * Asks the service that the settings choose whether it accepts key and clock, without a comparison.
 *
 * @throws {CloudError} as {@link openCloudEngine}
 */
export const checkCloud = async (settings: CloudSettings): Promise<ServiceCheck> => {
  const { provider, endpoint, tencent } = settings;
  const way = wayTo(settings);
  switch (provider) {
    case 'cloudauth':
      return checkCloudauth({ ...way, endpoint });
    case 'tencent':
      return checkTencent({ ...way, endpoint: tencent.endpoint, appId: tencent.appId });
  }
};

const wayTo = ({ proxy, caFile, timeout }: CloudSettings): Omit<CloudCallOptions, 'endpoint'> => ({
  timeoutMs: timeout,
  proxy,
  ...(caFile !== undefined && { ca: readAuthorities(caFile) }),
});

const readers = {
  cloudauth: readCloudCredentials,
  tencent: readTencentCredentials,
} as const satisfies Record<CloudSettings['provider'], () => unknown>;

/** Whether there is what the engine of a provider signs with. */
export const hasCloudCredentials = (provider: CloudSettings['provider']): boolean => {
  try {
    readers[provider]();
    return true;
  } catch (caught) {
    if (caught instanceof CloudError) return false;
    throw caught;
  }
};
