import { z } from 'zod';
import { CompareFacesError } from '../compare/compare-faces-error.ts';
import { CloudError } from './cloud-error.ts';
import { decimal, harmless, parseJson, score } from './reply-parts.ts';
import { cloudCodeOfStatus } from './status-failure.ts';
import type { HttpReply } from './http-exchange.ts';
import { isTencentCode } from './tencent-codes.ts';
import { TencentError } from './tencent-error.ts';

const anything = z.unknown().optional();

/** What a reply may hold. Clients go by `code`; the message is only read for the one case it makes. */
const replySchema = z.object({
  code: decimal.pipe(z.int()),
  message: z.string().optional().catch(undefined),
  data: z
    .object({ similarity: anything, session_id: anything, fail_flag: anything })
    .nullish()
    .catch(undefined),
});
type Reply = z.output<typeof replySchema>;

/**
 * Reads the reply to `face/compare`: the similarity, 0 to 100, as it comes.
 *
 * `code` is looked at first, and the HTTP status only where the body cannot be read: the service's own
 * status on failure is not documented.
 *
 * @throws {CompareFacesError} `Error.NoFaceDetected`, with the photograph; {TencentError} for the other
 * codes of the page; {CloudError} `cloud.refused` for a code nobody knows, `cloud.bad-reply`,
 * `cloud.throttled` or `cloud.unavailable` for what is no reply of this service.
 */
export const readTencentReply = (http: HttpReply): number => {
  const reply = replySchema.safeParse(parseJson(http.body)).data;
  if (reply === undefined) throw unreadable(http);
  if (reply.code !== 0) throw failureOf(reply, http.retryAfterMs);
  const similarity = score.safeParse(reply.data?.similarity);
  if (!similarity.success) throw new CloudError('cloud.bad-reply', { part: 'similarity' });
  return similarity.data;
};

const unreadable = ({ status, retryAfterMs }: HttpReply): CloudError => {
  if (status < 400) return new CloudError('cloud.bad-reply', { part: 'JSON' });
  return new CloudError(cloudCodeOfStatus(status), {
    code: `HTTP ${status}`,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
};

const failureOf = (
  { code, message = '', data }: Reply,
  retryAfterMs: number | undefined,
): WitnessFailure => {
  const which = whichOf(data?.fail_flag);
  const requestId = harmless(data?.session_id);
  const facts = {
    ...(which && { which }),
    ...(requestId !== undefined && { requestId }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  };
  const text = String(code);
  if (text === '3' && /account abnormal/i.test(message)) {
    return new TencentError('account-stopped', facts);
  }
  if (!isTencentCode(text)) return new CloudError('cloud.refused', { code: text, ...facts });
  const error = new TencentError(text, facts);
  // What every engine says of a photograph without a face: a station waits for a better frame then.
  if (text === '-1101')
    return new CompareFacesError('Error.NoFaceDetected', facts, { cause: error });
  return error;
};

type WitnessFailure = TencentError | CloudError | CompareFacesError;

const whichOf = (flag: unknown): 'source' | 'target' | undefined => {
  if (flag === 1 || flag === '1') return 'source';
  return flag === 2 || flag === '2' ? 'target' : undefined;
};
