const lowest = -2;
const highest = 2;
const bins = 400_000;
const width = (highest - lowest) / bins;

/**
 * Scores counted in steps of 0.00001, each with a weight: millions of comparisons in little memory, with no
 * sorting. Scores lie between −2 and 2.
 */
export class ScoreHistogram {
  readonly #weights = new Float64Array(bins);
  #total = 0;

  add(score: number, weight: number): void {
    const bin = binOf(score);
    this.#weights[bin] = (this.#weights[bin] ?? 0) + weight;
    this.#total += weight;
  }

  /** Adds the scores of another, each so much higher. */
  addShifted(other: ScoreHistogram, by: number): void {
    other.#weights.forEach((weight, bin) => {
      if (weight > 0) this.add(lowest + (bin + 0.5) * width + by, weight);
    });
  }

  /** The sum of all weights. */
  get total(): number {
    return this.#total;
  }

  /** Weight of the scores that reach a threshold, which counts as a step's lower end. */
  reaching(threshold: number): number {
    let sum = 0;
    for (let bin = bins - 1; bin >= binOf(threshold); bin--) sum += this.#weights[bin] ?? 0;
    return sum;
  }

  /** The least threshold that at most a share of the weight reaches. */
  thresholdAt(share: number): number {
    const allowed = this.#total * share * (1 + 1e-12);
    let sum = 0;
    for (let bin = bins - 1; bin >= 0; bin--) {
      sum += this.#weights[bin] ?? 0;
      if (sum > allowed) return lowest + (bin + 1.5) * width;
    }
    return lowest;
  }
}

const binOf = (score: number): number =>
  Math.max(0, Math.min(bins - 1, Math.floor((score - lowest) / width)));
