import type { FrameCounters } from './frame-parser.ts';

/** What links have seen; shown on diagnostics pages. */
export interface LinkCounters extends FrameCounters {
  readonly commands: number;
  /** Commands that got no answer in time. */
  readonly timeouts: number;
  /** Commands whose answer arrived damaged, cut short, or did not fit. */
  readonly badReplies: number;
  /** Good frames that answered no command that was waiting. */
  readonly lateReplies: number;
  /** Times a link asked for the SAM id to get back into step. */
  readonly resynchronisations: number;
}

/** Nothing seen yet. */
export const noCounters: LinkCounters = {
  frames: 0,
  discardedBytes: 0,
  badChecksums: 0,
  badLengths: 0,
  abandoned: 0,
  commands: 0,
  timeouts: 0,
  badReplies: 0,
  lateReplies: 0,
  resynchronisations: 0,
};

/** The sums of two sets of counters. */
export const addCounters = (a: LinkCounters, b: LinkCounters): LinkCounters => ({
  frames: a.frames + b.frames,
  discardedBytes: a.discardedBytes + b.discardedBytes,
  badChecksums: a.badChecksums + b.badChecksums,
  badLengths: a.badLengths + b.badLengths,
  abandoned: a.abandoned + b.abandoned,
  commands: a.commands + b.commands,
  timeouts: a.timeouts + b.timeouts,
  badReplies: a.badReplies + b.badReplies,
  lateReplies: a.lateReplies + b.lateReplies,
  resynchronisations: a.resynchronisations + b.resynchronisations,
});
