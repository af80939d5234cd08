import { describe, expect, it } from 'vitest';
import { convertModel } from '../../../models/convert-model.ts';
import type { TfjsDocument } from '../../../models/convert/tfjs-document.ts';
import { relativeDifference, seededBytes } from '../support/numbers.ts';
import { loadOnnx } from '../support/onnx-model.ts';
import {
  convertAsPublished,
  publishedModel,
  type PublishedModel,
} from '../support/published-models.ts';
import { runTfjs } from '../support/tfjs-model.ts';

/** How far the two runtimes may be apart, as a share of the largest number of the output. */
const tolerance = 1e-3;

/** Topology → what TensorFlow.js makes of it. */
const tfjsResults = new Map<string, ReturnType<typeof runTfjs>>();

/** Largest relative difference of each output of the model to TensorFlow.js, on seeded noise. */
const differencesToTfjs = async (
  { model, source, files }: PublishedModel,
  onnx: Uint8Array,
  topology = files.topology,
  weights = files.weights[0]!,
): Promise<Record<string, number>> => {
  const { width, height, channels, name, valueRange } = model.input;
  const shape = [1, height, width, channels];
  const pixels = seededBytes(width * height * channels, 7);
  const scaled = Float32Array.from(pixels, (v) => v / valueRange.divideBy + valueRange.add);

  const document = JSON.parse(topology) as TfjsDocument;
  const placeholder = document.modelTopology.node.find((node) => node.op === 'Placeholder')!;
  const nodes = Object.keys(source.conversion.outputs);
  const feeds = { [placeholder.name]: { shape, data: scaled } };
  // TensorFlow.js on the CPU is slow: each network runs once.
  const pending = tfjsResults.get(topology) ?? runTfjs(topology, weights, feeds, nodes);
  tfjsResults.set(topology, pending);
  const expected = await pending;
  const actual = await (await loadOnnx(onnx))({ [name]: { shape, data: pixels } });
  return Object.fromEntries(
    Object.entries(source.conversion.outputs).map(([node, output]) => [
      output,
      relativeDifference(actual[output]!.data, expected[node]!.data),
    ]),
  );
};

/** The published network of the embedding, its two faults corrected by hand in its own files. */
const correctedByHand = ({
  files,
}: PublishedModel): { topology: string; weights: Uint8Array; corrections: number } => {
  const document = JSON.parse(files.topology) as TfjsDocument;
  const nodes = document.modelTopology.node;
  const relu = Buffer.from('Relu').toString('base64');
  let corrections = 0;
  for (const node of nodes.filter(({ op }) => op === 'FusedDepthwiseConv2dNative')) {
    const list = (node.attr['fused_ops'] as { list: { s: string[] } }).list;
    if (!list.s.includes(relu)) continue;
    list.s = list.s.filter((step) => step !== relu);
    // The sum adds the convolution itself; behind a ReLU of its own it adds the positive part.
    const sum = nodes.find(({ op, input }) => op === 'Add' && input[0] === node.name)!;
    sum.input[0] = `${node.name}/positive`;
    nodes.push({
      name: `${node.name}/positive`,
      op: 'Relu',
      input: [node.name],
      attr: { T: { type: 'DT_FLOAT' } },
    });
    corrections++;
  }
  const weights = Uint8Array.from(files.weights[0]!);
  const view = new DataView(weights.buffer);
  let offset = 0;
  for (const { name, shape } of document.weightsManifest[0]!.weights) {
    const size = shape.reduce((product, dimension) => product * dimension, 1);
    const isMultiplier = nodes.some(({ op, input }) => op === 'Mul' && input[1] === name);
    if (isMultiplier) {
      for (let i = 0; i < size; i++) {
        const at = offset + 4 * i;
        view.setFloat32(at, -view.getFloat32(at, true), true);
      }
      corrections++;
    }
    offset += 4 * size;
  }
  return { topology: JSON.stringify(document), weights, corrections };
};

describe('the converted networks give what TensorFlow.js gives', () => {
  it.each(['blazeface-back', 'facemesh', 'mobilefacenet'])('%s, as published', async (id) => {
    const published = publishedModel(id);
    const differences = await differencesToTfjs(published, convertAsPublished(published));
    expect(Object.keys(differences)).toEqual(Object.values(published.source.conversion.outputs));
    for (const difference of Object.values(differences)) expect(difference).toBeLessThan(tolerance);
  });

  it('mobilefacenet, repaired, against the published files corrected by hand', async () => {
    const published = publishedModel('mobilefacenet');
    const { topology, weights, corrections } = correctedByHand(published);
    expect(corrections).toBe(16 + 33);
    const onnx = convertModel(published.model, published.source, published.files);
    const repaired = await differencesToTfjs(published, onnx, topology, weights);
    expect(repaired['embedding']).toBeLessThan(tolerance);
    const unrepaired = convertAsPublished(published);
    const asPublished = await differencesToTfjs(published, unrepaired, topology, weights);
    expect(asPublished['embedding']).toBeGreaterThan(0.1);
  });
});

describe('a batch', () => {
  it('gives each crop what it gets alone', async () => {
    const { model, source, files } = publishedModel('mobilefacenet');
    const { width, height, channels, name } = model.input;
    const size = width * height * channels;
    const pixels = seededBytes(2 * size, 21);
    const run = await loadOnnx(convertModel(model, source, files));
    const embed = async (data: Uint8Array, crops: number): Promise<Float32Array> =>
      (await run({ [name]: { shape: [crops, height, width, channels], data } }))['embedding']!.data;
    const together = await embed(pixels, 2);
    const alone = [await embed(pixels.subarray(0, size), 1), await embed(pixels.subarray(size), 1)];
    const joined = Float32Array.from(alone.flatMap((embedding) => [...embedding]));
    expect(relativeDifference(together, joined)).toBeLessThan(1e-5);
    expect(relativeDifference(alone[0]!, alone[1]!)).toBeGreaterThan(0.01);
  });
});
