import type { EmbeddingModel } from '../../models/manifest-schema.ts';
import { secondLargestShare } from './bystander.ts';
import { decodeImage } from './decode-image.ts';
import { cropFace } from './face-crop.ts';
import type { FaceLook, LookedFace } from './face-look.ts';
import { headPoseOf } from './head-pose.ts';
import type { ImageLimits } from './image-limits.ts';
import { uprightSizeOf } from './image-size.ts';
import { lightOf } from './light.ts';
import { locateLargestFace, type FaceFinder, type LocatedFace } from './locate-face.ts';
import { lumaPlane } from './luma.ts';
import { mouthCoverOf } from './mouth-cover.ts';
import { sharpnessOf } from './sharpness.ts';
import type { Point } from './types.ts';

/**
 * Pixels on the longer side of a frame that is looked at. A JPEG of twice the size is decoded at half
 * of it, in a third of the time; a face of a fifth of the height still fills the aligned crop.
 */
const lookSide = 640;

/** What a look needs: the networks that find faces, and the crop of the one that compares them. */
export interface LookNetworks {
  readonly finder: FaceFinder;
  readonly embeddingModel: EmbeddingModel;
}

/**
 * Looks at one camera frame: finds the largest face as a comparison would, and measures it. No
 * embedding is computed.
 *
 * @throws FaceError for bytes that are no photograph.
 */
export const lookAtFace = async (
  { finder, embeddingModel }: LookNetworks,
  bytes: Uint8Array,
  limits: ImageLimits,
): Promise<FaceLook> => {
  const begun = performance.now();
  const workingSide = Math.min(limits.workingSide, lookSide);
  const image = await decodeImage(bytes, { ...limits, workingSide });
  const isReduced = Math.max(image.width, image.height) === workingSide;
  const { width, height } = isReduced ? await uprightSizeOf(bytes) : image;
  const decode = performance.now() - begun;
  const search = await locateLargestFace(finder, image, 'FacePic');
  const measuring = performance.now();
  const face = search.face && {
    ...measuredFace(search.face, finder, embeddingModel),
    secondLargestShare: await secondLargestShare(finder, search),
  };
  return {
    width,
    height,
    faces: search.faceCount,
    ...(face && {
      face: enlarged(face, Math.max(width, height) / Math.max(image.width, image.height)),
    }),
    timings: {
      decode,
      detect: search.detectMs,
      landmarks: search.landmarksMs,
      measure: performance.now() - measuring,
    },
  };
};

/** The numbers of a face, in pixels of the image it was found on. */
const measuredFace = (
  face: LocatedFace,
  { landmarks: { model } }: FaceFinder,
  embeddingModel: EmbeddingModel,
): Omit<LookedFace, 'secondLargestShare'> => {
  const { detected, landmarks } = face;
  const { silhouette, pose, bareSkin, maskArea } = model.look;
  const { image, region } = cropFace(face, embeddingModel);
  const luma = lumaPlane(image.data);
  const within = region(silhouette);
  return {
    box: detected.box,
    score: detected.score,
    presence: landmarks.presence,
    outline: silhouette.map((index) => landmarks.mesh(index)),
    landmarks: landmarks.points,
    pose: headPoseOf(landmarks.mesh, pose),
    sharpness: sharpnessOf(luma, image.width, within),
    ...lightOf(luma, image.width, within),
    mouthCovered: mouthCoverOf(image.data, region(bareSkin), region(maskArea)),
  };
};

/** Takes a face's places from the reduced image to the photograph. */
const enlarged = (face: LookedFace, scale: number): LookedFace => {
  // Places count from the middle of the first pixel, which moves when pixels become smaller.
  const place = ({ x, y }: Point): Point => ({
    x: (x + 0.5) * scale - 0.5,
    y: (y + 0.5) * scale - 0.5,
  });
  const { box, outline, landmarks } = face;
  const [rightEye, leftEye, nose, leftMouth, rightMouth] = landmarks;
  return {
    ...face,
    box: { ...place(box), width: box.width * scale, height: box.height * scale },
    outline: outline.map(place),
    landmarks: [place(rightEye), place(leftEye), place(nose), place(leftMouth), place(rightMouth)],
  };
};
