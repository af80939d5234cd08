/** Scores of comparisons of different people, with who they are: high to low. */
export interface RankedScores {
  readonly scores: Float32Array;
  /** The two people of each score. */
  readonly first: Uint32Array;
  readonly second: Uint32Array;
}

/**
 * Collects the highest of a stream of scores in bounded memory. When its buffer is full it drops
 * what cannot be among them.
 */
export class TopScores {
  readonly #keep: number;
  readonly #keepFrom: number;
  #scores: Float32Array;
  #first: Uint32Array;
  #second: Uint32Array;
  #length = 0;
  /** Scores up to this one have been dropped. */
  #dropped = -Infinity;

  /**
   * @param keep - how many scores are kept at least.
   * @param keepFrom - scores from here on are kept in any case, however many they are.
   */
  constructor(keep: number, keepFrom = Infinity) {
    this.#keep = keep;
    this.#keepFrom = keepFrom;
    const size = Math.max(2 * keep, 16);
    this.#scores = new Float32Array(size);
    this.#first = new Uint32Array(size);
    this.#second = new Uint32Array(size);
  }

  add(score: number, first: number, second: number): void {
    if (score <= this.#dropped) return;
    if (this.#length === this.#scores.length) this.#makeRoom();
    this.#scores[this.#length] = score;
    this.#first[this.#length] = first;
    this.#second[this.#length] = second;
    this.#length++;
  }

  /** The scores kept, sorted. Equal scores keep the order they came in. */
  ranked(): RankedScores {
    const scores = this.#scores.subarray(0, this.#length);
    const order = Uint32Array.from({ length: this.#length }, (_, index) => index);
    order.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
    return {
      scores: Float32Array.from(order, (index) => this.#scores[index] ?? 0),
      first: Uint32Array.from(order, (index) => this.#first[index] ?? 0),
      second: Uint32Array.from(order, (index) => this.#second[index] ?? 0),
    };
  }

  #makeRoom(): void {
    const ascending = this.#scores.slice(0, this.#length).sort();
    const lowestKept = Math.min(
      ascending[this.#length - this.#keep] ?? -Infinity,
      Math.fround(this.#keepFrom),
    );
    let kept = 0;
    for (let i = 0; i < this.#length; i++) {
      const score = this.#scores[i] ?? 0;
      if (score < lowestKept) {
        this.#dropped = Math.max(this.#dropped, score);
        continue;
      }
      this.#scores[kept] = score;
      this.#first[kept] = this.#first[i] ?? 0;
      this.#second[kept] = this.#second[i] ?? 0;
      kept++;
    }
    this.#length = kept;
    // Ties and `keepFrom` may leave little room: then the buffer grows instead of churning.
    if (kept > this.#scores.length * 0.75) this.#grow();
  }

  #grow(): void {
    const size = this.#scores.length * 2;
    const [scores, first, second] = [this.#scores, this.#first, this.#second];
    this.#scores = new Float32Array(size);
    this.#first = new Uint32Array(size);
    this.#second = new Uint32Array(size);
    this.#scores.set(scores);
    this.#first.set(first);
    this.#second.set(second);
  }
}
