import { z } from 'zod';
import type { ImageType } from '../face/types.ts';
import { centringSchema } from './centring.ts';
import { offeredFars } from './contract.ts';
import { scoreSteps } from './score-steps.ts';

/** The pairs of image types that may be compared; at least one of the two is a `FacePic`. */
const imagePairs = ['FacePic-FacePic', 'IDPic-FacePic'] as const;
export type ImagePair = (typeof imagePairs)[number];

/** The pair of two image types; which of them is source and which target makes no difference. */
export const imagePairOf = (a: ImageType, b: ImageType): ImagePair =>
  a === 'IDPic' || b === 'IDPic' ? 'IDPic-FacePic' : 'FacePic-FacePic';

/** The calibration used where none is chosen: its threshold holds for every group measured. */
export const defaultPopulation = 'everyone';

/** Shares of scores in twenty steps of five points: 0 to 5, … 95 to 100. */
const scoreShares = z
  .array(z.number().min(0).max(1))
  .length(scoreSteps)
  .refine((shares) => Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1) < 1e-3, {
    message: 'the shares do not add up to 1',
  });

const rate = z.number().min(0).max(1);
const cosine = z.number().min(-1).max(1);
const count = z.int().min(0);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** A name that can be part of an id and of a file's name. */
export const calibrationName = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,39}$/);
/** Longer, since it holds the population's name. */
const calibrationId = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,79}$/);

const isOrdered = ([low, high]: readonly [number, number]): boolean => low <= high;
const cosineInterval = z.tuple([cosine, cosine]).refine(isOrdered, 'ends in the wrong order');
const rateInterval = z.tuple([rate, rate]).refine(isOrdered, 'ends in the wrong order');

const calibrationPoint = z.strictObject({
  /** Share of impostor comparisons that reach the threshold, at most. */
  far: z.number().gt(0).lt(1),
  /** The least cosine that passes. */
  threshold: z.number().gt(-1).lt(1),
  /** Of the threshold: 2.5th to 97.5th percentile of the bootstrap over people. */
  interval95: cosineInterval,
  /** Share of genuine comparisons turned away, failures to find a face among them. */
  frr: rate,
  frrInterval95: rateInterval,
});

const calibrationTable = z
  .strictObject({
    pair: z.enum(imagePairs),
    people: z.int().min(2),
    photographs: z.int().min(2),
    /** Photographs of this pair's types in which no face was found. */
    failuresToFindFace: count,
    /** Comparisons of different people. */
    impostorCount: z.int().min(1),
    /** Comparisons of two different photographs of one person. */
    genuineCount: count,
    /** People of whom one of them has a score: not who has a single photograph, or one with a face. */
    genuinePeople: count,
    /** 2 where each pair of photographs was compared twice, once with either as the chip photo. */
    directions: z.literal([1, 2]),
    /** Lax to strict. */
    points: z.array(calibrationPoint).min(offeredFars.length),
    /** How the scores of genuine comparisons lay: what a station's own are held against. */
    genuineScores: scoreShares,
  })
  .superRefine(({ points }, context) => {
    for (const far of offeredFars) {
      if (!points.some((point) => point.far === Number(far)))
        context.addIssue({ code: 'custom', path: ['points'], message: `FAR ${far} is missing` });
    }
    points.slice(1).forEach((point, index) => {
      const laxer = points[index];
      if (laxer === undefined || point.far < laxer.far) return;
      context.addIssue({
        code: 'custom',
        path: ['points', index + 1],
        message: 'not lax to strict',
      });
    });
    points.slice(1).forEach((point, index) => {
      const laxer = points[index];
      const isOffered = offeredFars.some((far) => Number(far) === point.far);
      if (laxer === undefined || point.threshold > laxer.threshold) return;
      if (point.threshold === laxer.threshold && !isOffered) return;
      const message = 'a stricter FAR needs a higher threshold';
      context.addIssue({ code: 'custom', path: ['points', index + 1, 'threshold'], message });
    });
  });

/**
 * A calibration as it lies in `models/calibration/*.json`: what the cosine of an engine's embeddings
 * means, once what groups of people have in common was taken off. It is measured by
 * `witness calibrate`, never typed in, and holds no person: counts, thresholds, means of many people
 * and how they came about.
 */
export const calibrationSchema = z.strictObject({
  formatVersion: z.literal(2),
  /** Written down beside every comparison made with it. */
  id: calibrationId,
  /** `everyone`, or the name a site gave its own. */
  population: calibrationName,
  engine: z.strictObject({
    name: calibrationName,
    /** Version of the way from bytes to embedding: decoding, alignment, enlarging. */
    pipeline: z.string().min(1),
  }),
  /** Model id → SHA-256 of its file. */
  models: z
    .record(z.string(), sha256)
    .refine((models) => Object.keys(models).length > 0, 'no model is named'),
  /** What is taken off embeddings before they are compared; left out, nothing is. */
  centring: centringSchema.optional(),
  tables: z
    .array(calibrationTable)
    .min(1)
    .refine((tables) => new Set(tables.map(({ pair }) => pair)).size === tables.length, {
      message: 'a pair of image types has two tables',
    }),
  made: z.strictObject({
    productVersion: z.string().min(1),
    /** ISO 8601 day. */
    date: z.iso.date(),
    command: z.string().min(1),
    /** How the chip photos were made. */
    chipSimulation: z.string().min(1),
    seed: count,
    bootstrapReplicates: z.int().min(1),
  }),
});

export type Calibration = z.infer<typeof calibrationSchema>;
export type CalibrationTable = Calibration['tables'][number];
export type CalibrationPoint = CalibrationTable['points'][number];
