import { answerCloudauth } from './answer-cloudauth.ts';
import { answerTencent, tencentRefusalReply } from './answer-tencent.ts';
import { CloudauthRefusal } from './cloudauth-refusal.ts';
import { failureReply } from './cloudauth-reply.ts';
import type { GatewayParts } from './gateway-parts.ts';
import type { GatewayAnswer, GatewayRequest } from './gateway-request.ts';
import { TencentRefusal } from './tencent-refusal.ts';

/** Whose request it is, for metrics and log. */
export type ServedApi = 'cloudauth' | 'tencent' | 'none';

/** An address, as the request's first line has it, taken apart. */
export interface Target {
  readonly path: string;
  readonly query: string;
}

/** @param url - a path with its query, or, from programs that were told of a proxy, a whole address. */
export const targetOf = (url: string): Target => {
  const [head = ''] = url.replace(/^https?:\/\/[^/?#]*/i, '').split('#', 1);
  const at = head.indexOf('?');
  const path = at === -1 ? head : head.slice(0, at);
  return { path: path === '' ? '/' : path, query: at === -1 ? '' : head.slice(at + 1) };
};

/** Answers a request by whose path it is on. */
export const dispatch = async (
  path: string,
  request: GatewayRequest,
  parts: GatewayParts,
): Promise<GatewayAnswer & { readonly api: ServedApi }> => {
  if (path === '/') return { api: 'cloudauth', ...(await answerCloudauth(request, parts)) };
  if (path === '/face/compare') return { api: 'tencent', ...(await answerTencent(request, parts)) };
  // A path that looks like the one's is refused in its words, any other in the other's.
  if (path.startsWith('/face/')) {
    const refusal = new TencentRefusal('3', { httpStatus: 404 });
    return { api: 'none', ...tencentRefusalReply(refusal, request.id) };
  }
  const host = request.headers.host ?? '';
  const refusal = new CloudauthRefusal('InvalidApi.NotFound');
  return { api: 'none', ...failureReply(refusal, { id: request.id, format: 'json', host }) };
};
