import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isAbsolute, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { UpdateError } from './update-error.ts';

/** A folder of updates that can be asked over HTTP. */
export interface UpdateFolder {
  /** Ends in `/`. */
  readonly address: URL;
  /** Whether parts of a file can be asked for, which lets an update fetch only what changed. */
  readonly hasRanges: boolean;
  close(): void;
}

/**
 * Opens the place updates come from. Electron-updater speaks HTTP only, so a file share is served to it
 * on loopback for as long as it is asked, under a name nobody can guess.
 *
 * @param feed - an `http:` or `https:` address, or the full path of a folder (`\\server\share\witness`,
 *   `/srv/witness`).
 * @throws UpdateError `update.bad-feed`, `update.feed-unreachable`
 */
export const openUpdateFolder = async (feed: string): Promise<UpdateFolder> => {
  if (/^https?:\/\//i.test(feed) && URL.canParse(feed)) {
    const address = new URL(feed);
    if (!address.pathname.endsWith('/')) address.pathname += '/';
    return { address, hasRanges: true, close: () => undefined };
  }
  if (!isAbsolute(feed)) throw new UpdateError('update.bad-feed');
  return serveFolder(feed);
};

const serveFolder = async (folder: string): Promise<UpdateFolder> => {
  try {
    await stat(folder);
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? String(cause);
    throw new UpdateError('update.feed-unreachable', { reason }, { cause });
  }
  const secret = randomBytes(16).toString('hex');
  const server = createServer(answerFrom(folder, secret));
  await new Promise<void>((listening, failed) => {
    server.once('error', failed).listen(0, '127.0.0.1', listening);
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: new URL(`http://127.0.0.1:${port}/${secret}/`),
    hasRanges: false,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};

/** Files of the folder itself, and of nothing above or below it. */
const answerFrom =
  (folder: string, secret: string): RequestListener =>
  ({ url = '', method }, response) => {
    const [, given, name = '', ...more] = url.split('?', 1).join('').split('/');
    const isAllowed = given === secret && more.length === 0 && /^[\w-][\w.-]*$/.test(name);
    if (!isAllowed || method !== 'GET') response.writeHead(404).end();
    else void send(join(folder, name), response);
  };

const send = async (file: string, response: ServerResponse): Promise<void> => {
  try {
    const found = await stat(file);
    if (!found.isFile()) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-length': found.size });
    await pipeline(createReadStream(file), response);
  } catch {
    // Missing, or lost halfway: whoever asks sees the status or the broken length, and reports it.
    if (response.headersSent) response.destroy();
    else response.writeHead(404).end();
  }
};
