import { join } from 'node:path';
import open from 'open';
import { serveBrowser } from '../browser/browser-host.ts';
import type { WitnessError } from '../errors/witness-error.ts';
import { openStation } from '../host/open-station.ts';
import { tellReady } from '../host/tell-ready.ts';
import { createLogger } from '../log/logger.ts';
import { productRoot } from '../settings/product-root.ts';
import { onAddressWish } from './address-wish.ts';

export interface StartBrowserOptions {
  readonly isDemo: boolean;
  readonly port: number;
  /** Whether to open the page in this computer's browser. */
  readonly opens: boolean;
  readonly settingsFile: string | undefined;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/**
 * Serves the station to a browser until `signal` aborts. The page is there at once; the engine gets
 * warm meanwhile.
 *
 * @throws BrowserError, SettingsError
 */
export const startBrowser = async (options: StartBrowserOptions): Promise<void> => {
  const { isDemo, port, opens, settingsFile, signal, say } = options;
  const log = createLogger();
  const onError = (error: WitnessError): void => {
    log.error({ error }, 'station');
  };
  const station = await openStation({
    isDemo,
    onError,
    onReady: tellReady(say),
    ...(settingsFile !== undefined && { settingsFile }),
  });
  const host = await serveBrowser({
    station,
    bundle: join(productRoot(), 'build', 'renderer'),
    port,
    onError,
  });
  try {
    const address = host.address('clerk');
    const isOpened = opens && (await tryToOpen(address));
    say(`${isOpened ? 'opened' : 'open'} ${address}`);
    const way = onAddressWish({
      platform: process.platform,
      input: process.stdin,
      process,
      onWish: () => {
        say(`open ${host.address('clerk')}`);
      },
      signal,
    });
    if (way !== undefined) say(`for another address, as each opens once: ${way}`);
    await station.run(signal);
  } finally {
    await host.close();
  }
};

/** A machine without a desktop has no browser to open; the address is printed all the same. */
const tryToOpen = async (address: string): Promise<boolean> => {
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'])
    return false;
  try {
    await open(address);
    return true;
  } catch {
    return false;
  }
};
