import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { readSettings, usualSettingsFile } from './read-settings.ts';
import { SettingsError } from './settings-error.ts';
import type { Settings } from './settings.ts';

/** The settings of a running station: read once, changed on its screens. */
export interface SettingsStore {
  readonly current: Settings;
  /** Where they are kept; undefined for those that are not. */
  readonly file: string | undefined;
  /**
   * Replaces them.
   *
   * @throws SettingsError `settings.not-written`; the former ones then still hold.
   */
  change(next: Settings): Promise<void>;
}

/**
 * Opens the settings file; none yet means defaults, and the first change makes one.
 *
 * @param file - default: the operating system's place for it.
 * @throws SettingsError `settings.unreadable`, `settings.invalid`.
 */
export const openSettingsStore = async (file?: string): Promise<SettingsStore> => {
  const path = file ?? usualSettingsFile();
  let current = await readSettings(file);
  return {
    get current() {
      return current;
    },
    file: path,
    change: async (next) => {
      await writeSettings(path, next);
      current = next;
    },
  };
};

/** Settings that are forgotten when the program ends, for a demonstration. */
export const forgetfulSettings = (initial: Settings): SettingsStore => {
  let current = initial;
  return {
    get current() {
      return current;
    },
    file: undefined,
    change: (next) => {
      current = next;
      return Promise.resolve();
    },
  };
};

/** A crash or a full disk in the middle of it leaves the former file as it was. */
const writeSettings = async (file: string, settings: Settings): Promise<void> => {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFileAtomic(file, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 });
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? String(cause);
    throw new SettingsError('settings.not-written', { file, reason }, { cause });
  }
};
