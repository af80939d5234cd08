import { createCloudauthEngine } from '../cloud/cloudauth-engine.ts';
import { CloudError } from '../cloud/cloud-error.ts';
import type { CloudEngine } from '../cloud/consent.ts';
import { readCloudCredentials } from '../cloud/credentials.ts';
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
  const { provider, endpoint, tencent, proxy, caFile, timeout } = settings;
  const way = {
    timeoutMs: timeout,
    proxy,
    ...(caFile !== undefined && { ca: readAuthorities(caFile) }),
  };
  switch (provider) {
    case 'cloudauth':
      return createCloudauthEngine({ ...way, endpoint });
    case 'tencent': {
      const { siteTable, ...account } = tencent;
      return createTencentEngine({ ...way, ...account, ...(siteTable && { siteTable }) });
    }
  }
};

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
