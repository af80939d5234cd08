import { z } from 'zod';
import { ModelError } from '../model-error.ts';

const quantization = z.object({
  dtype: z.enum(['uint8', 'uint16', 'float16']),
  scale: z.number().optional(),
  min: z.number().optional(),
});

const weightEntry = z.object({
  name: z.string(),
  shape: z.array(z.int().min(0)),
  dtype: z.string(),
  quantization: quantization.optional(),
});

const node = z.object({
  name: z.string(),
  op: z.string(),
  input: z.array(z.string()).default([]),
  attr: z.record(z.string(), z.unknown()).default({}),
});

const tfjsDocument = z.object({
  modelTopology: z.object({ node: z.array(node) }),
  weightsManifest: z.array(z.object({ paths: z.array(z.string()), weights: z.array(weightEntry) })),
});

/** The `model.json` of a TensorFlow.js graph model, as far as the conversion needs it. */
export type TfjsDocument = z.infer<typeof tfjsDocument>;
export type TfjsNode = z.infer<typeof node>;
export type WeightEntry = z.infer<typeof weightEntry>;

/**
 * Reads the `model.json` of a TensorFlow.js graph model.
 *
 * @throws ModelError `model.graph-invalid`
 */
export const parseTfjsDocument = (text: string): TfjsDocument => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ModelError('model.graph-invalid', { reason }, { cause });
  }
  const parsed = tfjsDocument.safeParse(json);
  if (!parsed.success) {
    const reason = z.prettifyError(parsed.error).replaceAll('\n', ' ');
    throw new ModelError('model.graph-invalid', { reason }, { cause: parsed.error });
  }
  return parsed.data;
};
