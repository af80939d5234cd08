import { Busboy } from '@fastify/busboy';
import { maximumImageBytes } from './limits.ts';
import { TencentRefusal } from './tencent-refusal.ts';

/** A part of a request: text or a photograph, which only its name tells. */
export interface TencentPart {
  readonly bytes: Buffer;
  /** Whether it had more bytes than a photograph may have; they are not kept. */
  readonly isCutOff: boolean;
}

/** The parts of a request by name. */
export type TencentForm = ReadonlyMap<string, TencentPart>;

/** Those that mean anything; others are let pass, as `bucket` of older SDKs. */
const textNames = ['appid', 'urlA', 'urlB'];
const names = [...textNames, 'imageA', 'imageB'];

/**
 * Reads the body of `face/compare`: JSON, or multipart in every shape the SDKs send.
 *
 * @throws TencentRefusal `3` for what is neither or is broken, `21` for a part that comes twice.
 */
export const readTencentForm = async (body: Buffer, contentType = ''): Promise<TencentForm> => {
  if (/^\s*application\/json\s*(;|$)/i.test(contentType)) return fromJson(body);
  if (/^\s*multipart\/form-data\s*;.*boundary="?[^\s";]/i.test(contentType))
    return fromMultipart(body, contentType);
  throw new TencentRefusal('3');
};

const fromJson = (body: Buffer): TencentForm => {
  let json: unknown;
  try {
    json = JSON.parse(body.toString('utf8').replace(/^\uFEFF/, ''));
  } catch {
    // The parser's own error would quote the request.
    throw new TencentRefusal('3');
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw new TencentRefusal('3');
  }
  return uniqueOf(
    Object.entries(json)
      // Photographs come as multipart; here they could only be text.
      .filter(([name, value]) => textNames.includes(name) && value !== null)
      .map(([name, value]: [string, unknown]) => [name, textPart(value)]),
  );
};

const textPart = (value: unknown): TencentPart => {
  if (typeof value !== 'string' && typeof value !== 'number') throw new TencentRefusal('21');
  return { bytes: Buffer.from(String(value)), isCutOff: false };
};

type Named = readonly [name: string, part: TencentPart];

const fromMultipart = (body: Buffer, contentType: string): Promise<TencentForm> =>
  new Promise<readonly Named[]>((resolve, reject) => {
    const parts: Named[] = [];
    const parser = new Busboy({
      headers: { 'content-type': contentType },
      // File names and types say nothing here: photographs come without, texts with them.
      isPartAFile: () => true,
      limits: { fileSize: maximumImageBytes, files: 20, headerPairs: 20 },
    });
    parser.on('file', (name: string | undefined, stream) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', reject);
      stream.on('end', () => {
        const part = { bytes: Buffer.concat(chunks), isCutOff: stream.truncated };
        if (name !== undefined) parts.push([name, part]);
      });
    });
    parser.on('error', reject);
    parser.on('finish', () => {
      resolve(parts);
    });
    parser.end(body);
  }).then(uniqueOf, (cause: unknown) => {
    throw new TencentRefusal('3', { cause });
  });

const uniqueOf = (given: readonly Named[]): TencentForm => {
  const known = given.filter(([name]) => names.includes(name));
  const form = new Map(known);
  if (form.size < known.length) throw new TencentRefusal('21');
  return form;
};
