import { join } from 'node:path';
import open from 'open';
import { serveBrowser } from '../browser/browser-host.ts';
import type { WitnessError } from '../errors/witness-error.ts';
import { openStation } from '../host/open-station.ts';
import { createLogger } from '../log/logger.ts';
import { productRoot } from '../settings/product-root.ts';

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
  const begun = performance.now();
  const log = createLogger();
  const onError = (error: WitnessError): void => {
    log.error({ error }, 'station');
  };
  const station = await openStation({
    isDemo,
    onError,
    onReady: () => {
      say(`ready after ${(performance.now() - begun).toFixed(0)} ms (engine warm)`);
    },
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
