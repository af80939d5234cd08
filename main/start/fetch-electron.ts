import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** Where Electron's releases are, unless a mirror is named as Electron's own installer has it. */
const releases = 'https://github.com/electron/electron/releases/';

/** A counter without Internet must not wait long for what will not come. Milliseconds. */
const probeTimeout = 3000;
const fetchTimeout = 5 * 60_000;

export interface FetchElectronOptions {
  /** Where the `electron` package lies. */
  readonly packageDirectory: string;
  /** Told before the download begins. */
  readonly onBegin: () => void;
  /** Asks whether an address can be reached. */
  readonly isReachable?: (address: string) => Promise<boolean>;
}

/**
 * Tries to fetch Electron's program with its own installer.
 *
 * @returns whether the installer ran to its end; false at once where its server cannot be reached.
 */
export const fetchElectron = async (options: FetchElectronOptions): Promise<boolean> => {
  const { packageDirectory, onBegin, isReachable = canReach } = options;
  const mirror = process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror'];
  if (!(await isReachable(mirror ?? releases))) return false;
  onBegin();
  const installer = spawn(process.execPath, [join(packageDirectory, 'install.js')], {
    stdio: 'ignore',
    timeout: fetchTimeout,
  });
  const [code] = (await once(installer, 'exit')) as [number | null];
  return code === 0;
};

const canReach = async (address: string): Promise<boolean> => {
  try {
    await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(probeTimeout) });
    return true;
  } catch {
    // Whatever the reason: it cannot be fetched from there.
    return false;
  }
};
