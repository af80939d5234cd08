import { admitTencent } from './admit-tencent.ts';
import { BusyError } from './compare-queue.ts';
import type { GatewayParts } from './gateway-parts.ts';
import type { GatewayAnswer, GatewayRequest } from './gateway-request.ts';
import { BodyRefused } from './request-body.ts';
import { shownScore } from './shown-score.ts';
import { compareForTencent, tencentFailureOf } from './tencent-failure.ts';
import { readTencentForm } from './tencent-form.ts';
import { photographsOfForm } from './tencent-images.ts';
import { tencentCatalogue, TencentRefusal } from './tencent-refusal.ts';
import { readTencentSignature } from './tencent-signature.ts';

/** Answers `face/compare`: always in the service's form, whatever happens. */
export const answerTencent = async (
  request: GatewayRequest,
  parts: GatewayParts,
): Promise<GatewayAnswer> => {
  try {
    if (request.method !== 'POST') throw new TencentRefusal('3', { httpStatus: 405 });
    const body = await request.readBody();
    const form = await readTencentForm(body, request.headers['content-type']);
    const signature = readTencentSignature(request.headers.authorization);
    await admitTencent(signature, form, request.remoteAddress, parts);
    const photographs = await photographsOfForm(form, parts.fetch);
    const { similarityScore } = await compareForTencent(photographs, (pair) =>
      parts.compare(pair, request.gone),
    );
    const data = { similarity: shownScore(similarityScore), session_id: request.id };
    return {
      status: 200,
      code: '0',
      headers: jsonHeaders,
      body: JSON.stringify({ data, code: 0, message: 'OK' }),
    };
  } catch (caught) {
    return tencentRefusalReply(tencentFailureOf(caught), request.id);
  }
};

const jsonHeaders = { 'content-type': 'application/json' } as const;

/** @param id - the request's, as `session_id`. */
export const tencentRefusalReply = (refusal: TencentRefusal, id: string): GatewayAnswer => {
  const { code, failFlag, httpStatus, retryAfterMs } = refusal;
  const data = { ...(failFlag !== undefined && { fail_flag: failFlag }), session_id: id };
  const message = tencentCatalogue[code].what.zh;
  return {
    status: httpStatus,
    code,
    headers: {
      ...jsonHeaders,
      ...(retryAfterMs !== undefined && { 'retry-after': String(Math.ceil(retryAfterMs / 1000)) }),
      ...(httpStatus === 405 && { allow: 'POST' }),
    },
    body: JSON.stringify({ data, code: Number(code), message }),
    ...(isOwnFault(refusal) && { error: refusal }),
  };
};

/** Whether somebody should look into it: being busy is no fault, nor is a caller who breaks off. */
const isOwnFault = ({ httpStatus, code, cause }: TencentRefusal): boolean => {
  if (cause instanceof BusyError || cause instanceof BodyRefused) return false;
  return httpStatus >= 500 || code === '-1103';
};
