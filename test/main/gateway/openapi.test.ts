import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { compareFacesCatalogue } from '../../../main/compare/compare-faces-error.ts';
import { refusalCatalogue } from '../../../main/gateway/cloudauth-refusal.ts';
import { tencentCatalogue } from '../../../main/gateway/tencent-refusal.ts';
import { transportFailures } from '../../../main/gateway/transport-failure.ts';
import { picture } from './support/colour-engine.ts';
import { send, sendRaw, type Received } from './support/send.ts';
import { acs3Call, imageParameters, tencentCall } from './support/sign.ts';
import { startTestGateway, type TestGateway } from './support/test-gateway.ts';

interface Document {
  readonly paths: Readonly<
    Record<string, { readonly post: { readonly responses: Readonly<Record<string, object>> } }>
  >;
  readonly components: {
    readonly schemas: {
      readonly Code: { readonly enum: readonly (string | number)[]; readonly description: string };
    };
  };
}

const read = (name: string): Document =>
  parse(readFileSync(join(import.meta.dirname, '../../../docs/openapi', name), 'utf8')) as Document;

const cloudauth = read('cloudauth-compare-faces.yaml');
const tencent = read('tencent-face-compare.yaml');

let gateway: TestGateway;
let red: Buffer;

beforeAll(async () => {
  gateway = await startTestGateway();
  red = await picture('#f00');
});

afterAll(() => gateway.close());

const validatorOf = (document: Document, schema: string): ValidateFunction =>
  new Ajv2020({ strict: false, validateFormats: false }).compile({
    ...document,
    $ref: `#/components/schemas/${schema}`,
  });

const expectToFit = (document: Document, schema: string, reply: Received): void => {
  const validate = validatorOf(document, schema);
  expect([validate(reply.json()), validate.errors]).toEqual([true, null]);
  const [path] = Object.values(document.paths);
  expect(Object.keys(path?.post.responses ?? {})).toContain(String(reply.status));
};

describe.each([
  ['CompareFaces', cloudauth],
  ['face/compare', tencent],
])('the OpenAPI document of %s', (_, document) => {
  test('is one', async () => {
    const { valid, errors } = await new Validator().validate({ ...document });
    expect([valid, errors]).toEqual([true, undefined]);
  });
});

describe('the document of CompareFaces', () => {
  test('names every code with its status, and no other', () => {
    const catalogues = { ...compareFacesCatalogue, ...refusalCatalogue };
    const own = Object.values(transportFailures).map(([, code]) => code);
    const codes = [...new Set([...Object.keys(catalogues), ...own])];
    expect([...cloudauth.components.schemas.Code.enum].sort()).toEqual(codes.sort());
    const statuses = new Set([
      ...Object.values(catalogues).map(({ httpStatus }) => String(httpStatus)),
      ...Object.values(transportFailures).map(([status]) => String(status)),
    ]);
    const described = Object.keys(cloudauth.paths['/']?.post.responses ?? {});
    expect(described).toEqual(['200', ...[...statuses].sort()]);
  });

  test('fits what the gateway says', async () => {
    const images = imageParameters(red, red);
    expectToFit(cloudauth, 'Compared', await send(gateway.port, acs3Call(images)));
    for (const reply of [
      await send(gateway.port, { path: '/nowhere' }),
      await send(gateway.port, acs3Call({})),
      await send(gateway.port, acs3Call(images, { secret: 'a wrong secret' })),
      await sendRaw(gateway.port, 'rubbish\r\n\r\n'),
    ]) {
      expectToFit(cloudauth, 'Failure', reply);
    }
  });
});

describe('the document of face/compare', () => {
  test('names every code with its text and status, and no other', () => {
    const { enum: codes, description } = tencent.components.schemas.Code;
    const numbers = Object.keys(tencentCatalogue).map(Number);
    expect([...codes].sort()).toEqual(numbers.sort());
    const lines = Object.entries(tencentCatalogue).map(
      ([code, { what }]) => `- ${code} ${what.zh}`,
    );
    expect(description.trim().split('\n').sort()).toEqual(lines.sort());
    const statuses = Object.values(tencentCatalogue).map(({ httpStatus }) => String(httpStatus));
    const described = Object.keys(tencent.paths['/face/compare']?.post.responses ?? {});
    expect(described).toEqual(expect.arrayContaining(statuses));
  });

  test('fits what the gateway says', async () => {
    const both = tencentCall([
      ['imageA', red],
      ['imageB', red],
    ]);
    expectToFit(tencent, 'Compared', await send(gateway.port, both));
    for (const reply of [
      await send(gateway.port, tencentCall([['imageA', red]])),
      await send(gateway.port, tencentCall([], 'rubbish')),
      await send(gateway.port, { path: '/face/compare', method: 'PUT' }),
      await send(gateway.port, { path: '/face/other' }),
      await sendRaw(gateway.port, 'rubbish\r\n\r\n'),
    ]) {
      expectToFit(tencent, 'Failure', reply);
    }
  });
});
