import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';

/** Passes bytes on to a port of this machine, and keeps what was sent. */
export interface RecordingRelay {
  readonly port: number;
  /** What came over each connection, in the order in which they were opened. */
  readonly connections: readonly Buffer[];
  readonly close: () => void;
}

export const startRecordingRelay = async (target: number): Promise<RecordingRelay> => {
  const recorded: Buffer[][] = [];
  const server = createServer((client) => {
    const chunks: Buffer[] = [];
    recorded.push(chunks);
    const upstream = connect(target, '127.0.0.1');
    client.on('data', (chunk: Buffer) => chunks.push(chunk));
    client.pipe(upstream).pipe(client);
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      one.on('error', () => other.destroy()).on('close', () => other.destroy());
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    get connections() {
      return recorded.map((chunks) => Buffer.concat(chunks));
    },
    close: () => {
      server.close();
    },
  };
};
