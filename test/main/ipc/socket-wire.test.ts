import { describe, expect, it } from 'vitest';
import { decodeCall } from '../../../main/ipc/read-call-message.ts';
import { encodeMessage } from '../../../main/ipc/socket-message.ts';
import { socketWire, type Connection, type PageSocket } from '../../../main/ipc/socket-wire.ts';

type Kind = 'open' | 'close' | 'message';

/** A web socket whose other end is the test. */
class FakeSocket implements PageSocket {
  binaryType = 'blob';
  readonly sent: ReturnType<typeof decodeCall>[] = [];
  readonly #listeners = new Map<Kind, (event: never) => void>();

  send(data: Uint8Array<ArrayBuffer>): void {
    this.sent.push(decodeCall(data));
  }

  addEventListener(type: Kind, listener: (event: never) => void): void {
    this.#listeners.set(type, listener);
  }

  happen(type: Kind, event: object = {}): void {
    this.#listeners.get(type)?.(event as never);
  }

  say(message: Parameters<typeof encodeMessage>[0]): void {
    const { buffer, byteOffset, byteLength } = encodeMessage(message);
    this.happen('message', { data: buffer.slice(byteOffset, byteOffset + byteLength) });
  }
}

const open = () => {
  const sockets: FakeSocket[] = [];
  const connections: Connection[] = [];
  const pauses: { readonly ms: number; readonly end: () => void }[] = [];
  const wire = socketWire({
    connect: () => {
      const socket = new FakeSocket();
      sockets.push(socket);
      return socket;
    },
    onConnection: (connection) => connections.push(connection),
    pause: (ms) =>
      new Promise((end) => {
        pauses.push({ ms, end });
      }),
  });
  return { wire, sockets, connections, pauses };
};
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const reading = { ok: true, value: { phase: 'reading' } } as const;

describe('the wire of a page', () => {
  it('takes bytes, and sends what was called meanwhile once it is open', async () => {
    const { wire, sockets, connections } = open();
    const [socket] = sockets;
    const outcome = wire.invoke('witness:currentStage', undefined);
    expect(socket!.binaryType).toBe('arraybuffer');
    expect(socket!.sent).toEqual([]);
    socket!.happen('open');
    expect(socket!.sent).toEqual([{ id: 0, channel: 'witness:currentStage' }]);
    socket!.say({ id: 0, outcome: reading });
    expect(await outcome).toEqual(reading);
    expect(connections).toEqual(['connecting', 'open']);
  });

  it('gives each call its own answer, in whatever order they come', async () => {
    const { wire, sockets } = open();
    sockets[0]!.happen('open');
    const calls = ['a', 'b'].map((channel) => wire.invoke(channel, undefined));
    sockets[0]!.say({ id: 1, outcome: { ok: true, value: 'b' } });
    sockets[0]!.say({ id: 0, outcome: { ok: true, value: 'a' } });
    // Nobody waits for this one.
    sockets[0]!.say({ id: 9, outcome: reading });
    expect(await Promise.all(calls)).toEqual([
      { ok: true, value: 'a' },
      { ok: true, value: 'b' },
    ]);
  });

  it('tells events to those who listen, until they stop', () => {
    const { wire, sockets } = open();
    const heard: unknown[] = [];
    const stop = wire.listen('a', (payload) => heard.push(['first', payload]));
    wire.listen('a', (payload) => heard.push(['second', payload]));
    sockets[0]!.say({ channel: 'a', payload: 1 });
    sockets[0]!.say({ channel: 'b', payload: 2 });
    stop();
    sockets[0]!.say({ channel: 'a', payload: 3 });
    expect(heard).toEqual([
      ['first', 1],
      ['second', 1],
      ['second', 3],
    ]);
  });

  it('fails what was under way when it is lost, opens again, and listens on', async () => {
    const { wire, sockets, connections, pauses } = open();
    sockets[0]!.happen('open');
    const heard: unknown[] = [];
    wire.listen('a', (payload) => heard.push(payload));
    const lost = wire.invoke('witness:decideVisit', { visit: 1 });
    sockets[0]!.happen('close');
    expect(await lost).toMatchObject({ ok: false, error: { code: 'ipc.connection-lost' } });
    expect(pauses.map(({ ms }) => ms)).toEqual([1000]);
    pauses[0]!.end();
    await turn();
    expect(sockets).toHaveLength(2);
    sockets[1]!.happen('open');
    // What failed is not sent after all.
    expect(sockets[1]!.sent).toEqual([]);
    sockets[1]!.say({ channel: 'a', payload: 1 });
    expect(heard).toEqual([1]);
    expect(connections).toEqual(['connecting', 'open', 'lost', 'open']);
  });

  it('keeps what is called while it is lost for the next try, and not for longer', async () => {
    const { wire, sockets, pauses, connections } = open();
    sockets[0]!.happen('close');
    const call = wire.invoke('witness:answerConsent', { visit: 1 });
    pauses[0]!.end();
    await turn();
    // An answer to a notice that comes minutes late is nobody's answer.
    sockets[1]!.happen('close');
    expect(await call).toMatchObject({ error: { code: 'ipc.connection-lost' } });
    const next = wire.invoke('witness:currentStage', undefined);
    pauses[1]!.end();
    await turn();
    sockets[2]!.happen('open');
    expect(sockets[2]!.sent).toEqual([{ id: 1, channel: 'witness:currentStage' }]);
    sockets[2]!.say({ id: 1, outcome: reading });
    expect(await next).toEqual(reading);
    expect(connections).toEqual(['connecting', 'lost', 'lost', 'open']);
  });
});
