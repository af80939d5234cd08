import type { OpenChannel } from '../../main/card/byte-channel.ts';

/** What passes a line. */
export interface LineTraffic {
  /** Bytes both ways. */
  bytes: number;
  /** Milliseconds from each request to the first byte of its reply. */
  readonly latencies: number[];
}

/** Opens channels whose traffic is counted. */
export const countedOpener = (open: OpenChannel, traffic: LineTraffic): OpenChannel => {
  let asked: number | undefined;
  return async (choice) => {
    const channel = await open(choice);
    channel.onData((chunk) => {
      traffic.bytes += chunk.length;
      if (asked !== undefined) traffic.latencies.push(performance.now() - asked);
      asked = undefined;
    });
    return {
      path: channel.path,
      baudRate: channel.baudRate,
      write: (bytes) => {
        traffic.bytes += bytes.length;
        asked = performance.now();
        return channel.write(bytes);
      },
      flush: () => channel.flush(),
      onData: (listener) => channel.onData(listener),
      onClose: (listener) => channel.onClose(listener),
      close: () => channel.close(),
    };
  };
};
