import { toWitnessError } from '../errors/unexpected-error.ts';
import type { CallOutcome } from '../ipc/bridge.ts';
import type { PageRole } from '../ipc/contract.ts';
import { IpcError } from '../ipc/ipc-error.ts';
import type { AnswerCall } from '../ipc/register-calls.ts';
import { decodeCall } from '../ipc/read-call-message.ts';
import { encodeMessage } from '../ipc/socket-message.ts';

/** The server's end of a web socket, as much of it as is used. */
export interface PageSocketServer {
  send(data: Uint8Array): void;
  close(code?: number): void;
  on(event: 'message', listener: (data: unknown, isBinary: boolean) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
}

export interface ServePageOptions {
  readonly page: { readonly role: PageRole; readonly origin: string };
  /** Channel → who answers. */
  readonly answers: ReadonlyMap<string, AnswerCall>;
  /** Begins to pass on the events this page may have; returns the way to stop. */
  readonly subscribe: (
    role: PageRole,
    send: (channel: string, payload: unknown) => void,
  ) => () => void;
}

/** Web socket close code: the other end sent what cannot be understood (RFC 6455 §7.4.1). */
const unsupportedData = 1003;

/** Speaks the contract with one page, as long as it is there. */
export const servePage = (
  socket: PageSocketServer,
  { page, answers, subscribe }: ServePageOptions,
): void => {
  let isOpen = true;
  const send = (message: Parameters<typeof encodeMessage>[0]): void => {
    if (isOpen) socket.send(encodeMessage(message));
  };
  const stop = subscribe(page.role, (channel, payload) => {
    send({ channel, payload });
  });
  socket.on('close', () => {
    isOpen = false;
    stop();
  });
  socket.on('message', (data, isBinary) => {
    const call = isBinary && data instanceof Uint8Array ? decodeCall(data) : undefined;
    if (call === undefined) {
      socket.close(unsupportedData);
      return;
    }
    const answer = answers.get(call.channel) ?? refuseUnknown;
    // Whoever holds the socket fills its window: our pages cannot be framed.
    void answer({ origin: page.origin, isTopFrame: true, role: page.role }, call.request)
      .catch((caught: unknown): CallOutcome => ({
        ok: false,
        error: toWitnessError(caught).toJSON(),
      }))
      .then((outcome) => {
        send({ id: call.id, outcome });
      });
  });
};

const refuseUnknown: AnswerCall = () =>
  Promise.resolve({ ok: false, error: new IpcError('ipc.unknown-call').toJSON() });
