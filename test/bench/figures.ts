/** Which way a figure gets worse; `neither` for those that are only told. */
export type Better = 'lower' | 'higher' | 'neither';

/** What a measurement wants to know, before it is measured. */
export interface Question {
  /** Letter of the measurement and a name: `a.ratio`. */
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly better: Better;
  /** What is aimed at, where something is. */
  readonly target?: { readonly most: number } | { readonly least: number };
}

/** A figure of one run. */
export interface Figure extends Question {
  readonly median: number;
  /** Median absolute deviation of the samples from their median: the noise of this run. */
  readonly noise: number;
  readonly samples: number;
}

/** The value half of the others lie below; the mean of the middle two where there are two; NaN of none. */
export const medianOf = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? NaN)) / 2;
};

/** A figure from its samples. One that is far off, as on a busy machine, moves neither number much. */
export const figureOf = (question: Question, values: readonly number[]): Figure => {
  const median = medianOf(values);
  const noise = medianOf(values.map((value) => Math.abs(value - median)));
  return { ...question, median, noise, samples: values.length };
};

/** Whether a figure is what is aimed at; undefined where nothing is. */
export const meetsTarget = ({ median, target }: Figure): boolean | undefined => {
  if (target === undefined) return undefined;
  return 'most' in target ? median <= target.most : median >= target.least;
};

/** Milliseconds that work takes. */
export const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
};
