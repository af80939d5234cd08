import { z } from 'zod';

/** SHA-256 as 64 lower-case hexadecimal digits. */
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 lower-case hexadecimal digits');
const positiveInteger = z.int().positive();
const fraction = z.number().min(0).max(1);
/** A path inside a folder: forward slashes, no way out of it. */
const relativePath = z
  .string()
  .regex(
    /^(?!\/)(?!.*(?:^|\/)\.\.(?:\/|$))[^\\:]+$/,
    'must be a relative path with forward slashes',
  );
const modelId = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'must be in lower case with hyphens');

/** A file whose content is known in advance. */
const pinnedFile = z.strictObject({ path: relativePath, bytes: positiveInteger, sha256 });

/** The weights come from an npm package and are converted during set-up. */
const packageSource = z.strictObject({
  kind: z.literal('tfjs-package'),
  package: z.string().min(1),
  version: z.string().min(1),
  /** The graph: `model.json` of a TensorFlow.js graph model. Path inside the package. */
  topology: pinnedFile,
  /** The weight shards, in the order of the topology's weights manifest. Paths inside the package. */
  weights: z.array(pinnedFile).min(1),
  conversion: z.strictObject({
    /** Graph node → name of the ONNX output. Nodes that lead to none of these are left out. */
    outputs: z.record(z.string(), z.string()),
    /** Faults of the published graph to be repaired, and at how many places each must be found. */
    repairs: z.array(
      z.strictObject({
        kind: z.enum(['negated-prelu-slopes', 'relu-before-prelu']),
        places: positiveInteger,
      }),
    ),
  }),
});

/** The ONNX file is put under `models/` by hand or by the release; set-up only checks it. */
const fileSource = z.strictObject({ kind: z.literal('file'), origin: z.string().min(1) });

const input = z.strictObject({
  /** Name of the ONNX input. */
  name: z.string().min(1),
  width: positiveInteger,
  height: positiveInteger,
  channels: z.literal(3),
  /** Order of the axes of the tensor; N is the number of crops. */
  layout: z.enum(['NHWC', 'NCHW']),
  colourOrder: z.enum(['RGB', 'BGR']),
  /** Type of the tensor's elements. */
  elementType: z.enum(['uint8', 'float32']),
  /** What the network works on: `pixel / divideBy + add`, with pixels 0 to 255. */
  valueRange: z.strictObject({
    divideBy: z.number().positive(),
    add: z.number(),
    /** `graph`: feed pixels 0 to 255, the ONNX graph does the arithmetic. `caller`: do it before feeding. */
    appliedBy: z.enum(['graph', 'caller']),
  }),
  /** Largest number of crops in one run; absent where any number will do. */
  maxBatch: positiveInteger.optional(),
});

const licence = z.strictObject({
  /** SPDX identifier under which the file is distributed. */
  spdx: z.string().min(1),
  /** Where the network and its weights come from, and what is not known about them. */
  provenance: z.string().min(1),
});

const common = {
  id: modelId,
  title: z.string().min(1),
  /** The ONNX file, relative to the models folder. */
  file: relativePath,
  bytes: positiveInteger,
  sha256,
  source: z.discriminatedUnion('kind', [packageSource, fileSource]),
  licence,
  input,
  /** ONNX output → what it holds. */
  outputs: z.record(z.string(), z.string()),
};

/** One grid of anchors of a BlazeFace detector: `size × size` cells of `stride` input pixels. */
const anchorGrid = z.strictObject({
  stride: positiveInteger,
  anchorsPerCell: positiveInteger,
  /** ONNX output `[N, anchors, 1]`: logit of the score. */
  scores: z.string(),
  /** ONNX output `[N, anchors, 4 + 2 × key points]`: offsets in input pixels from the cell's centre. */
  boxes: z.string(),
});

const blazeface = z.strictObject({
  family: z.literal('blazeface'),
  /** How the photograph is fitted into the input: scaled to fit, centred, the rest black. */
  fit: z.literal('letterbox'),
  grids: z.array(anchorGrid).min(1),
  /** Key points that follow each box, in the order of the output. */
  keyPoints: z.array(z.string()).min(2),
  /** Indices of the eyes among the key points, as seen in the image: left one first. */
  eyes: z.tuple([z.int().min(0), z.int().min(0)]),
  /** Least score of a face. */
  minScore: fraction,
  /**
   * Where no face is found, or only one below `sureScore`: once more on a canvas this many times as
   * wide and high, with this least score.
   */
  retry: z.strictObject({ padding: z.number().min(1), minScore: fraction, sureScore: fraction }),
  /** Boxes that overlap more than this (intersection over union) are one face, averaged by score. */
  overlap: fraction,
});

