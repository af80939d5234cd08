import { compareFacesCatalogue, CompareFacesError } from '../compare/compare-faces-error.ts';
import type { CompareFacesResult } from '../compare/contract.ts';
import type { CloudauthFailure } from './cloudauth-failure.ts';
import { CloudauthRefusal, refusalCatalogue } from './cloudauth-refusal.ts';
import type { GatewayAnswer } from './gateway-request.ts';
import { BusyError } from './compare-queue.ts';
import { BodyRefused } from './request-body.ts';
import { shownScore } from './shown-score.ts';
import { toXml, type XmlValue } from './to-xml.ts';

export type ReplyFormat = 'json' | 'xml';

interface ReplyTo {
  readonly id: string;
  readonly format: ReplyFormat;
}

/** @param successCode - `Code`, which is not the same for every version of the API. */
export const successReply = (
  { similarityScore, confidenceThresholds }: CompareFacesResult,
  { id, format, successCode }: ReplyTo & { readonly successCode: string },
): GatewayAnswer => {
  const reply = {
    RequestId: id,
    Success: true,
    Code: successCode,
    Message: 'success',
    Data: {
      SimilarityScore: shownScore(similarityScore),
      // A string that holds JSON, its values strings again: clients reject an object here.
      ConfidenceThresholds: JSON.stringify(
        Object.fromEntries(
          Object.entries(confidenceThresholds)
            .toSorted(([a], [b]) => Number(a) - Number(b))
            .map(([far, threshold]) => [far, thresholdText(threshold)]),
        ),
      ),
    },
  };
  return { status: 200, code: successCode, ...inFormat('CompareFacesResponse', reply, format) };
};

/** @param host - the host that was called. */
export const failureReply = (
  failure: CloudauthFailure,
  { id, format, host }: ReplyTo & { readonly host: string },
): GatewayAnswer => {
  const reply = {
    RequestId: id,
    HostId: host,
    Code: failure.code,
    Message: messageOf(failure),
  };
  const { headers, body } = inFormat('Error', reply, format);
  return {
    status: failure.httpStatus,
    code: failure.code,
    headers: { ...headers, ...retryHeaders(failure) },
    body,
    ...(isOwnFault(failure) && { error: failure }),
  };
};

/** Whether somebody should look into it: being busy is no fault, nor is a caller who breaks off. */
const isOwnFault = ({ httpStatus, cause }: CloudauthFailure): boolean =>
  httpStatus >= 500 && !(cause instanceof BusyError) && !(cause instanceof BodyRefused);

/** The official text alone: what an operator should do is not part of the API. */
const messageOf = (failure: CloudauthFailure): string =>
  failure instanceof CompareFacesError
    ? compareFacesCatalogue[failure.code].what.en
    : refusalCatalogue[failure.code].what.en;

/** `x-acs-retry-after` is in milliseconds (the vendor's SDK waits that many), `Retry-After` in seconds. */
const retryHeaders = (failure: CloudauthFailure): Readonly<Record<string, string>> => {
  if (!(failure instanceof CloudauthRefusal) || failure.retryAfterMs === undefined) return {};
  const ms = Math.ceil(failure.retryAfterMs);
  return { 'x-acs-retry-after': String(ms), 'retry-after': String(Math.ceil(ms / 1000)) };
};

/** Two decimals as in the API's examples, or as many as it takes to say the same number. */
const thresholdText = (threshold: number): string => {
  const short = threshold.toFixed(2);
  return Number(short) === threshold ? short : String(threshold);
};

const inFormat = (
  root: string,
  reply: Readonly<Record<string, XmlValue>>,
  format: ReplyFormat,
): Pick<GatewayAnswer, 'headers' | 'body'> =>
  format === 'json'
    ? {
        headers: { 'content-type': 'application/json;charset=utf-8' },
        body: JSON.stringify(reply),
      }
    : // The vendor's SDK compares this text, letter for letter.
      { headers: { 'content-type': 'text/xml;charset=utf-8' }, body: toXml(root, reply) };
