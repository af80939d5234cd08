import { dirname } from 'node:path';
import type { CompareEngine } from '../compare/contract.ts';
import { toWitnessError } from '../errors/unexpected-error.ts';
import type { WitnessError } from '../errors/witness-error.ts';
import { logServed } from '../gateway/log-served.ts';
import { gatewayFolder, openGateway, type Gateway } from '../gateway/open-gateway.ts';
import { settingsOfEnvironment } from '../gateway/settings-of-environment.ts';
import { createLogger } from '../log/logger.ts';
import type { GatewaySettings } from '../settings/gateway-settings.ts';

export interface StationGatewayOptions {
  readonly engine: CompareEngine;
  readonly engineRestarts: () => number;
  readonly settings: GatewaySettings;
  /** Its keys lie beside it; without a file there is no gateway. */
  readonly settingsFile: string | undefined;
  /** Told where it serves, and with undefined that it does not any more. */
  readonly onAddress: (address: string | undefined) => void;
  /** Told why it does not serve. Guests are received all the same. */
  readonly onError: (error: WitnessError) => void;
}

/**
 * The gateway of a station, where the settings enable it. It opens beside the counter, which waits for
 * nothing here: guests stand at it, and a certificate or a Redis server may be missing.
 */
export class StationGateway {
  readonly #opened: Promise<Gateway | undefined>;
  readonly #options: StationGatewayOptions;

  constructor(options: StationGatewayOptions) {
    this.#options = options;
    this.#opened = this.#open();
  }

  /** Lets the requests being answered finish. May be called before it has opened. */
  async close(): Promise<void> {
    const gateway = await this.#opened;
    if (gateway === undefined) return;
    this.#options.onAddress(undefined);
    await gateway.close();
  }

  async #open(): Promise<Gateway | undefined> {
    const { engine, engineRestarts, settings, settingsFile, onAddress, onError } = this.#options;
    if (!settings.enabled || settingsFile === undefined) return undefined;
    try {
      const gateway = await openGateway({
        engine,
        engineRestarts,
        settings: settingsOfEnvironment(settings),
        folder: gatewayFolder(dirname(settingsFile)),
        onServed: logServed(createLogger()),
      });
      onAddress(gateway.address);
      return gateway;
    } catch (caught) {
      onError(toWitnessError(caught));
      return undefined;
    }
  }
}
