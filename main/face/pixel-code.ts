import {
  f32x4,
  f64,
  i16x8,
  i32,
  i32x4,
  i64,
  i8x16,
  ifElse,
  repeat,
  v128,
  type Code,
} from './wasm-code.ts';
import { WasmFunction, type Local } from './wasm-module.ts';

/** Adds to a variable. */
const advance = (variable: Local, by: Code): Code => variable.set(i32.add(variable.get, by));

/** Counts down; ends with whether anything is left. */
const countDown = (counter: Local): Code => [
  ...counter.set(i32.sub(counter.get, i32.const(1))),
  ...counter.get,
];

/**
 * `halve(from, row, to, width, height)`: averages 2 × 2 RGB pixels from rows of `row` bytes to
 * `width × height` pixels, rounding halves up. Reads up to 15 bytes beyond the image, and writes up to 5.
 */
export const halveFunction = (): WasmFunction => {
  const code = new WasmFunction('halve');
  const from = code.parameter('i32');
  const row = code.parameter('i32');
  const to = code.parameter('i32');
  const width = code.parameter('i32');
  const height = code.parameter('i32');
  const at = code.variable('i32');
  const into = code.variable('i32');
  const pairs = code.variable('i32');
  // The bytes that are summed side by side: R R, G G, B B of two pixels, then of the next two.
  const neighbours = [0, 3, 1, 4, 2, 5, 6, 9, 7, 10, 8, 11];
  const sums = (address: Code): Code =>
    i16x8.extaddPairwiseI8x16U(v128.pick(v128.load(address), neighbours));
  const four = i16x8.add(sums(at.get), sums(i32.add(at.get, row.get)));
  const means = code.variable('v128');
  return code.body(
    repeat(
      [
        at.set(from.get),
        into.set(to.get),
        pairs.set(i32.shrU(i32.add(width.get, i32.const(1)), i32.const(1))),
        repeat(
          [
            means.set(i16x8.shrU(i16x8.add(four, i16x8.splat(i32.const(2))), i32.const(2))),
            v128.store64(into.get, i8x16.narrowI16x8U(means.get, means.get)),
            advance(at, i32.const(12)),
            advance(into, i32.const(6)),
          ],
          countDown(pairs),
        ),
        advance(from, i32.add(row.get, row.get)),
        advance(to, i32.mul(width.get, i32.const(3))),
      ],
      countDown(height),
    ),
  );
};

/** Coordinates are counted in 2⁻³² pixels. */
const one = 2 ** 32;

/**
 * `warp(from, row, lastX, lastY, to, width, height, a, b, tx, ty, outside)`: fills `width × height` RGB
 * pixels from places of an image, bilinear. The transform is that of `SimilarityTransform`; `lastX` and
 * `lastY` are the places of the last pixels; the outer half of an edge pixel repeats the edge, beyond
 * it is `outside` (R + 256 G + 65536 B). Reads up to a row and 8 bytes beyond the image, with no weight,
 * and writes one.
 */
export const warpFunction = (): WasmFunction => {
  const code = new WasmFunction('warp');
  const from = code.parameter('i32');
  const row = code.parameter('i32');
  const lastX = code.parameter('i32');
  const lastY = code.parameter('i32');
  const to = code.parameter('i32');
  const width = code.parameter('i32');
  const height = code.parameter('i32');
  const a = code.parameter('f64');
  const b = code.parameter('f64');
  const tx = code.parameter('f64');
  const ty = code.parameter('f64');
  const outside = code.parameter('i32');
  const [x, y, stepX, stepY, edgeX, edgeY, inX, inY] = Array.from({ length: 8 }, () =>
    code.variable('i64'),
  ) as [Local, Local, Local, Local, Local, Local, Local, Local];
  const left = code.variable('i32');
  const at = code.variable('i32');
  const fraction = code.variable('i32');
  const weightsX = code.variable('v128');
  const upper = code.variable('v128');

  const places = (value: Code): Code => i64.truncSatF64(f64.mul(value, f64.const(one)));
  const edge = (last: Local): Code => i64.shl(i64.extendI32(last.get), i64.const(32n));
  /** Whether a place lies between the outer halves of the edge pixels, exclusively. */
  const isWithin = (place: Local, last: Local): Code =>
    i64.ltU(
      i64.add(place.get, i64.const(2n ** 31n - 1n)),
      i64.add(last.get, i64.const(2n ** 32n - 1n)),
    );
  const clamp = (inside: Local, place: Local, last: Local): Code =>
    ifElse(
      i64.ltU(place.get, last.get),
      [inside.set(place.get)],
      [
        ifElse(
          i64.ltS(place.get, i64.const(0n)),
          [inside.set(i64.const(0n))],
          [inside.set(last.get)],
        ),
      ],
    );
  const whole = (place: Local): Code => i32.wrapI64(i64.shrS(place.get, i64.const(32n)));
  // R R G G B B of two neighbours, each widened to 16 bits, summed by their weights: 14 bits of fraction.
  const across = (address: Code): Code =>
    i32x4.dotI16x8S(
      v128.pick(v128.load64Zero(address), [0, -1, 3, -1, 1, -1, 4, -1, 2, -1, 5, -1]),
      weightsX.get,
    );
  const sample = (placeX: Local, placeY: Local): readonly Code[] => [
    at.set(
      i32.add(
        i32.add(from.get, i32.mul(whole(placeY), row.get)),
        i32.mul(whole(placeX), i32.const(3)),
      ),
    ),
    fraction.set(i32.and(i32.wrapI64(i64.shrS(placeX.get, i64.const(18n))), i32.const(0x3fff))),
    weightsX.set(i32x4.splat(i32.add(i32.mul(fraction.get, i32.const(65535)), i32.const(16384)))),
    upper.set(across(at.get)),
    v128.store32(
      to.get,
      v128.pick(
        f32x4.add(
          f32x4.add(
            f32x4.convertI32x4(upper.get),
            f32x4.mul(
              f32x4.convertI32x4(i32x4.sub(across(i32.add(at.get, row.get)), upper.get)),
              f32x4.mul(
                f32x4.convertI32x4(i32x4.splat(i32.shrU(i32.wrapI64(placeY.get), i32.const(1)))),
                f32x4.splat(2 ** -31),
              ),
            ),
          ),
          // A float of this size has 8 bits of fraction, and the rounded value in its second byte.
          f32x4.splat((2 ** 15 + 0.5) * 2 ** 14),
        ),
        [1, 5, 9],
      ),
    ),
  ];
  return code.body(
    stepX.set(places(a.get)),
    stepY.set(places(b.get)),
    edgeX.set(edge(lastX)),
    edgeY.set(edge(lastY)),
    repeat(
      [
        x.set(places(tx.get)),
        y.set(places(ty.get)),
        left.set(width.get),
        repeat(
          [
            ifElse(i32.and(i64.ltU(x.get, edgeX.get), i64.ltU(y.get, edgeY.get)), sample(x, y), [
              ifElse(
                i32.and(isWithin(x, edgeX), isWithin(y, edgeY)),
                [clamp(inX, x, edgeX), clamp(inY, y, edgeY), ...sample(inX, inY)],
                [v128.store32(to.get, i32x4.splat(outside.get))],
              ),
            ]),
            x.set(i64.add(x.get, stepX.get)),
            y.set(i64.add(y.get, stepY.get)),
            advance(to, i32.const(3)),
          ],
          countDown(left),
        ),
        tx.set(f64.sub(tx.get, b.get)),
        ty.set(f64.add(ty.get, a.get)),
      ],
      countDown(height),
    ),
  );
};
