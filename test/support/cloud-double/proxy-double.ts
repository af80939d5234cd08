import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';

/** A proxy on the loopback address that tunnels every host to one port of this machine. */
export interface ProxyDouble {
  readonly address: string;
  /** Who asked for a tunnel where to, and with which right. */
  readonly tunnels: readonly { readonly to: string; readonly authorization: string | undefined }[];
  readonly close: () => Promise<void>;
}

/**
 * Starts a proxy.
 *
 * @param manner - lets through, refuses with a status, or says nothing at all.
 */
export const startProxyDouble = async (
  port: number,
  manner: 'tunnel' | 'silence' | number = 'tunnel',
): Promise<ProxyDouble> => {
  const tunnels: ProxyDouble['tunnels'][number][] = [];
  const open = new Set<Socket>();
  const server = createServer();
  server.on('connection', (socket: Socket) => open.add(socket));
  server.on('connect', ({ url = '', headers }: IncomingMessage, socket: Socket) => {
    tunnels.push({ to: url, authorization: headers['proxy-authorization'] });
    socket.on('error', () => socket.destroy());
    if (manner === 'silence') return;
    if (typeof manner === 'number') {
      socket.end(`HTTP/1.1 ${manner} No\r\n\r\n`);
      return;
    }
    const through = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      through.pipe(socket);
      socket.pipe(through);
    });
    open.add(through);
    through.on('error', () => socket.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address,
    tunnels,
    close: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
};
