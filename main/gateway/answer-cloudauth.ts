import { admitCloudauth, successCodeOf } from './admit-cloudauth.ts';
import { callOf, schemeOf } from './cloudauth-call.ts';
import { cloudauthFailureOf } from './cloudauth-failure.ts';
import { photographsOf } from './cloudauth-images.ts';
import { CloudauthRefusal } from './cloudauth-refusal.ts';
import { failureReply, successReply, type ReplyFormat } from './cloudauth-reply.ts';
import type { GatewayParts } from './gateway-parts.ts';
import type { GatewayAnswer, GatewayRequest } from './gateway-request.ts';
import { parseForm, type FormPair } from './parse-form.ts';

/** Answers `CompareFaces`: always in the platform's form, whatever happens. */
export const answerCloudauth = async (
  request: GatewayRequest,
  parts: GatewayParts,
): Promise<GatewayAnswer> => {
  // Until the request says otherwise: programs understand JSON in every layout.
  let format: ReplyFormat = 'json';
  let stage: 'platform' | 'comparison' = 'platform';
  const { id, headers } = request;
  try {
    const isMethodServed =
      request.method === 'POST' || (request.method === 'GET' && parts.settings.cloudauth.allowGet);
    if (!isMethodServed) throw new CloudauthRefusal('UnsupportedHTTPMethod');
    const body = await request.readBody();
    const scheme = schemeOf(headers.authorization);
    const query = parseForm(request.query);
    const form = parseForm(isForm(headers['content-type']) ? body : '');
    const given = [...query, ...form];
    if (scheme === 'rpc') format = formatOf(given);
    const parameters = uniqueOf(given);
    const call = callOf(scheme, { request, query: new Map(query), parameters, body });
    await admitCloudauth(call, request.remoteAddress, parts);
    stage = 'comparison';
    const photographs = await photographsOf(call.parameters, parts.fetch);
    const result = await parts.compare(photographs, request.gone);
    const successCode = successCodeOf(call.version, parts.settings.cloudauth);
    return successReply(result, { id, format, successCode });
  } catch (caught) {
    const failure = cloudauthFailureOf(caught, stage);
    return failureReply(failure, { id, format, host: headers.host ?? '' });
  }
};

/** A body without a type is taken for a form too: some programs send it so. */
const isForm = (contentType: string | undefined): boolean =>
  contentType === undefined || /^\s*application\/x-www-form-urlencoded\s*(;|$)/i.test(contentType);

/**
 * In which format a request of the older scheme wants its reply, be it a refusal: XML where it says
 * nothing, as on the platform, and JSON where it asks for something that does not exist.
 */
const formatOf = (given: readonly FormPair[]): ReplyFormat => {
  const [, wanted = ''] = given.find(([name]) => name === 'Format') ?? [];
  return /^(xml)?$/i.test(wanted) ? 'xml' : 'json';
};

/** A name given twice has no one value: what is signed could be one and what is used the other. */
const uniqueOf = (given: readonly FormPair[]): ReadonlyMap<string, string> => {
  const parameters = new Map(given);
  if (parameters.size < given.length) throw new CloudauthRefusal('InvalidParameter.Repeated');
  return parameters;
};
