import type { WitnessError } from '../errors/witness-error.ts';
import type { AnswerCall } from '../ipc/register-calls.ts';
import { registerCalls } from '../ipc/register-calls.ts';
import type { PageRole } from '../ipc/contract.ts';
import { assertDeskOpen } from '../host/assert-desk-open.ts';
import type { Station } from '../host/station.ts';
import { PageAccess } from './page-access.ts';
import { servePage } from './page-socket.ts';
import { servePages } from './serve-pages.ts';

export interface BrowserHostOptions {
  readonly station: Pick<Station, 'handlers' | 'hub' | 'lock' | 'settings'>;
  /** Folder of the built renderer. */
  readonly bundle: string;
  readonly port: number;
  /** Told of every call of a page that failed or was refused. */
  readonly onError: (error: WitnessError) => void;
}

/** The station, served to browsers of this machine. */
export interface BrowserHost {
  /** Makes an address for one opening of a page. */
  address(role: PageRole): string;
  close(): Promise<void>;
}

/** The port used unless told otherwise. */
export const usualPort = 8420;

/**
 * Serves the station to browsers of this machine.
 *
 * @throws BrowserError
 */
export const serveBrowser = async (options: BrowserHostOptions): Promise<BrowserHost> => {
  const { station, bundle, port, onError } = options;
  const access = new PageAccess();
  const answers = new Map<string, AnswerCall>();
  const pages = await servePages({
    bundle,
    port,
    access,
    attach: (socket, page) => {
      servePage(socket, { page, answers, subscribe: station.hub.subscribe });
    },
  });
  const address = (role: PageRole): string =>
    `${pages.origin}/open?token=${access.issueToken(role)}`;
  registerCalls({
    handlers: {
      ...station.handlers,
      openGuestScreen: () => Promise.resolve({ address: address('guest') }),
    },
    ownOrigin: pages.origin,
    assertUnlocked: () => {
      assertDeskOpen(station);
    },
    register: (channel, answer) => answers.set(channel, answer),
    onError,
  });
  return { address, close: () => pages.close() };
};
