import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CloudError } from '../../../main/cloud/cloud-error.ts';
import { readCloudauthReply } from '../../../main/cloud/cloudauth-reply.ts';
import { CompareFacesError } from '../../../main/compare/compare-faces-error.ts';
import { decide } from '../../../main/compare/verdict.ts';
import { caughtFrom } from './caught-from.ts';

const thresholds = { '0.0001': '90.07', '0.001': '80.01', '0.01': '70.02' };
const data = { ConfidenceThresholds: JSON.stringify(thresholds), SimilarityScore: 98.7913 };

const reply = (body: unknown, status = 200) => ({ status, body: JSON.stringify(body) });
const withData = (changed: object) =>
  reply({ Code: '1', Success: true, Data: { ...data, ...changed } });
const withThresholds = (changed: unknown) =>
  withData({ ConfidenceThresholds: JSON.stringify(changed) });

describe('a reply with a score', () => {
  test('is read as the page’s example has it', () => {
    expect(readCloudauthReply(reply({ Code: '1', Data: data, Success: true }))).toEqual({
      engine: 'cloudauth',
      similarityScore: 98.7913,
      confidenceThresholds: { '0.01': 70.02, '0.001': 80.01, '0.0001': 90.07 },
      operatingPoints: [
        { far: 0.01, threshold: 70.02 },
        { far: 0.001, threshold: 80.01 },
        { far: 0.0001, threshold: 90.07 },
      ],
    });
  });

  test.each(['1', 1, '200', 200, 'OK', 'ok', 'Success', 'success', 'SUCCESS', '', null, undefined])(
    'succeeds with the code %j',
    (Code) => {
      const { similarityScore } = readCloudauthReply(reply({ Code, Success: true, Data: data }));
      expect(similarityScore).toBe(98.7913);
    },
  );

  test.each([true, 'true', 'True', null, undefined])('succeeds with Success %j', (Success) => {
    expect(readCloudauthReply(reply({ Success, Data: data })).similarityScore).toBe(98.7913);
  });

  test.each([
    [0, 0],
    [100, 100],
    ['87.5', 87.5],
    ['8.75e1', 87.5],
  ])('reads the score %j as %d', (given, score) => {
    expect(readCloudauthReply(withData({ SimilarityScore: given })).similarityScore).toBe(score);
  });

  test('never takes a small score for a share of one: 0.98 of 100 fails', () => {
    const result = readCloudauthReply(withData({ SimilarityScore: 0.9825757 }));
    expect(result.similarityScore).toBe(0.9825757);
    expect(decide(result, { far: 0.01 }).verdict).toBe('fail');
  });

  test('uses every rate the service names, and thresholds written as numbers', () => {
    const given = { ...thresholds, '0.00001': 95, '0.01': 70 };
    const result = readCloudauthReply(withThresholds(given));
    expect(result.operatingPoints.map((point) => point.far)).toEqual([1e-2, 1e-3, 1e-4, 1e-5]);
    expect(result.confidenceThresholds).toEqual({ '0.01': 70, '0.001': 80.01, '0.0001': 90.07 });
    expect(decide(result, { far: 0.0001, attempts: 10 }).threshold).toBe(95);
  });

  test('may have its thresholds as an object, not as text', () => {
    const result = readCloudauthReply(withData({ ConfidenceThresholds: thresholds }));
    expect(result).toEqual(readCloudauthReply(withData({})));
  });

  test('is judged by its own thresholds and never by those of the reply before', () => {
    readCloudauthReply(withThresholds(thresholds));
    const stricter = { '0.01': '97', '0.001': '98', '0.0001': '99' };
    const result = readCloudauthReply(withThresholds(stricter));
    expect(decide(result, { far: 0.001 })).toMatchObject({ verdict: 'pass', threshold: 98 });
    expect(decide(result, { far: 0.0001 })).toMatchObject({ verdict: 'review', threshold: 99 });
  });

  test('allows no division of the strictest rate over attempts, since none stricter is known', () => {
    const result = readCloudauthReply(withData({}));
    expect(() => decide(result, { far: 0.0001, attempts: 3 })).toThrow(
      expect.objectContaining({ code: 'verdict.far-not-measured' }),
    );
    expect(decide(result, { far: 0.0001, attempts: 1 }).verdict).toBe('pass');
  });
});

