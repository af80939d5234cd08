import { z } from 'zod';
import type { CompareFacesError } from '../compare/compare-faces-error.ts';
import type {
  CompareFacesResult,
  ConfidenceThresholds,
  OfferedFar,
  OperatingPoint,
} from '../compare/contract.ts';
import { formatFar } from '../compare/far.ts';
import { CloudError } from './cloud-error.ts';
import { cloudauthFailure } from './cloudauth-failure.ts';
import type { HttpReply } from './http-exchange.ts';
import { decimal, parseJson, score } from './reply-parts.ts';

export const cloudauthName = 'cloudauth';

const text = z.string().optional().catch(undefined);
const anything = z.unknown().optional();

/** What a reply may hold. The figures are looked at one by one, so that an error can name the bad one. */
const replySchema = z.object({
  RequestId: text,
  Code: z.union([z.string(), z.number().transform(String)]).nullish(),
  Success: anything,
  Data: z.object({ SimilarityScore: anything, ConfidenceThresholds: anything }).nullish(),
});
type Reply = z.output<typeof replySchema>;

const far = decimal.pipe(z.number().gt(0).lt(1));

/**
 * Reads the reply to `CompareFaces`.
 *
 * A score counts only with an HTTP status below 300, a `Success` that is true or absent, and a `Code`
 * that is absent or one of the forms success is known to take: `1`, `200`, `OK`, `Success`, as text or
 * number, in any case. The thresholds are those of this very comparison: the service may give others
 * next time.
 *
 * @throws {CompareFacesError} for the contract's codes; {CloudError} `cloud.throttled`,
 * `cloud.unavailable`, `cloud.clock-wrong`, `cloud.credentials-refused`, `cloud.refused`, or
 * `cloud.bad-reply` for what is no reply of this service.
 */
export const readCloudauthReply = (http: HttpReply): CompareFacesResult => {
  const reply = replySchema.safeParse(parseJson(http.body)).data;
  if (reply === undefined || !isSuccess(http.status, reply)) throw refusal(http, reply);
  const similarityScore = known(score, reply.Data?.SimilarityScore, 'SimilarityScore');
  const points = pointsOf(reply.Data?.ConfidenceThresholds);
  return {
    engine: cloudauthName,
    similarityScore,
    confidenceThresholds: offeredOf(points),
    operatingPoints: points,
  };
};

const isSuccess = (status: number, { Code, Success }: Reply): boolean =>
  status >= 200 &&
  status < 300 &&
  [undefined, null, '', '1', '200', 'ok', 'success'].includes(Code?.toLowerCase()) &&
  ['undefined', 'null', 'true'].includes(String(Success).toLowerCase());

const refusal = (
  { status, retryAfterMs }: HttpReply,
  reply: Reply | undefined,
): CloudError | CompareFacesError => {
  if (status >= 300 && status < 400) return badReply(`HTTP ${status}`);
  if (status < 400 && reply === undefined) return badReply('JSON');
  const code = reply?.Code;
  return cloudauthFailure({
    status,
    ...(typeof code === 'string' && { code }),
    ...(reply?.RequestId !== undefined && { requestId: reply.RequestId }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
};

/**
 * Every FAR the service names, lax to strict. They come as text that holds JSON; what versions of 2018
 * sent is not known for certain, so an object is taken as well.
 */
const pointsOf = (thresholds: unknown): readonly OperatingPoint[] => {
  const part = 'ConfidenceThresholds';
  const entries = z.record(z.string(), z.unknown());
  const json = typeof thresholds === 'string' ? parseJson(thresholds) : thresholds;
  const given = known(entries, json, part);
  const points = Object.entries(given).map(([key, value]) => ({
    far: known(far, key, part),
    threshold: known(score, value, part),
  }));
  return points.sort((a, b) => b.far - a.far);
};

const offeredOf = (points: readonly OperatingPoint[]): ConfidenceThresholds => {
  const byFar = new Map(points.map((point) => [formatFar(point.far), point.threshold]));
  // One rate spelt in two ways has two thresholds, and nobody can say which is meant.
  if (byFar.size < points.length) throw badReply('ConfidenceThresholds');
  const at = (key: OfferedFar): number =>
    known(z.number(), byFar.get(key), `ConfidenceThresholds ${key}`);
  return { '0.01': at('0.01'), '0.001': at('0.001'), '0.0001': at('0.0001') };
};

const known = <T>(schema: z.ZodType<T>, value: unknown, part: string): T => {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw badReply(part);
  return parsed.data;
};

const badReply = (part: string): CloudError => new CloudError('cloud.bad-reply', { part });
