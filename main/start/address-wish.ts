import { createInterface } from 'node:readline';

export interface AddressWishOptions {
  readonly platform: NodeJS.Platform;
  /** What the terminal sends. */
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly process: Pick<NodeJS.Process, 'pid' | 'on' | 'off'>;
  /** Told each time another address is wanted. */
  readonly onWish: () => void;
  readonly signal: AbortSignal;
}

/**
 * Lets whoever started the station ask it for another address: a browser that lost its session would
 * be shut out until the next start otherwise. Only the station's own user can do so.
 *
 * By a signal; Windows has none, so there it is the Enter key. Elsewhere a program that reads from its
 * terminal is halted when it is put into the background.
 *
 * @returns how it is asked for, in words; undefined where it cannot be.
 */
export const onAddressWish = (options: AddressWishOptions): string | undefined => {
  const { platform, input, process, onWish, signal } = options;
  if (platform !== 'win32') {
    process.on('SIGUSR2', onWish);
    signal.addEventListener('abort', () => process.off('SIGUSR2', onWish), { once: true });
    return `kill -USR2 ${process.pid}`;
  }
  if (input.isTTY !== true) return undefined;
  const lines = createInterface({ input });
  lines.on('line', onWish);
  signal.addEventListener(
    'abort',
    () => {
      lines.close();
    },
    { once: true },
  );
  return 'press Enter here';
};
