/** What a site has set for the checks at its counter. */
export interface CounterRules {
  /** The FAR of a whole verification, over all its attempts. */
  readonly far: number;
  /** Whether scores just below the threshold go to a person. */
  readonly review: boolean;
  /** Comparisons one card may have. The FAR is divided over them from the first one on. */
  readonly attempts: number;
  /** Seconds a decided result stays after the card was lifted. */
  readonly holdSeconds: number;
  /** SHA-256 of the notice as it is shown, first 16 hexadecimal digits. */
  readonly noticeHash: string;
}