describe('a reply that makes no sense has no result', () => {
  test.each([
    ['an empty body', { status: 200, body: '' }, 'JSON'],
    ['a page of a portal', { status: 200, body: '<html>Log in</html>' }, 'JSON'],
    ['no object', reply('OK'), 'JSON'],
    ['a redirect', { status: 302, body: '' }, 'HTTP 302'],
    ['a redirect with a reply', reply({ Data: data }, 307), 'HTTP 307'],
    ['no data', reply({ Code: '1', Success: true }), 'SimilarityScore'],
    ['empty data', reply({ Code: '1', Data: null }), 'SimilarityScore'],
    ['no score', withData({ SimilarityScore: undefined }), 'SimilarityScore'],
    ['a score above 100', withData({ SimilarityScore: 100.01 }), 'SimilarityScore'],
    ['a score below 0', withData({ SimilarityScore: -0.01 }), 'SimilarityScore'],
    ['a score in words', withData({ SimilarityScore: 'high' }), 'SimilarityScore'],
    ['an empty score', withData({ SimilarityScore: '' }), 'SimilarityScore'],
    ['a score in hexadecimal', withData({ SimilarityScore: '0x60' }), 'SimilarityScore'],
    ['a score that is true', withData({ SimilarityScore: true }), 'SimilarityScore'],
    ['a list of scores', withData({ SimilarityScore: [98] }), 'SimilarityScore'],
    [
      'an infinite score',
      { status: 200, body: '{"Data":{"SimilarityScore":1e999,"ConfidenceThresholds":"{}"}}' },
      'SimilarityScore',
    ],
    ['no thresholds', withData({ ConfidenceThresholds: undefined }), 'ConfidenceThresholds'],
    [
      'thresholds that are no JSON',
      withData({ ConfidenceThresholds: '{' }),
      'ConfidenceThresholds',
    ],
    ['a list of thresholds', withThresholds([70, 80, 90]), 'ConfidenceThresholds'],
    [
      'a threshold in words',
      withThresholds({ ...thresholds, '0.01': 'low' }),
      'ConfidenceThresholds',
    ],
    [
      'a threshold above 100',
      withThresholds({ ...thresholds, '0.01': 101 }),
      'ConfidenceThresholds',
    ],
    ['a rate of 1', withThresholds({ ...thresholds, '1': '10' }), 'ConfidenceThresholds'],
    ['a rate in words', withThresholds({ ...thresholds, strict: '99' }), 'ConfidenceThresholds'],
    ['one rate twice', withThresholds({ ...thresholds, '1e-2': '10' }), 'ConfidenceThresholds'],
    [
      'a rate missing',
      withThresholds({ '0.01': '70', '0.001': '80' }),
      'ConfidenceThresholds 0.0001',
    ],
  ])('%s', async (_, http, part) => {
    const error = await caughtFrom(() => readCloudauthReply(http));
    expect(error).toMatchObject({ code: 'cloud.bad-reply', data: { part } });
  });

  test('and is a typed error whatever it is', () => {
    const replies = fc.record({
      status: fc.integer({ min: 200, max: 599 }),
      body: fc.oneof(
        fc.string(),
        fc.json(),
        fc
          .record(
            {
              Code: fc.anything(),
              Success: fc.anything(),
              RequestId: fc.anything(),
              Data: fc.record({ SimilarityScore: fc.anything(), ConfidenceThresholds: fc.json() }),
            },
            { requiredKeys: [] },
          )
          .map((value) =>
            JSON.stringify(value, (_, inner: unknown) =>
              typeof inner === 'bigint' ? String(inner) : inner,
            ),
          ),
      ),
    });
    fc.assert(
      fc.property(replies, (http) => {
        try {
          readCloudauthReply(http);
        } catch (error) {
          if (error instanceof CloudError || error instanceof CompareFacesError) return;
          throw error;
        }
        throw new Error('A score out of nothing.');
      }),
    );
  });
});

describe('a score that came with an error does not count', () => {
  test.each([
    ['Success is false', reply({ Code: '1', Success: false, Data: data })],
    ['Success is the text false', reply({ Code: '1', Success: 'False', Data: data })],
    ['Success is nonsense', reply({ Code: '1', Success: 'perhaps', Data: data })],
    ['the code is unknown', reply({ Code: '2', Success: true, Data: data })],
    ['the status is an error', reply({ Code: '200', Success: true, Data: data }, 400)],
  ])('%s', async (_, http) => {
    const error = await caughtFrom(() => readCloudauthReply(http));
    expect(error).toMatchObject({ code: 'cloud.refused' });
  });

  test('the code is one of the contract, at any status', async () => {
    for (const status of [200, 400]) {
      const http = reply({ Code: 'Error.NoFaceDetected', Success: true, Data: data }, status);
      const error = await caughtFrom(() => readCloudauthReply(http));
      expect(error).toMatchObject({ name: 'CompareFacesError', code: 'Error.NoFaceDetected' });
    }
  });
});
