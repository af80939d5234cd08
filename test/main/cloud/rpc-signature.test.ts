import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { percentEncode } from '../../../main/cloud/percent-encode.ts';
import {
  canonicalQuery,
  rpcSignature,
  signedForm,
  stringToSign,
} from '../../../main/cloud/rpc-signature.ts';
import { signatureVectors, signedBody } from './signature-vectors.ts';

const signatureOf = (
  method: 'GET' | 'POST',
  parameters: Readonly<Record<string, string>>,
  secret: string,
): string => rpcSignature(stringToSign(method, canonicalQuery(parameters)), secret);

describe('a signature', () => {
  test.each(signatureVectors)(
    'is that of the vendor’s libraries: $name',
    ({ method, parameters, accessKeySecret, signature }) => {
      expect(signatureOf(method, parameters, accessKeySecret)).toBe(signature);
    },
  );

  test('does not depend on the order the parameters come in', () => {
    const { method, parameters, accessKeySecret, signature } = signatureVectors[0]!;
    const reversed = Object.fromEntries(Object.entries(parameters).reverse());
    expect(signatureOf(method, reversed, accessKeySecret)).toBe(signature);
  });

  const { parameters, accessKeySecret, signature } = signatureVectors[0]!;
  test.each([
    ['another method', signatureOf('GET', parameters, accessKeySecret)],
    ['another secret', signatureOf('POST', parameters, `${accessKeySecret}x`)],
    [
      'one byte of a photograph changed',
      signatureOf(
        'POST',
        { ...parameters, SourceImageValue: 'base64:///9k/4AAQSkZJRgABAQ==' },
        accessKeySecret,
      ),
    ],
  ])('is another with %s', (_, other) => {
    expect(other).not.toBe(signature);
  });
});

test('a signed form is byte for byte what the vendor’s library sends', () => {
  const { parameters, accessKeySecret } = signatureVectors[0]!;
  expect(signedForm(parameters, (text) => rpcSignature(text, accessKeySecret))).toBe(signedBody);
});

describe('percent-encoding', () => {
  test('leaves only the unreserved characters alone', () => {
    expect(percentEncode("Az09-_.~ !'()*+/=&%图")).toBe(
      'Az09-_.~%20%21%27%28%29%2A%2B%2F%3D%26%25%E5%9B%BE',
    );
  });

  test('is undone by decoding, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const encoded = percentEncode(text);
        expect(encoded).toMatch(/^([\w.~-]|%[0-9A-F]{2})*$/);
        expect(decodeURIComponent(encoded)).toBe(text);
      }),
    );
  });
});
