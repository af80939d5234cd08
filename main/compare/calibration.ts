import { z } from 'zod';
import type { ImageType } from '../face/types.ts';
import { offeredFars } from './contract.ts';

/** The pairs of image types that may be compared; at least one of the two is a `FacePic`. */
const imagePairs = ['FacePic-FacePic', 'IDPic-FacePic'] as const;
export type ImagePair = (typeof imagePairs)[number];

/** The pair of two image types; which of them is source and which target makes no difference. */
export const imagePairOf = (a: ImageType, b: ImageType): ImagePair =>
  a === 'IDPic' || b === 'IDPic' ? 'IDPic-FacePic' : 'FacePic-FacePic';

/** The population used where none is chosen: the counters this product is made for are in China. */
export const defaultPopulation = 'east-asian';

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
    /** 2 where each pair of photographs was compared twice, once with either as the chip photo. */
    directions: z.literal([1, 2]),
    /** Lax to strict. */
    points: z.array(calibrationPoint).min(offeredFars.length),
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
 * A calibration as it lies in `models/calibration/*.json`: what the cosine of an engine means in one
 * population. It is measured by `witness calibrate`, never typed in, and holds no person: counts,
 * thresholds and how they came about.
 */
export const calibrationSchema = z.strictObject({
  formatVersion: z.literal(1),
  /** Written down beside every comparison made with it. */
  id: calibrationId,
  /** `east-asian`, `lfw-mix`, or the name a site gave its own. */
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
