import { createRandom } from '../../../main/evaluate/random.ts';

/** A unit vector in the plane at so many degrees: the cosine of two is that of the angle between. */
export const at = (degrees: number): Float32Array => {
  const angle = (degrees * Math.PI) / 180;
  return Float32Array.of(Math.cos(angle), Math.sin(angle));
};

export const cosine = (degrees: number): number => Math.cos((degrees * Math.PI) / 180);

/** A unit vector of 24 numbers that leans towards its person's direction; the rest is its own. */
export const likeness = (person: number, photograph: number): Float32Array => {
  const own = noise(1000 * person + photograph + 1);
  const vector = noise(person + 500_000).map((value, i) => value + 0.5 * (own[i] ?? 0));
  const length = Math.hypot(...vector);
  return Float32Array.from(vector, (value) => value / length);
};

/** The same, of a person whose kind leans towards one axis as well. */
export const likenessOf = (person: number, photograph: number, axis: number): Float32Array => {
  const vector = likeness(person, photograph);
  vector[axis] = (vector[axis] ?? 0) + 1;
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
};

const noise = (seed: number): readonly number[] => {
  const random = createRandom(seed);
  return Array.from({ length: 24 }, () => random() + random() + random() - 1.5);
};