/** A point as the mean of landmarks. */
const meanOfLandmarks = z.array(z.int().min(0)).min(1);

const mesh = z.strictObject({
  family: z.literal('facemesh'),
  /** Side of the square crop, as a multiple of the longer side of the detector's box; it is turned by the eye line. */
  cropScale: z.number().positive(),
  /** ONNX output `[N, 3 × landmarks]`: x, y, z in pixels of the crop. */
  points: z.string(),
  landmarks: positiveInteger,
  /** ONNX output `[N, 1]`: how surely the crop holds a face, 0 to 1. */
  presence: z.string(),
  /** Least presence of a face: what lies below was no face, whatever the detector took it for. */
  minPresence: fraction,
  /** Which landmarks make the five points of the alignment, in the order of the template. */
  fivePoints: z.tuple([
    meanOfLandmarks,
    meanOfLandmarks,
    meanOfLandmarks,
    meanOfLandmarks,
    meanOfLandmarks,
  ]),
});

const landmark = z.int().min(0);
/** The corners of a region of the face: landmarks, in order round it. */
const polygon = z.array(landmark).min(3);

/**
 * Which landmarks the live look measures by. It stands beside `landmarks`, not in it: a calibration is
 * bound to how the embedding comes about, and no embedding depends on these.
 */
const look = z.strictObject({
  /** The outline of the face, in order round it. */
  silhouette: polygon,
  /** The axes of the head: between the sides (left to right as seen) and from top to bottom. */
  pose: z.strictObject({
    left: landmark,
    right: landmark,
    top: landmark,
    bottom: landmark,
    /** Pitch in degrees between these axes when a head looks straight ahead: it is taken off. */
    straightPitch: z.number(),
  }),
  /** Skin that a face mask leaves free. */
  bareSkin: polygon,
  /** What a face mask covers. */
  maskArea: polygon,
});

const point = z.tuple([z.number(), z.number()]);

const embedding = z.strictObject({
  family: z.literal('arcface'),
  /** ONNX output `[N, length]`. */
  vector: z.string(),
  length: positiveInteger,
  /** Whether the graph itself scales the vector to unit length. */
  unitLength: z.boolean(),
  /** Whether a face and its mirror image are embedded, and the two vectors averaged. */
  mirrored: z.boolean().default(false),
  alignment: z.strictObject({
    /** Where the five points belong, for a crop of `width × height`: eyes, nose tip, mouth corners, left to right. */
    template: z.tuple([point, point, point, point, point]),
    width: positiveInteger,
    height: positiveInteger,
    /** The template is shrunk about the centre of the crop by this factor: above 1 shows more around the face. */
    zoomOut: z.number().positive(),
  }),
});

const detectorModel = z.strictObject({
  ...common,
  role: z.literal('detector'),
  detector: z.discriminatedUnion('family', [blazeface]),
});
const landmarksModel = z.strictObject({
  ...common,
  role: z.literal('landmarks'),
  landmarks: z.discriminatedUnion('family', [mesh]),
  look,
});
const embeddingModel = z.strictObject({ ...common, role: z.literal('embedding'), embedding });

export const modelManifestSchema = z.strictObject({
  version: z.literal(1),
  /** The models the engine uses unless told otherwise. */
  pipeline: z.strictObject({ detector: modelId, landmarks: modelId, embedding: modelId }),
  models: z.array(z.discriminatedUnion('role', [detectorModel, landmarksModel, embeddingModel])),
});

export type ModelManifest = z.infer<typeof modelManifestSchema>;
export type Model = ModelManifest['models'][number];
export type ModelRole = Model['role'];
export type DetectorModel = z.infer<typeof detectorModel>;
export type LandmarksModel = z.infer<typeof landmarksModel>;
export type EmbeddingModel = z.infer<typeof embeddingModel>;
/** Which landmarks the live look measures by. */
export type LookLandmarks = z.infer<typeof look>;
export type ModelInput = z.infer<typeof input>;
export type PackageSource = z.infer<typeof packageSource>;
