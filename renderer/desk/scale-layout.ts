import type { DeskDecision } from './desk-types.ts';

/** A pass mark on the scale, and where its label has room. */
export interface ScaleMark {
  /** Of the whole verification, as it is chosen; one attempt has a share of it. */
  readonly far: number;
  /** What one attempt must reach, 0 to 100. */
  readonly threshold: number;
  /** Whether this attempt was judged by it. */
  readonly isApplied: boolean;
  /** Where its label stands, 0 to 100: beside its mark where neighbours push it away. */
  readonly label: number;
}

/** Room a label takes of the scale's 100. */
const labelRoom = 9;

/**
 * Lays out the pass marks of one attempt at every measured false-accept rate. Strict marks crowd together near the
 * top of the scale, so their labels are pushed apart, each staying as near to its mark as it can.
 */
export const layOutScale = ({
  scale,
  far: chosen,
}: {
  readonly scale: Readonly<DeskDecision['scale']>;
  readonly far: number;
}): readonly ScaleMark[] => {
  const sorted = [...scale].sort((a, b) => a.threshold - b.threshold);
  const labels = spread(
    sorted.map(({ threshold }) => threshold),
    labelRoom,
  );
  return sorted.map(({ far, threshold }, index) => ({
    far,
    threshold,
    isApplied: far === chosen,
    label: labels[index] ?? threshold,
  }));
};

/**
 * Moves rising places apart until none is nearer than `gap` to the next, within 0 to 100: places that
 * touch become a block around their mean, and blocks that touch become one.
 */
export const spread = (places: readonly number[], gap: number): readonly number[] => {
  const blocks: { readonly members: readonly number[]; readonly start: number }[] = [];
  for (const place of places) {
    let members: readonly number[] = [place];
    let start = startOf(members, gap);
    let last = blocks.at(-1);
    while (last !== undefined && last.start + last.members.length * gap > start) {
      blocks.pop();
      members = [...last.members, ...members];
      start = startOf(members, gap);
      last = blocks.at(-1);
    }
    blocks.push({ members, start });
  }
  return blocks.flatMap(({ members, start }) => members.map((_, index) => start + index * gap));
};

/** Where a block has to begin to lie around its members' mean without leaving the scale. */
const startOf = (members: readonly number[], gap: number): number => {
  const mean = members.reduce((sum, place) => sum + place, 0) / members.length;
  const length = (members.length - 1) * gap;
  return Math.max(0, Math.min(100 - length, mean - length / 2));
};
