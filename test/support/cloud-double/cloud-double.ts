import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { checkCall, type CallKeeper } from './check-call.ts';
import type { SelfSigned } from './self-signed.ts';

/** What the double does with a call that it found in order, and after what. */
export type DoubleAnswer = DoubleDeed & {
  /** Held back until this is settled. */
  readonly after?: Promise<unknown>;
};

type DoubleDeed =
  /** A comparison that succeeded. */
  | {
      readonly kind: 'score';
      readonly score: number | string;
      /** FAR → threshold. */
      readonly thresholds?: Readonly<Record<string, string>>;
      /** `Code` of the reply; left out where it is null. Default `"200"`. */
      readonly code?: string | number | null;
    }
  | {
      readonly kind: 'error';
      readonly status: number;
      readonly code: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Anything at all. */
  | {
      readonly kind: 'raw';
      readonly status: number;
      readonly body: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Accepts the call and never says a word. */
  | { readonly kind: 'silence' }
  /** Closes the connection, before the reply or in the middle of it. */
  | { readonly kind: 'hang-up'; readonly when: 'before-reply' | 'in-reply' }
  /** Begins a reply and never ends it. */
  | { readonly kind: 'stall' };

/** A call as the double received it. */
export interface DoubleCall {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  /** The raw body. */
  readonly body: string;
  readonly parameters: Readonly<Record<string, string>>;
}

export interface CloudDoubleOptions {
  /** The key pair it knows. Default: {@link doubleKey}. */
  readonly key?: { readonly id: string; readonly secret: string };
  /** Its clock. */
  readonly now?: () => Date;
  /** Speaks TLS with this certificate. */
  readonly tls?: SelfSigned;
}

/** The made-up key pair the double knows unless told otherwise. */
export const doubleKey = { id: 'LTAI-double-0001', secret: 'made-up+secret/of=the&double' };

/** A CloudAuth service of its own on the loopback address. */
export interface CloudDouble {
  readonly endpoint: string;
  /** Every call that came, those it refused among them. */
  readonly calls: readonly DoubleCall[];
  /**
   * Says how the next calls are answered, one answer each; the last one stays. What is wrong with a
   * call itself (signature, replay, missing parameters) is answered first, always.
   */
  readonly answerWith: (...answers: readonly [DoubleAnswer, ...DoubleAnswer[]]) => void;
  /** The next call, as soon as all of it has arrived. */
  readonly nextCall: () => Promise<DoubleCall>;
  /** Ends the service and whatever connections it still has. */
  readonly close: () => Promise<void>;
}

/** Starts the double. It first answers with a score of 95. */
export const startCloudDouble = async (options: CloudDoubleOptions = {}): Promise<CloudDouble> => {
  const calls: DoubleCall[] = [];
  const arrivals = new EventEmitter<{ call: [DoubleCall] }>();
  const keeper: CallKeeper = {
    key: options.key ?? doubleKey,
    now: options.now ?? (() => new Date()),
    nonces: new Set(),
  };
  let answers: readonly DoubleAnswer[] = [{ kind: 'score', score: 95 }];
  const nextAnswer = (): DoubleAnswer => {
    const [answer = { kind: 'silence' } as const, ...later] = answers;
    if (later.length > 0) answers = later;
    return answer;
  };
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const call = await receive(request);
    const answer = checkCall(call, keeper) ?? nextAnswer();
    calls.push(call);
    arrivals.emit('call', call);
    await answer.after;
    give(response, answer);
  };
  const onCall = (request: IncomingMessage, response: ServerResponse): void => {
    serve(request, response).catch(() => response.destroy());
  };
  const server: Server = options.tls
    ? createTlsServer({ key: options.tls.key, cert: options.tls.certificate }, onCall)
    : createServer(onCall);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `${options.tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    calls,
    answerWith: (...given) => {
      answers = given;
    },
    nextCall: async () => {
      const [call] = (await once(arrivals, 'call')) as [DoubleCall];
      return call;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};

const receive = async (request: IncomingMessage): Promise<DoubleCall> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const { method = '', url = '', headers } = request;
  const body = Buffer.concat(chunks).toString('utf8');
  const query = url.includes('?') ? url.slice(url.indexOf('?') + 1) : '';
  const parameters = Object.fromEntries([
    ...new URLSearchParams(query),
    ...new URLSearchParams(body),
  ]);
  return { method, url, headers, body, parameters };
};

const defaultThresholds = { '0.01': '70.02', '0.001': '80.01', '0.0001': '90.07' };
const requestId = '7DB2DA71-0000-4000-8000-0123456789AB';

const give = (response: ServerResponse, answer: DoubleAnswer): void => {
  const send = (status: number, body: string, headers: Readonly<Record<string, string>>): void => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
  };
  switch (answer.kind) {
    case 'score': {
      const { score, thresholds = defaultThresholds, code = '200' } = answer;
      const data = { SimilarityScore: score, ConfidenceThresholds: JSON.stringify(thresholds) };
      const coded = code !== null && { Code: code };
      const reply = { RequestId: requestId, Success: true, ...coded, Data: data };
      send(200, JSON.stringify(reply), {});
      return;
    }
    case 'error': {
      const { status, code, headers = {} } = answer;
      const reply = { RequestId: requestId, HostId: 'cloud.example', Code: code, Message: code };
      send(status, JSON.stringify(reply), headers);
      return;
    }
    case 'raw':
      send(answer.status, answer.body, answer.headers ?? {});
      return;
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
