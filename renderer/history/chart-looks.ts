import type { Verdict } from './history-types.ts';

/** Colours of the verdicts in charts: the same as everywhere. */
export const verdictColours: Readonly<Record<Verdict, string>> = {
  pass: 'var(--pass)',
  review: 'var(--chart-2)',
  fail: 'var(--chart-3)',
};

/** How axes and their figures are drawn. */
export const axisLook = {
  stroke: 'var(--line-strong)',
  tick: { fill: 'var(--ink-soft)', fontSize: 12 },
  tickLine: false,
} as const;

/** Charts keep still: what changes while somebody reads is hard to read. */
export const isAnimated = false;

/** The box that tells what lies under the pointer. */
export const tooltipLook = {
  contentStyle: {
    border: '1px solid var(--line)',
    borderRadius: 8,
    background: 'var(--surface-raised)',
    color: 'var(--ink)',
  },
  cursor: { fill: 'var(--hover)' },
} as const;
