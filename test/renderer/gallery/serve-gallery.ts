import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { pageHeaders } from '../../../main/browser/page-headers.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/**
 * Serves a built gallery on this machine with the product's own headers, so that what its content
 * security policy would refuse is refused here.
 *
 * @returns the address, and the way to stop.
 */
export const serveGallery = async (
  folder: string,
): Promise<{ readonly address: string; readonly stop: () => void }> => {
  let address = '';
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', address);
    const file = join(folder, pathname === '/' ? 'index.html' : pathname);
    readFile(file).then(
      (body) => {
        const type = types[extname(file)] ?? 'application/octet-stream';
        response.writeHead(200, { ...pageHeaders(address), 'Content-Type': type }).end(body);
      },
      () => {
        response.writeHead(404).end();
      },
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
