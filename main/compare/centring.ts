import { z } from 'zod';

/** Fewer people than this are no group: their mean would be a picture of them. */
export const leastPeoplePerGroup = 30;
/** So many groups are in one calibration, at most. */
export const mostGroups = 64;
/** A mean that one person moves further than this would say something about them. */
export const largestPullAllowed = 0.1;

const group = z.strictObject({
  /** `east-asian`, or `others-1` for one that was found without labels. */
  name: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,39}$/),
  people: z.int().min(leastPeoplePerGroup),
  /** How much of the mean is taken off the faces of this group. */
  share: z.number().min(0).max(1),
  /**
   * How much nearer the mean came to any one of its people because that person is in it: the largest
   * difference of their cosine with the mean and with what it would be without them.
   */
  largestPull: z.number().min(0).max(largestPullAllowed),
  /** The mean of one embedding per person, with noise, in the order of the embedding's numbers. */
  mean: z.array(z.number().min(-1).max(1)).min(2),
});

/**
 * What faces of one group of people have in common, as part of a calibration. It holds means of at
 * least {@link leastPeoplePerGroup} people each, and no person.
 */
export const centringSchema = z
  .strictObject({
    /** How sharply a face is told to belong to the nearest group: β of the softmax. */
    sharpness: z.number().gt(0).max(1000),
    groups: z.array(group).min(1).max(mostGroups),
    /** How the groups were found, for the record. */
    recipe: z.string().min(1),
  })
  .refine(({ groups }) => new Set(groups.map(({ name }) => name)).size === groups.length, {
    message: 'two groups have one name',
  })
  .refine(({ groups }) => new Set(groups.map(({ mean }) => mean.length)).size === 1, {
    message: 'the means have different lengths',
  })
  .refine(({ groups }) => groups.every(({ mean }) => Math.hypot(...mean) > 1e-3), {
    message: 'a mean has no direction',
  });

export type Centring = z.infer<typeof centringSchema>;
export type CentringGroup = Centring['groups'][number];

/** Takes off an embedding what it shares with its group. */
export type Centre = (embedding: Float32Array) => Float32Array;

/**
 * Prepares group centring.
 *
 * Faces of one population share a direction in the embedding, so that two strangers of it seem more
 * alike than two people of the whole world. With the means μ of some groups and the soft membership
 * w(x) = softmax(β · x·μ/|μ|), the centred embedding is x − Σ w·s·μ, made unit length again; s is the
 * group's share (docs/decisions/0022). One threshold then holds for all of them.
 *
 * @returns a function from an embedding of unit length to another of unit length. It gives a copy, and
 * throws `RangeError` for an embedding of another length than the means.
 */
export const createCentre = (centring: Centring | undefined): Centre => {
  if (centring === undefined) return (embedding) => Float32Array.from(embedding);
  const { sharpness } = centring;
  const groups = centring.groups.map(({ mean, share }) => ({
    mean: Float64Array.from(mean),
    scale: sharpness / Math.hypot(...mean),
    share,
  }));
  const length = groups[0]?.mean.length ?? 0;
  return (embedding) => {
    if (embedding.length !== length)
      throw new RangeError(`The embedding has ${embedding.length} numbers, the means ${length}.`);
    const nearness = groups.map(({ mean, scale }) => dot(embedding, mean) * scale);
    const largest = Math.max(...nearness);
    const weights = nearness.map((value) => Math.exp(value - largest));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const centred = Float64Array.from(embedding);
    groups.forEach(({ mean, share }, index) => {
      const factor = (share * (weights[index] ?? 0)) / total;
      for (let i = 0; i < length; i++) centred[i] = (centred[i] ?? 0) - factor * (mean[i] ?? 0);
    });
    const size = Math.sqrt(dot(centred, centred));
    return Float32Array.from(centred, (value) => value / size);
  };
};

const dot = (a: Float32Array | Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < b.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
};
