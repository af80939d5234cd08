import { describe, expect, test } from 'vitest';
import {
  compareFacesForm,
  imageParameters,
  maximumBodyBytes,
} from '../../../main/cloud/cloudauth-request.ts';
import { createCloudCredentials } from '../../../main/cloud/credentials.ts';
import { maximumImageBytes } from '../../../main/cloud/image-value.ts';
import { caughtFrom } from './caught-from.ts';
import { jpeg, photographs } from './photographs.ts';

const credentials = createCloudCredentials({
  accessKeyId: 'LTAI-test-key-0001',
  accessKeySecret: 'made-up+secret/with=chars&0001',
  securityToken: 'made-up+sts/token==',
});
const mark = { nonce: '0123456789abcdef', time: new Date('2026-11-20T23:26:59.987Z') };

const jpegOf = (bytes: number, filling = 0): Uint8Array => {
  const image = new Uint8Array(bytes).fill(filling);
  image.set(jpeg);
  return image;
};

describe('the photographs', () => {
  test('keep their types and become Base64 without a data-URI head', () => {
    expect(imageParameters(photographs)).toEqual({
      SourceImageType: 'IDPic',
      SourceImageValue: 'base64:///9j/4AAQSkZJRgABAQ==',
      TargetImageType: 'FacePic',
      TargetImageValue: 'base64://iVBORw0KGgo+/A==',
    });
  });

  test('are only the bytes given where these are part of a larger buffer', () => {
    const buffer = Buffer.concat([Buffer.from('before'), jpeg, Buffer.from('after')]);
    const image = new Uint8Array(buffer.buffer, buffer.byteOffset + 6, jpeg.length);
    const { SourceImageValue } = imageParameters({
      ...photographs,
      source: { type: 'IDPic', image },
    });
    expect(SourceImageValue).toBe('base64:///9j/4AAQSkZJRgABAQ==');
  });
});

describe('the body', () => {
  test('is one form with every parameter, sorted, the signature last', () => {
    const body = compareFacesForm(imageParameters(photographs), credentials, mark).toString();
    expect(body.replace(/[^=]+$/, '')).toBe(
      [
        'AccessKeyId=LTAI-test-key-0001',
        'Action=CompareFaces',
        'Format=JSON',
        'RegionId=cn-hangzhou',
        'SecurityToken=made-up%2Bsts%2Ftoken%3D%3D',
        'SignatureMethod=HMAC-SHA1',
        'SignatureNonce=0123456789abcdef',
        'SignatureVersion=1.0',
        'SourceImageType=IDPic',
        'SourceImageValue=base64%3A%2F%2F%2F9j%2F4AAQSkZJRgABAQ%3D%3D',
        'TargetImageType=FacePic',
        'TargetImageValue=base64%3A%2F%2FiVBORw0KGgo%2B%2FA%3D%3D',
        'Timestamp=2026-11-20T23%3A26%3A59Z',
        'Version=2019-03-07',
        'Signature=',
      ].join('&'),
    );
    // HMAC-SHA1 is 20 bytes: 27 signs of Base64, and `=` percent-encoded.
    expect(decodeURIComponent(body.slice(body.lastIndexOf('=') + 1))).toMatch(
      /^[A-Za-z0-9+/]{27}=$/,
    );
  });

  test('of the largest ordinary photographs fits', () => {
    const most = { type: 'FacePic', image: jpegOf(maximumImageBytes) } as const;
    const images = imageParameters({ source: most, target: most });
    expect(compareFacesForm(images, credentials, mark).length).toBeLessThan(maximumBodyBytes);
  });

  test('is refused before it is sent where encoding makes it more than 8 MB', async () => {
    // Base64 of 0xFF is all slashes, and three bytes stand for each.
    const worst = { type: 'FacePic', image: jpegOf(maximumImageBytes, 0xff) } as const;
    const images = imageParameters({ source: worst, target: worst });
    const error = await caughtFrom(() => compareFacesForm(images, credentials, mark));
    expect(error).toMatchObject({
      code: 'cloud.request-too-large',
      data: { limit: maximumBodyBytes },
    });
  });
});
