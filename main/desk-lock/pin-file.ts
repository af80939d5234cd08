import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { DeskLockError } from './desk-lock-error.ts';
import { pinHashSchema, type PinHash } from './pin-hash.ts';

/** Where a station's PIN is kept: beside its settings, not in them, as settings are shown and copied. */
export const pinFileBeside = (settingsFile: string): string =>
  join(dirname(settingsFile), 'desk-pin.json');

/** Keeps one PIN. */
export interface PinStore {
  /** For errors. */
  readonly file: string;
  /** @throws DeskLockError `desk-lock.file-unusable`. */
  read(): Promise<PinHash | undefined>;
  /**
   * @param pin - undefined: there is none any more.
   * @throws DeskLockError `desk-lock.not-written`; the former one then still holds.
   */
  write(pin: PinHash | undefined): Promise<void>;
}

/** A PIN that is forgotten when the program ends, for a demonstration. */
export const forgetfulPin = (): PinStore => {
  let kept: PinHash | undefined;
  return {
    file: '–',
    read: () => Promise.resolve(kept),
    write: (pin) => {
      kept = pin;
      return Promise.resolve();
    },
  };
};

/** A PIN in a file that only this user can read. */
export const pinFile = (file: string): PinStore => ({
  file,
  read: async () => {
    try {
      return pinHashSchema.parse(JSON.parse(await readFile(file, 'utf8')));
    } catch (cause) {
      const reason = reasonOf(cause);
      if (reason === 'ENOENT') return undefined;
      throw new DeskLockError('desk-lock.file-unusable', { file, reason }, { cause });
    }
  },
  write: async (pin) => {
    try {
      if (pin === undefined) {
        await rm(file, { force: true });
        return;
      }
      await mkdir(dirname(file), { recursive: true });
      await writeFileAtomic(file, `${JSON.stringify(pin)}\n`, { mode: 0o600 });
    } catch (cause) {
      throw new DeskLockError(
        'desk-lock.not-written',
        { file, reason: reasonOf(cause) },
        { cause },
      );
    }
  },
});

const reasonOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string'
    ? cause.code
    : 'not valid';
