import { screen, type BrowserWindowConstructorOptions, type Display } from 'electron';
import { HostError } from '../host/host-error.ts';
import type { PageWindows } from './page-windows.ts';

export interface GuestScreenOptions {
  readonly windows: Pick<PageWindows, 'open' | 'close' | 'boundsOf'>;
  /** Whether the settings say that the guest has a screen of their own. */
  readonly isWanted: () => boolean;
  readonly isKiosk: () => boolean;
  /** Told whether there is one: where there is none, the clerk's page has to show the guest's part. */
  readonly onChange: (isThere: boolean) => void;
}

/**
 * Keeps the guest's window on a display of its own, as displays and settings come and go. It is never
 * opened by itself where the clerk's window stands: in a kiosk neither could be moved from before the
 * other, and nobody would get to the settings that say so.
 */
export class GuestScreen {
  readonly #options: GuestScreenOptions;
  /** Which display it stands on; undefined where it has none, or was opened by hand beside the clerk's. */
  #display: number | undefined;

  constructor(options: GuestScreenOptions) {
    this.#options = options;
  }

  /** Tells what there will be; to be called before the clerk's window is opened. */
  prepare(): void {
    this.#options.onChange(this.#options.isWanted() && this.#freeDisplay() !== undefined);
  }

  /** Opens, moves or closes the guest's window, as displays and settings are now. */
  async arrange(): Promise<void> {
    const { windows, isWanted, onChange } = this.#options;
    const display = isWanted() ? this.#freeDisplay() : undefined;
    // One that was opened by hand stands beside the clerk's as long as it is wanted.
    const isByHand = windows.boundsOf('guest') !== undefined && this.#display === undefined;
    if (isWanted() && display === undefined && isByHand && !this.#options.isKiosk()) return;
    if (display !== undefined && display.id === this.#display) return;
    this.#display = display?.id;
    windows.close('guest');
    onChange(display !== undefined);
    if (display !== undefined) await windows.open('guest', placeOn(display));
  }

  /**
   * Opens it because somebody asks for it, or brings it to the front.
   *
   * @throws HostError `host.no-second-display` in a kiosk where there is none.
   */
  async open(): Promise<void> {
    const { windows, isKiosk, onChange } = this.#options;
    const display = this.#freeDisplay();
    if (display === undefined && isKiosk()) throw new HostError('host.no-second-display');
    if (windows.boundsOf('guest') === undefined) this.#display = display?.id;
    onChange(true);
    await windows.open('guest', display && placeOn(display));
  }

  /** Somebody closed it. */
  closed(): void {
    this.#display = undefined;
    this.#options.onChange(false);
  }

  /** The display it is on, or may be put on: any but the clerk's. */
  #freeDisplay(): Display | undefined {
    const clerk = this.#options.windows.boundsOf('clerk');
    const taken = clerk ? screen.getDisplayMatching(clerk) : screen.getPrimaryDisplay();
    const free = screen.getAllDisplays().filter(({ id }) => id !== taken.id);
    return free.find(({ id }) => id === this.#display) ?? free[0];
  }
}

const placeOn = ({ bounds }: Display): BrowserWindowConstructorOptions => ({
  ...bounds,
  fullscreen: true,
});
