import { createHash } from 'node:crypto';

/**
 * Length of the noise on the mean of n people, times n.
 *
 * Who subtracts the mean of n people from that of the same and one more, each times its count, is left
 * with that person's unit embedding and the noise of both means, √2 · 2.5 ≈ 3.5 long in a random
 * direction: a cosine with the person of 1 ÷ √(1 + 3.5²) = 0.27, give or take 1 ÷ √192 = 0.07, as chance
 * has it between strangers (docs/decisions/0022).
 */
export const noiseTimesPeople = 2.5;

/**
 * Gaussian noise for the mean of some people: {@link noiseTimesPeople} ÷ people long.
 *
 * It is drawn from a SHA-256 of their embeddings. So it is the same each time, whatever order they come
 * in, and unpredictable to who lacks the embedding of any one of them.
 */
export const noiseForMean = (people: readonly Float32Array[]): Float64Array => {
  const numbers = people[0]?.length ?? 0;
  const random = secretRandom(people);
  const noise = Float64Array.from({ length: numbers }, () => normal(random));
  const length = noiseTimesPeople / people.length / Math.hypot(...noise);
  return noise.map((value) => value * length);
};

/** Numbers, 0 < number ≤ 1, from a hash that is counted up. */
const secretRandom = (people: readonly Float32Array[]): (() => number) => {
  const seed = createHash('sha256');
  for (const embedding of people.map(bytesOf).sort((a, b) => Buffer.compare(a, b)))
    seed.update(embedding);
  const secret = seed.digest();
  let block = Buffer.alloc(0);
  let counter = 0;
  return () => {
    if (block.length < 6) {
      block = createHash('sha256').update(secret).update(String(counter)).digest();
      counter += 1;
    }
    const number = (block.readUIntBE(0, 6) + 1) / 2 ** 48;
    block = block.subarray(6);
    return number;
  };
};

/** The same bytes on every machine: little endian. */
const bytesOf = (embedding: Float32Array): Buffer => {
  const bytes = Buffer.alloc(embedding.length * 4);
  embedding.forEach((value, i) => bytes.writeFloatLE(value, i * 4));
  return bytes;
};

/** Box and Muller's way to a normal distribution. */
const normal = (random: () => number): number => {
  const radius = Math.sqrt(-2 * Math.log(random()));
  return radius * Math.cos(2 * Math.PI * random());
};
