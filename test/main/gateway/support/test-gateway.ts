import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CompareEngine } from '../../../../main/compare/contract.ts';
import type { ServedRequest } from '../../../../main/gateway/http-server.ts';
import { KeyStore } from '../../../../main/gateway/key-store.ts';
import { makeKey, type NewKey } from '../../../../main/gateway/make-key.ts';
import {
  openGateway,
  type Gateway,
  type GatewayOptions,
} from '../../../../main/gateway/open-gateway.ts';
import { gatewaySettingsSchema } from '../../../../main/settings/gateway-settings.ts';
import { capturedKey } from '../captured/cloudauth-calls.ts';
import { capturedPair } from '../captured/tencent-requests.ts';
import { colourEngine } from './colour-engine.ts';

/** Settings as a file would have them, and what else a test wants different. */
export interface TestGatewayOptions extends Omit<Partial<GatewayOptions>, 'settings'> {
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly engine?: CompareEngine;
}

export interface TestGateway extends Gateway {
  readonly port: number;
  readonly folder: string;
  readonly keys: KeyStore;
  /** Every request that was answered so far. */
  readonly served: readonly ServedRequest[];
  readonly addKey: (key: Partial<NewKey> & Pick<NewKey, 'api'>) => Promise<void>;
}

/**
 * A gateway on ports of its own, in a folder of its own unless told of one, that knows the two keys
 * of the captured requests. Its engine tells colours apart.
 */
export const startTestGateway = async (options: TestGatewayOptions = {}): Promise<TestGateway> => {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'witness-gateway-')));
  const keys = new KeyStore(folder);
  const addKey: TestGateway['addKey'] = async (key) => {
    await makeKey(keys, { from: [], note: 'test', ...key }, new Date());
  };
  if ((await keys.list()).length === 0) {
    await addKey({ api: 'cloudauth', existing: capturedKey });
    const { appId, secretId: id, secretKey: secret } = capturedPair;
    await addKey({ api: 'tencent', appId, existing: { id, secret } });
  }
  const served: ServedRequest[] = [];
  const gateway = await openGateway({
    engine: colourEngine(),
    ...options,
    folder,
    settings: gatewaySettingsSchema.parse({
      host: '127.0.0.1',
      port: 0,
      metricsPort: 0,
      rate: { requests: 100_000 },
      ...options.settings,
    }),
    onServed: (request) => served.push(request),
  });
  return {
    ...gateway,
    port: Number(new URL(gateway.address).port),
    folder,
    keys,
    served,
    addKey,
    close: async () => {
      await gateway.close();
      if (options.folder === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
};
