import type { Random } from '../../../main/evaluate/random.ts';
import { dot, clusterMeans, meanOf } from './cluster-means.ts';
import { firstOfEach, type Method, type Training } from './method.ts';

/** The FAR at which the shifts are fitted. */
const fittedFar = 1e-3;
const sharpness = 10;
/** A cluster with fewer faces keeps its threshold. */
const leastFaces = 20;

/**
 * The threshold shifted by how near both faces are to a group: in effect a quantile regression of the
 * impostors' scores on group nearness. From the cosine of two faces x, y is taken Σ dⱼ·wⱼ(x)·wⱼ(y), where
 * w is the soft membership of group centring and dⱼ is such that among the faces of group j no larger
 * share of the scores passes than among all.
 *
 * @param clusters - of the others, found without labels; the named group is one more.
 */
export const nearnessShift = (name: string, clusters: number): Method => ({
  name,
  make: (training, random) => {
    const means = [
      ...clusterMeans(firstOfEach(training.others), clusters, random),
      meanOf(firstOfEach(training.group)),
    ];
    const membership = membershipOf(means);
    const faces = facesOf(training, membership);
    const usual = usualScores(faces, random);
    const shifts = means.map((_, group) => shiftOf(group, faces, usual));
    return (embedding) => {
      const near = membership(embedding);
      return {
        left: Float32Array.of(...embedding, ...near.map((value, j) => -value * (shifts[j] ?? 0))),
        right: Float32Array.of(...embedding, ...near),
      };
    };
  },
});

type Membership = (embedding: Float32Array) => readonly number[];

const membershipOf = (means: readonly Float64Array[]): Membership => {
  const scaled = means.map((mean) => {
    const length = Math.hypot(...mean);
    return mean.map((value) => (value * sharpness) / length);
  });
  return (embedding) => {
    const nearness = scaled.map((mean) => dot(mean, embedding));
    const largest = Math.max(...nearness);
    const weights = nearness.map((value) => Math.exp(value - largest));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return weights.map((weight) => weight / total);
  };
};

interface Face {
  readonly embedding: Float32Array;
  readonly person: number;
  readonly near: readonly number[];
  readonly isOfGroup: boolean;
}

/** One photograph of each of the others, all of the named group, which is small. */
const facesOf = (training: Training, membership: Membership): readonly Face[] => [
  ...firstOfEach(training.others).map((embedding, person) => ({
    embedding,
    person,
    near: membership(embedding),
    isOfGroup: false,
  })),
  ...training.group.flatMap(({ full }, index) =>
    full.map((embedding) => ({
      embedding,
      person: training.others.length + index,
      near: membership(embedding),
      isOfGroup: true,
    })),
  ),
];

/** Of the others so many pairs, at random, say what is usual. */
const usualPairs = 200_000;

const shiftOf = (group: number, faces: readonly Face[], usual: Float64Array): number => {
  const isNamed = group === (faces[0]?.near.length ?? 0) - 1;
  const own = faces.filter(
    ({ near, isOfGroup }) => near.indexOf(Math.max(...near)) === group || (isNamed && isOfGroup),
  );
  if (own.length < leastFaces) return 0;
  const pairs: { readonly score: number; readonly both: number }[] = [];
  own.forEach((a, index) => {
    for (const b of own.slice(0, index))
      if (a.person !== b.person)
        pairs.push({
          score: dot(a.embedding, b.embedding),
          both: (a.near[group] ?? 0) * (b.near[group] ?? 0),
        });
  });
  // Fewer than three scores say nothing about a quantile.
  const far = Math.max(fittedFar, 3 / pairs.length);
  const goal = usual[Math.floor(usual.length * far)] ?? 1;
  let [low, high] = [-0.3, 0.5];
  for (let step = 0; step < 25; step++) {
    const middle = (low + high) / 2;
    const passing = pairs.filter(({ score, both }) => score - middle * both >= goal).length;
    if (passing / pairs.length > far) low = middle;
    else high = middle;
  }
  return high;
};

/** Scores of impostors among the others, high to low. */
const usualScores = (faces: readonly Face[], random: Random): Float64Array => {
  const others = faces.filter(({ isOfGroup }) => !isOfGroup);
  const pick = (): Face | undefined => others[Math.floor(random() * others.length)];
  const scores: number[] = [];
  for (let pair = 0; pair < usualPairs; pair++) {
    const [a, b] = [pick(), pick()];
    if (a !== undefined && b !== undefined && a !== b) scores.push(dot(a.embedding, b.embedding));
  }
  return Float64Array.from(scores).sort().reverse();
};
