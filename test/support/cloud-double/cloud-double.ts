import { checkCall, type CallKeeper } from './check-call.ts';
import {
  startScriptedServer,
  type Held,
  type RawAnswer,
  type ScriptedServer,
  type WireAnswer,
  type WireCall,
} from './scripted-server.ts';
import type { SelfSigned } from './self-signed.ts';

/** What the double does with a call that it found in order, and after what. */
export type DoubleAnswer = Held<DoubleDeed>;

type DoubleDeed =
  | WireAnswer
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
    };

/** A call as the double received it. */
export interface DoubleCall extends Omit<WireCall, 'body'> {
  /** The raw body. */
  readonly body: string;
  readonly parameters: Readonly<Record<string, string>>;
}

export interface CloudDoubleOptions {
  /** The key pair it knows. Default: {@link doubleKey}. */
  readonly key?: { readonly id: string; readonly secret: string };
  /** Its clock. */
  readonly now?: () => Date;
  /** Answers as it is told, whatever the call. */
  readonly isUnchecked?: boolean;
  /** Speaks TLS with this certificate. */
  readonly tls?: SelfSigned;
}

/** The made-up key pair the double knows unless told otherwise. */
export const doubleKey = { id: 'LTAI-double-0001', secret: 'made-up+secret/of=the&double' };

/** A CloudAuth service of its own on the loopback address. */
export type CloudDouble = ScriptedServer<DoubleDeed, DoubleCall>;

/**
 * Starts the double. It first answers with a score of 95; what is wrong with a call itself (signature,
 * replay, missing parameters) is answered before anything it is told to say.
 */
export const startCloudDouble = (options: CloudDoubleOptions = {}): Promise<CloudDouble> => {
  const keeper: CallKeeper = {
    key: options.key ?? doubleKey,
    now: options.now ?? (() => new Date()),
    nonces: new Set(),
  };
  return startScriptedServer<DoubleDeed, DoubleCall>(
    { read, check: (call) => (options.isUnchecked ? undefined : checkCall(call, keeper)), write },
    { kind: 'score', score: 95 },
    options.tls,
  );
};

const read = ({ body: bytes, ...call }: WireCall): DoubleCall => {
  const { url } = call;
  const body = bytes.toString('utf8');
  const query = url.includes('?') ? url.slice(url.indexOf('?') + 1) : '';
  const parameters = Object.fromEntries([
    ...new URLSearchParams(query),
    ...new URLSearchParams(body),
  ]);
  return { ...call, body, parameters };
};

const defaultThresholds = { '0.01': '70.02', '0.001': '80.01', '0.0001': '90.07' };
const requestId = '7DB2DA71-0000-4000-8000-0123456789AB';

const write = (answer: DoubleDeed): WireAnswer => {
  switch (answer.kind) {
    case 'score': {
      const { score, thresholds = defaultThresholds, code = '200' } = answer;
      const data = { SimilarityScore: score, ConfidenceThresholds: JSON.stringify(thresholds) };
      const coded = code !== null && { Code: code };
      return raw(200, { RequestId: requestId, Success: true, ...coded, Data: data });
    }
    case 'error': {
      const { status, code, headers = {} } = answer;
      const reply = { RequestId: requestId, HostId: 'cloud.example', Code: code, Message: code };
      return { ...raw(status, reply), headers };
    }
    case 'raw':
    case 'silence':
    case 'stall':
    case 'hang-up':
      return answer;
  }
};

const raw = (status: number, reply: object): RawAnswer => ({
  kind: 'raw',
  status,
  body: JSON.stringify(reply),
});
