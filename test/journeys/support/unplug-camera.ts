import type { Browser } from 'playwright-core';

interface ProcessInfo {
  readonly type: string;
  readonly id: number;
}

/**
 * Takes the camera away while it is open, as pulling its plug does: the pages' tracks end. Ends the
 * process of this browser that feeds them; the next opening starts another.
 */
export const unplugCamera = async (browser: Browser): Promise<void> => {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const feeding = (processInfo as readonly ProcessInfo[]).find(({ type }) =>
    type.startsWith('video_capture.'),
  );
  if (feeding === undefined) throw new Error('No page has the camera open.');
  process.kill(feeding.id);
};
