import { createHmac, timingSafeEqual } from 'node:crypto';
import {
  startScriptedServer,
  type Held,
  type ScriptedServer,
  type WireAnswer,
  type WireCall,
} from './scripted-server.ts';
import type { SelfSigned } from './self-signed.ts';

type TencentDeed =
  | WireAnswer
  | { readonly kind: 'similarity'; readonly similarity: number | string }
  | {
      readonly kind: 'error';
      readonly code: number | string;
      /** Default 200, as the service seems to have it. */
      readonly status?: number;
      readonly message?: string;
      readonly failFlag?: number | string;
    };

/** What the double does with a call that it found in order. */
export type TencentAnswer = Held<TencentDeed>;

/** A part of a form, decoded. */
export type TencentPart =
  string | { readonly name: string; readonly type: string; readonly bytes: Buffer };

/** A call as the double received it. */
export interface TencentCall extends WireCall {
  /** Of the form or the JSON document. */
  readonly parts: Readonly<Record<string, TencentPart>>;
}

/** The made-up account the double knows. */
export const tencentAccount = {
  appId: '1250000000',
  secretId: 'AKIDmadeupsecretid0001',
  secretKey: 'made-up-secret-key-0001',
};

/** A `face/compare` service of its own on the loopback address. */
export type TencentDouble = ScriptedServer<TencentDeed, TencentCall>;

/** Starts the double. It first answers with a similarity of 95, and to a wrong signature as the service does. */
export const startTencentDouble = (
  options: {
    readonly tls?: SelfSigned;
    readonly now?: () => Date;
    /** Answers as it is told, whatever the call. */
    readonly isUnchecked?: boolean;
  } = {},
): Promise<TencentDouble> => {
  const now = options.now ?? (() => new Date());
  return startScriptedServer<TencentDeed, TencentCall>(
    {
      read,
      check: (call) => (options.isUnchecked ? undefined : checkCall(call, now().getTime() / 1000)),
      write,
    },
    { kind: 'similarity', similarity: 95 },
    options.tls,
  );
};

const read = (call: WireCall): TencentCall => {
  const type = call.headers['content-type'] ?? '';
  if (type === 'application/json') {
    return { ...call, parts: JSON.parse(call.body.toString('utf8')) as Record<string, string> };
  }
  const boundary = /^multipart\/form-data; boundary=([^;]+)$/.exec(type)?.[1] ?? '';
  return { ...call, parts: partsIn(call.body, boundary) };
};

/** Taken apart by hand, on bytes as Latin letters: what reads a form must not be what wrote it. */
const partsIn = (body: Buffer, boundary: string): TencentCall['parts'] => {
  const blocks = `\r\n${body.toString('latin1')}`.split(`\r\n--${boundary}`).slice(1, -1);
  return Object.fromEntries(
    blocks.map((block) => {
      const end = block.indexOf('\r\n\r\n');
      const head = Buffer.from(block.slice(0, end), 'latin1').toString('utf8');
      const bytes = Buffer.from(block.slice(end + 4), 'latin1');
      const name = /name="([^"]*)"/.exec(head)?.[1] ?? '';
      const filename = /filename="([^"]*)"/.exec(head)?.[1];
      const type = /content-type: *(\S+)/i.exec(head)?.[1] ?? '';
      const part =
        filename === undefined ? bytes.toString('utf8') : { name: filename, type, bytes };
      return [name, part] as const;
    }),
  );
};

const error = (code: number): TencentDeed => ({ kind: 'error', code });

/** Checks a call in the order of the service's code numbers. Written apart from the product's own signer. */
const checkCall = (call: TencentCall, now: number): TencentDeed | undefined => {
  if (call.method !== 'POST' || call.url !== '/face/compare') return error(3);
  const header = call.headers.authorization ?? '';
  if (header === '') return error(4);
  const bytes = Buffer.from(header, 'base64');
  const text = bytes.subarray(20).toString('utf8');
  const field = (name: string): string => new RegExp(`(^|&)${name}=([^&]*)`).exec(text)?.[2] ?? '';
  if (!/^\d+$/.test(field('e')) || !/^\d+$/.test(field('t'))) return error(5);
  if (Number(field('e')) <= now || Number(field('t')) > now + 900) return error(9);
  if (field('a') !== tencentAccount.appId) return error(10);
  if (field('k') !== tencentAccount.secretId) return error(11);
  const digest = createHmac('sha1', tencentAccount.secretKey).update(text).digest();
  if (!timingSafeEqual(digest, bytes.subarray(0, 20))) return error(14);
  if (call.parts['appid'] !== tencentAccount.appId) return error(6);
  const lacks = (side: 'A' | 'B'): boolean =>
    call.parts[`url${side}`] === undefined && call.parts[`image${side}`] === undefined;
  return lacks('A') || lacks('B') ? error(-1301) : undefined;
};

const write = (answer: TencentDeed): WireAnswer => {
  switch (answer.kind) {
    case 'similarity': {
      const data = { similarity: answer.similarity, session_id: 'session-1' };
      return reply(200, { data, code: 0, message: 'OK' });
    }
    case 'error': {
      const { code, status = 200, message = 'made up', failFlag } = answer;
      const data = {
        session_id: 'session-1',
        ...(failFlag !== undefined && { fail_flag: failFlag }),
      };
      return reply(status, { data, code, message });
    }
    case 'raw':
    case 'silence':
    case 'stall':
    case 'hang-up':
      return answer;
  }
};

const reply = (status: number, body: object): WireAnswer => ({
  kind: 'raw',
  status,
  body: JSON.stringify(body),
});
