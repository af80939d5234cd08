import type { ErrorDocument } from '../errors/witness-error.ts';
import type { ChildFailure } from '../process/messages.ts';
import { PhotoError } from './photo-error.ts';

/** Names the end of the decoder's process in the words of this room. */
export const toPhotoError = (failure: ChildFailure): PhotoError => {
  switch (failure.kind) {
    case 'crashed':
      return new PhotoError('photo.decoder-crashed', { how: describeExit(failure) });
    case 'timed-out':
      return timedOut(failure.afterMs);
    case 'did-not-start':
      return new PhotoError('photo.decoder-not-started', { how: describeExit(failure) });
    case 'disposed':
      return new PhotoError('photo.decoder-closed');
  }
};

/** Gives an error that the decoder's process reported, such as a full disk, a type of this room. */
export const revivePhotoError = ({ data, message }: ErrorDocument): PhotoError => {
  const reason = data['reason'];
  return new PhotoError('photo.decoder-failed', {
    reason: typeof reason === 'string' ? reason : message,
  });
};

/** @param milliseconds - how long the decoder was waited for. */
export const timedOut = (milliseconds: number): PhotoError =>
  new PhotoError('photo.decoder-timed-out', { seconds: Math.round(milliseconds / 100) / 10 });

/** How a process ended: `SIGSEGV`, `exit code 3`, `exit code 0xC0000005` on Windows. */
export const describeExit = ({ code, signal }: Pick<ChildFailure, 'code' | 'signal'>): string => {
  if (signal !== null) return signal;
  if (code === null) return 'no exit code';
  return `exit code ${code > 0xffff ? `0x${code.toString(16).toUpperCase()}` : String(code)}`;
};
