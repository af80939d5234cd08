import { z } from 'zod';

/** An `AttrValue` of TensorFlow's `GraphDef` as protobuf writes it in JSON. */
const attribute = z.object({
  s: z.string().optional(),
  b: z.boolean().optional(),
  list: z
    .object({
      s: z.array(z.string()).optional(),
      i: z.array(z.union([z.string(), z.number()])).optional(),
    })
    .optional(),
  shape: z
    .object({
      dim: z.array(z.object({ size: z.union([z.string(), z.number()]) })).optional(),
      unknownRank: z.boolean().optional(),
    })
    .optional(),
});

/** The attributes of a graph node, by name. */
export type Attributes = Readonly<Record<string, unknown>>;

const attributeOf = (attributes: Attributes, name: string): z.infer<typeof attribute> => {
  const parsed = attribute.safeParse(attributes[name]);
  return parsed.success ? parsed.data : {};
};

/** A string attribute; protobuf's JSON carries `bytes` as base64. */
export const textAttribute = (attributes: Attributes, name: string): string | undefined => {
  const { s } = attributeOf(attributes, name);
  return s === undefined ? undefined : fromBase64(s);
};

/** A list of strings; empty where the attribute is absent. */
export const textsAttribute = (attributes: Attributes, name: string): readonly string[] =>
  (attributeOf(attributes, name).list?.s ?? []).map(fromBase64);

/** A list of integers; empty where the attribute is absent. */
export const integersAttribute = (attributes: Attributes, name: string): readonly number[] =>
  (attributeOf(attributes, name).list?.i ?? []).map(Number);

/** A flag; false where the attribute is absent. */
export const flagAttribute = (attributes: Attributes, name: string): boolean =>
  attributeOf(attributes, name).b ?? false;

/** A shape, unknown dimensions as −1; undefined where the rank itself is unknown. */
export const shapeAttribute = (
  attributes: Attributes,
  name: string,
): readonly number[] | undefined => {
  const { shape } = attributeOf(attributes, name);
  if (shape === undefined || shape.unknownRank === true) return undefined;
  return (shape.dim ?? []).map((dimension) => Number(dimension.size));
};

/** A list of strings as an attribute, the reverse of {@link textsAttribute}. */
export const textsAsAttribute = (texts: readonly string[]): unknown => ({
  list: { s: texts.map((text) => Buffer.from(text, 'utf8').toString('base64')) },
});

const fromBase64 = (text: string): string => Buffer.from(text, 'base64').toString('utf8');
