import { access } from 'node:fs/promises';

const interval = 500;

/**
 * Watches whether the file of a device is still there.
 *
 * A device that is pulled out in the middle of a transfer can leave its port reading nothing, without
 * an error and at full load, until something is written; its file in `/dev` is gone at once. Ports
 * that are no files (Windows, mock ports) are not watched.
 *
 * @param onGone - called once, when the file is no longer there.
 * @returns the way to stop.
 */
export const watchDevice = async (path: string, onGone: () => void): Promise<() => void> => {
  if (!(await exists(path))) return () => undefined;
  const timer = setInterval(() => {
    void exists(path).then((there) => {
      if (there) return;
      clearInterval(timer);
      onGone();
    });
  }, interval);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
};

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
