import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';

/**
 * What can go wrong before it is known which API is meant: status, CloudAuth's code (ours where the
 * platform has none), its text.
 */
export const transportFailures = {
  malformed: [400, 'InvalidHttpRequest', 'The request is not valid HTTP.'],
  'needs-tls': [400, 'InvalidProtocol.NeedSsl', 'Your request is denied as lack of ssl protect.'],
  'timed-out': [408, 'RequestTimeout', 'The request did not arrive in time.'],
  'body-too-large': [413, 'RequestBodyTooLarge', 'The request body is larger than 8 MB.'],
  'expectation-failed': [417, 'ExpectationFailed', 'Only Expect: 100-continue is known here.'],
  'headers-too-large': [
    431,
    'RequestHeadersTooLarge',
    'Address and headers together are too large; send photographs in the body.',
  ],
} as const satisfies Readonly<Record<string, readonly [number, string, string]>>;

export type TransportFailure = keyof typeof transportFailures;

/** A body that both dialects understand. */
export const transportBody = (failure: TransportFailure): string => {
  const [, Code, Message] = transportFailures[failure];
  const RequestId = randomUUID().toUpperCase();
  const tencent = { data: { session_id: RequestId }, code: 3, message: '错误的请求' };
  return JSON.stringify({ RequestId, HostId: '', Code, Message, ...tencent });
};

/** The whole reply, for a socket that no request came from. */
export const transportReply = (failure: TransportFailure): string => {
  const [status] = transportFailures[failure];
  const body = transportBody(failure);
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
    '',
    body,
  ].join('\r\n');
};
