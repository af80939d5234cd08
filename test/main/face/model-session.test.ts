import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InferenceSession } from 'onnxruntime-node';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FaceError } from '../../../main/face/face-error.ts';
import { ModelSession } from '../../../main/face/model-session.ts';
import type { Model } from '../../../models/manifest-schema.ts';
import { ModelError } from '../../../models/model-error.ts';
import { sha256Of } from '../../../models/model-file.ts';
import { manifestModels, modelsDirectory } from './models.ts';

const model = manifestModels.embedding;
const settings = { threads: 1 };

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'witness-models-'));
  cpSync(join(modelsDirectory, 'onnx'), join(directory, 'onnx'), { recursive: true });
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(directory, { recursive: true });
});

const fileOf = ({ file }: Model): string => join(directory, file);
/** Puts other bytes in place of a model, with a manifest entry that expects them. */
const replaced = <M extends Model>(entry: M, bytes: Uint8Array): M => {
  writeFileSync(fileOf(entry), bytes);
  return { ...entry, bytes: bytes.length, sha256: sha256Of(bytes) };
};

describe('a model that is not the one of the manifest', () => {
  test.each([0, 1000, 5_296_346])(
    'with byte %i changed is never given to the runtime',
    async (at) => {
      const bytes = readFileSync(fileOf(model));
      bytes[at]! ^= 1;
      writeFileSync(fileOf(model), bytes);
      const create = vi.spyOn(InferenceSession, 'create');
      const loading = ModelSession.load(directory, model, settings);
      await expect(loading).rejects.toThrow(ModelError);
      await expect(loading).rejects.toMatchObject({
        code: 'model.hash-mismatch',
        data: { expected: model.sha256, actual: sha256Of(bytes) },
      });
      expect(create).not.toHaveBeenCalled();
    },
  );

  test('that is cut off or missing is not loaded either', async () => {
    writeFileSync(fileOf(model), readFileSync(fileOf(model)).subarray(0, 4000));
    const loading = ModelSession.load(directory, model, settings);
    await expect(loading).rejects.toMatchObject({ code: 'model.hash-mismatch' });
    rmSync(fileOf(model));
    const again = ModelSession.load(directory, model, settings);
    await expect(again).rejects.toMatchObject({ code: 'model.missing' });
  });
});

describe('a model the runtime or the engine cannot use', () => {
  const rejection = async (entry: Model): Promise<FaceError> => {
    const caught: unknown = await ModelSession.load(directory, entry, settings).catch(
      (error: unknown) => error,
    );
    expect(caught).toBeInstanceOf(FaceError);
    expect(caught).toMatchObject({ code: 'engine.model-rejected' });
    return caught as FaceError;
  };

  test('no ONNX file at all', async () => {
    const error = await rejection(replaced(model, Buffer.from('no network')));
    expect(error.data['model']).toBe(model.id);
    expect(error.data['reason']).not.toBe('');
    expect(error.cause).toBeInstanceOf(Error);
  });

  test('an output that the file does not have', async () => {
    const error = await rejection({ ...model, outputs: { ...model.outputs, age: 'Years' } });
    expect(error.data['reason']).toBe('it has no output age');
  });

  test('an input of another name', async () => {
    const error = await rejection({ ...model, input: { ...model.input, name: 'image' } });
    expect(error.data['reason']).toBe('it has no input image');
  });
});

describe('a loaded model', () => {
  test('answers every output of the manifest, as long as the manifest says', async () => {
    const session = await ModelSession.load(directory, manifestModels.landmarks, settings);
    const { landmarks } = session.model;
    const outputs = await session.run(1);
    expect([...outputs.keys()].sort()).toEqual(Object.keys(session.model.outputs).sort());
    expect(outputs.get(landmarks.points)).toHaveLength(landmarks.landmarks * 3);
  });

  test('answers each crop of a batch as it answers it alone', async () => {
    const session = await ModelSession.load(directory, model, settings);
    const { length, vector } = model.embedding;
    const numbers = async (count: number, fill: (i: number) => number): Promise<Float32Array> => {
      const { data } = session.buffer(count);
      for (let i = 0; i < data.length; i++) data[i] = fill(i);
      return (await session.run(count)).get(vector)!;
    };
    const one = 112 * 112 * 3;
    const stripes = (i: number): number => (i * 7) % 256;
    const dots = (i: number): number => (i * i) % 251;
    const both = await numbers(2, (i) => (i < one ? stripes(i) : dots(i - one)));
    const alone = [await numbers(1, stripes), await numbers(1, dots)];
    for (const [n, expected] of alone.entries())
      for (let i = 0; i < length; i++) expect(both[n * length + i]).toBeCloseTo(expected[i]!, 5);
    expect(Math.hypot(...alone[0]!)).toBeCloseTo(1, 4);
  });

  test('keeps one buffer for each number of crops', async () => {
    const session = await ModelSession.load(directory, model, settings);
    expect(session.buffer(2)).toBe(session.buffer(2));
    expect(session.buffer(2)).not.toBe(session.buffer(1));
  });
});
