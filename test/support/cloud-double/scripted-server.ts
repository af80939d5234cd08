import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { SelfSigned } from './self-signed.ts';

/** Anything at all. */
export interface RawAnswer {
  readonly kind: 'raw';
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a server does on the wire. */
export type WireAnswer =
  | RawAnswer
  /** Accepts the call and never says a word. */
  | { readonly kind: 'silence' }
  /** Closes the connection, before the reply or in the middle of it. */
  | { readonly kind: 'hang-up'; readonly when: 'before-reply' | 'in-reply' }
  /** Begins a reply and never ends it. */
  | { readonly kind: 'stall' };

/** A call as it came over the wire. */
export interface WireCall {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** What of a service its dialect decides. */
export interface Dialect<Answer, Call> {
  readonly read: (call: WireCall) => Promise<Call> | Call;
  /** What is wrong with a call itself; it is answered first, always. */
  readonly check: (call: Call) => Answer | undefined;
  readonly write: (answer: Answer) => WireAnswer;
}

/** Held back until this is settled. */
export type Held<Answer> = Answer & { readonly after?: Promise<unknown> };

/** A server that answers as it is told. */
export interface ScriptedServer<Answer, Call> {
  readonly endpoint: string;
  readonly port: number;
  /** Every call that came, those it refused among them. */
  readonly calls: readonly Call[];
  /** Says how the next calls are answered, one answer each; the last one stays. */
  readonly answerWith: (...answers: readonly [Held<Answer>, ...Held<Answer>[]]) => void;
  /** The next call, as soon as all of it has arrived. */
  readonly nextCall: () => Promise<Call>;
  /** Ends the service and whatever connections it still has. */
  readonly close: () => Promise<void>;
}

/** Starts a server on the loopback address. */
export const startScriptedServer = async <Answer extends object, Call>(
  dialect: Dialect<Answer, Call>,
  first: Answer,
  tls?: SelfSigned,
): Promise<ScriptedServer<Answer, Call>> => {
  const calls: Call[] = [];
  const arrivals = new EventEmitter<{ call: [unknown] }>();
  let answers: readonly Held<Answer>[] = [first];
  const nextAnswer = (): Held<Answer> => {
    const [answer = first, ...later] = answers;
    if (later.length > 0) answers = later;
    return answer;
  };
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const call = await dialect.read(await receive(request));
    const answer = dialect.check(call) ?? nextAnswer();
    calls.push(call);
    arrivals.emit('call', call);
    if ('after' in answer) await answer.after;
    give(response, dialect.write(answer));
  };
  const onCall = (request: IncomingMessage, response: ServerResponse): void => {
    serve(request, response).catch(() => response.destroy());
  };
  const server: Server = tls
    ? createTlsServer({ key: tls.key, cert: tls.certificate }, onCall)
    : createServer(onCall);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    port,
    calls,
    answerWith: (...given) => {
      answers = given;
    },
    nextCall: async () => {
      const [call] = (await once(arrivals, 'call')) as [Call];
      return call;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};

const receive = async (request: IncomingMessage): Promise<WireCall> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const { method = '', url = '', headers } = request;
  return { method, url, headers, body: Buffer.concat(chunks) };
};

const give = (response: ServerResponse, answer: WireAnswer): void => {
  switch (answer.kind) {
    case 'raw': {
      const { status, body, headers = {} } = answer;
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
      return;
    }
    case 'silence':
      return;
    case 'stall':
    case 'hang-up':
      if (answer.kind === 'hang-up' && answer.when === 'before-reply') {
        response.destroy();
        return;
      }
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': 500 });
      response.write('{"RequestId":', () => {
        if (answer.kind === 'hang-up') response.destroy();
      });
      return;
  }
};
