import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CompareEngine } from '../../../main/compare/contract.ts';
import { StationGateway } from '../../../main/host/station-gateway.ts';
import { gatewaySettingsSchema } from '../../../main/settings/gateway-settings.ts';

const engine: CompareEngine = {
  name: 'local',
  compareFaces: () => Promise.reject(new Error('nobody compares here')),
};

let folder: string;
const open: StationGateway[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'witness-station-gateway-'));
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((gateway) => gateway.close()));
  await rm(folder, { recursive: true });
});

/** Opens a gateway; `told` resolves with the first thing it tells. */
const start = (set: object, hasFile = true) => {
  const addresses: (string | undefined)[] = [];
  const errors: string[] = [];
  let tell = (): void => undefined;
  const told = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const gateway = new StationGateway({
    engine,
    engineRestarts: () => 0,
    settings: gatewaySettingsSchema.parse({ port: 0, metricsPort: 0, ...set }),
    settingsFile: hasFile ? join(folder, 'settings.json') : undefined,
    onAddress: (address) => {
      addresses.push(address);
      tell();
    },
    onError: ({ code }) => {
      errors.push(code);
      tell();
    },
  });
  open.push(gateway);
  return { gateway, addresses, errors, told };
};

describe('the gateway of a station', () => {
  it('serves where the settings enable it, tells where, and ends with the station', async () => {
    const { gateway, addresses, told } = start({ enabled: true });
    await told;
    const address = addresses[0]!;
    const answer = await fetch(`${address}/face/compare`, { method: 'POST' });
    expect(await answer.json()).toMatchObject({ code: expect.any(Number) as number });
    await gateway.close();
    expect(addresses).toEqual([address, undefined]);
    await expect(fetch(address)).rejects.toThrow();
  });

  it.each([
    ['is not enabled', { enabled: false }, true],
    ['has no place for keys, as in a demonstration', { enabled: true }, false],
  ])('does not serve where it %s', async (_why, set, hasFile) => {
    const { gateway, addresses, errors } = start(set, hasFile);
    await gateway.close();
    expect({ addresses, errors }).toEqual({ addresses: [], errors: [] });
  });

  it('says why it cannot serve, and holds nothing up', async () => {
    const taken: Server = createServer();
    await new Promise<void>((resolve) => taken.listen(0, 'localhost', resolve));
    const { port } = taken.address() as AddressInfo;
    const { gateway, addresses, errors, told } = start({ enabled: true, port });
    await told;
    expect({ addresses, errors }).toEqual({ addresses: [], errors: ['gateway.port-taken'] });
    await gateway.close();
    taken.close();
  });
});
