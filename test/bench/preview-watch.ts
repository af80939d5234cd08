import type { Page } from 'playwright-core';

/** What a page's video showed for a while. */
export interface WatchedPreview {
  /** Milliseconds from each picture it showed to the next. */
  readonly gaps: readonly number[];
  /** Pictures of the camera that were put on the screen. */
  readonly presented: number;
  /** Pictures of the camera that came and were not shown. */
  readonly dropped: number;
  /** Milliseconds of each task that held the page's main thread for 50 ms or more. */
  readonly longTasks: readonly number[];
  readonly seconds: number;
}

/** Notes each picture as the compositor shows it, whatever the page's own thread is doing meanwhile. */
const watchVideo = (milliseconds: number): string => `new Promise((resolve) => {
  const video = document.querySelector('video');
  const shown = [];
  const longTasks = [];
  const tasks = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(duration);
  });
  tasks.observe({ entryTypes: ['longtask'] });
  const qualityBefore = video.getVideoPlaybackQuality();
  const begun = performance.now();
  let first;
  const onPicture = (now, { presentedFrames, presentationTime }) => {
    first ??= presentedFrames;
    shown.push({ at: presentationTime, frame: presentedFrames });
    if (performance.now() - begun < ${milliseconds}) {
      video.requestVideoFrameCallback(onPicture);
      return;
    }
    tasks.disconnect();
    const quality = video.getVideoPlaybackQuality();
    resolve({
      // A picture the page's thread was too busy to hear of was shown all the same.
      gaps: shown.slice(1).map(({ at, frame }, index) =>
        (at - shown[index].at) / (frame - shown[index].frame)),
      presented: presentedFrames - first,
      dropped: quality.droppedVideoFrames - qualityBefore.droppedVideoFrames,
      longTasks,
      seconds: (performance.now() - begun) / 1000,
    });
  };
  video.requestVideoFrameCallback(onPicture);
})`;

/** Watches the only video of a page. */
export const watchPreview = (page: Page, milliseconds: number): Promise<WatchedPreview> =>
  page.evaluate<WatchedPreview>(watchVideo(milliseconds));

/** What several watches came to, as a line. */
export const describePreview = (watches: readonly WatchedPreview[]): string => {
  const sum = (of: (watched: WatchedPreview) => number): number =>
    watches.reduce((total, watched) => total + of(watched), 0);
  const gaps = watches.flatMap((watched) => watched.gaps).toSorted((a, b) => a - b);
  const longTasks = watches.flatMap((watched) => watched.longTasks);
  const share = (of: number): string =>
    (gaps[Math.min(gaps.length - 1, Math.floor(gaps.length * of))] ?? NaN).toFixed(0);
  const seconds = sum((watched) => watched.seconds);
  return [
    `${(sum(({ presented }) => presented) / seconds).toFixed(1)} pictures/s`,
    `${sum(({ dropped }) => dropped)} of ${sum(({ presented }) => presented)} dropped`,
    `from one to the next ${share(0.5)} ms (median), ${share(0.99)} ms (99 of 100), ${share(1)} ms (longest)`,
    `${longTasks.length} tasks over 50 ms, the longest ${Math.max(0, ...longTasks).toFixed(0)} ms`,
  ].join('; ');
};
