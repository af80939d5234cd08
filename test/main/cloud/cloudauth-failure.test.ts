import { describe, expect, test } from 'vitest';
import { cloudauthFailure } from '../../../main/cloud/cloudauth-failure.ts';
import {
  CompareFacesError,
  compareFacesCatalogue,
} from '../../../main/compare/compare-faces-error.ts';

describe('what the service refuses', () => {
  test.each(Object.entries(compareFacesCatalogue))(
    '%s is the contract’s own error',
    (code, entry) => {
      const error = cloudauthFailure({ status: entry.httpStatus, code, requestId: 'ABC-1' });
      expect(error).toBeInstanceOf(CompareFacesError);
      expect(error).toMatchObject({
        code,
        httpStatus: entry.httpStatus,
        data: { requestId: 'ABC-1' },
      });
    },
  );

  test.each([
    ['Throttling', 400, 'cloud.throttled'],
    ['Throttling.User', 400, 'cloud.throttled'],
    ['Throttling.Api', 503, 'cloud.throttled'],
    [undefined, 429, 'cloud.throttled'],
    ['InternalError', 500, 'cloud.unavailable'],
    ['ServiceUnavailable', 503, 'cloud.unavailable'],
    ['ServiceUnavailable', 200, 'cloud.unavailable'],
    [undefined, 502, 'cloud.unavailable'],
    ['InvalidTimeStamp.Expired', 400, 'cloud.clock-wrong'],
    ['InvalidAccessKeyId.NotFound', 404, 'cloud.credentials-refused'],
    ['InvalidAccessKeyId.Inactive', 400, 'cloud.credentials-refused'],
    ['SignatureDoesNotMatch', 400, 'cloud.credentials-refused'],
    ['InvalidSecurityToken.Malformed', 400, 'cloud.credentials-refused'],
    ['InvalidSecurityToken.Expired', 400, 'cloud.credentials-refused'],
    ['InvalidSecurityToken.MismatchWithAccessKey', 400, 'cloud.credentials-refused'],
    ['MissingSecurityToken', 400, 'cloud.credentials-refused'],
    ['MissingTimestamp', 400, 'cloud.refused'],
    ['InvalidTimeStamp.Format', 400, 'cloud.refused'],
    ['SignatureNonceUsed', 400, 'cloud.refused'],
    ['InvalidSignatureMethod', 400, 'cloud.refused'],
    ['IncompleteSignature', 400, 'cloud.refused'],
    ['InvalidAction.NotFound', 404, 'cloud.refused'],
    ['InvalidApi.NotFound', 404, 'cloud.refused'],
    ['InvalidVersion', 400, 'cloud.refused'],
    ['InvalidParameter.Format', 400, 'cloud.refused'],
    ['UnsupportedHTTPMethod', 403, 'cloud.refused'],
    ['InvalidProtocol.NeedSsl', 400, 'cloud.refused'],
    ['RequestBodyTooLarge', 413, 'cloud.refused'],
    [undefined, 404, 'cloud.refused'],
  ] as const)('%s with status %d is %s', (code, status, expected) => {
    const error = cloudauthFailure({ status, ...(code !== undefined && { code }) });
    expect(error.code).toBe(expected);
    expect(error.data).toEqual({ code: code ?? `HTTP ${status}` });
    expect(error.sentence.zh).toContain(code ?? `HTTP ${status}`);
  });

  test('is passed on only if it looks like a code', () => {
    const error = cloudauthFailure({
      status: 400,
      code: 'server string to sign is:POST&%2F&AccessKeyId',
      requestId: '<script>',
    });
    expect(error.data).toEqual({ code: 'HTTP 400' });
  });

  test.each(['constructor', '__proto__', 'toString'])('is no contract code if it is %s', (code) => {
    expect(cloudauthFailure({ status: 400, code }).code).toBe('cloud.refused');
  });
});
