import sharp, { type Sharp } from 'sharp';
import type { LookedFace } from '../../main/face/face-look.ts';
import type { Rgb } from '../../main/face/rgb-image.ts';
import type { Point } from '../../main/face/types.ts';

/** A photograph, its face and its size: what a bad frame is made from. */
export interface GoodFrame {
  readonly bytes: Uint8Array;
  readonly face: LookedFace;
  readonly width: number;
  readonly height: number;
}

/** Distance between the eyes on the aligned crop of 112 pixels. */
const eyesOnCrop = 33.5;

/** Pixels of the photograph in one of the aligned crop. */
const pixelsPerCropPixel = ({ landmarks: [right, left] }: LookedFace): number =>
  Math.hypot(left.x - right.x, left.y - right.y) / eyesOnCrop;

const upright = ({ bytes }: GoodFrame): Sharp => sharp(bytes).autoOrient().toColourspace('srgb');

/** @param sigma - in pixels of the aligned crop. */
const blurred =
  (sigma: number) =>
  (frame: GoodFrame): Sharp =>
    upright(frame).blur(Math.max(0.3, sigma * pixelsPerCropPixel(frame.face)));

/** @param mean - the mean luma the face is to have; 255 and more is white where it is brighter. */
const lit =
  (mean: number) =>
  (frame: GoodFrame): Sharp =>
    upright(frame).linear(mean / frame.face.brightness, 0);

/** @param share - height of the face's box as a share of the frame's. */
const farAway =
  (share: number) =>
  (frame: GoodFrame): Sharp => {
    const missing = Math.max(0, frame.face.box.height / share - frame.height);
    const [rows, columns] = [missing / 2, (missing * frame.width) / frame.height / 2].map(
      Math.ceil,
    );
    const edges = { top: rows ?? 0, bottom: rows ?? 0, left: columns ?? 0, right: columns ?? 0 };
    return upright(frame).extend({ ...edges, background: '#888' });
  };

/**
 * Somebody beside the guest: the same face, mirrored.
 *
 * @param share - of the guest's height.
 */
const accompanied =
  (share: number) =>
  async (frame: GoodFrame): Promise<Sharp> => {
    const { width, height } = frame;
    const right = Math.round(width * share);
    const other = await upright(frame).flop().resize(right).png().toBuffer();
    return sharp(
      await upright(frame).extend({ right, background: '#888' }).png().toBuffer(),
    ).composite([{ input: other, left: width, top: Math.round((height * (1 - share)) / 2) }]);
  };

/** A mask from the bridge of the nose to below the chin, darker towards one side. */
const masked =
  (colour: Rgb) =>
  ({ bytes, face, width, height }: GoodFrame): Sharp => {
    const [right, left, nose] = face.landmarks;
    const bridge = {
      x: (right.x + left.x + 2 * nose.x) / 4,
      y: (right.y + left.y + 2 * nose.y) / 4,
    };
    // From ear to ear below: the outline runs clockwise from the top of the forehead.
    const jaw = face.outline.slice(9, 28);
    const corners = [bridge, ...jaw].map(({ x, y }: Point) => `${x},${y}`).join(' ');
    const shade = (part: number): string =>
      `rgb(${colour.map((channel) => Math.round(channel * part)).join(',')})`;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
      <linearGradient id="g"><stop stop-color="${shade(1)}"/><stop offset="1" stop-color="${shade(0.75)}"/></linearGradient>
      <polygon points="${corners}" fill="url(#g)"/></svg>`;
    return sharp(bytes)
      .autoOrient()
      .toColourspace('srgb')
      .composite([{ input: Buffer.from(svg) }]);
  };

/** What can be wrong with a frame, made from one with which nothing is. */
export const degradations: Readonly<Record<string, (frame: GoodFrame) => Sharp | Promise<Sharp>>> =
  {
    'blur σ 2': blurred(2),
    'blur σ 3': blurred(3),
    'brightness 35': lit(35),
    'brightness 300': lit(300),
    'face 1/7': farAway(1 / 7),
    'two people': accompanied(1),
    'another behind': accompanied(0.75),
    'blue mask': masked([150, 190, 220]),
    'white mask': masked([235, 238, 240]),
    'black mask': masked([35, 35, 38]),
  };
