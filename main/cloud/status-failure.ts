import type { CloudErrorCode } from './cloud-error.ts';

/** What an HTTP status of 400 or more means where the reply says nothing else. */
export const cloudCodeOfStatus = (status: number): CloudErrorCode => {
  if (status === 429) return 'cloud.throttled';
  return status >= 500 ? 'cloud.unavailable' : 'cloud.refused';
};
