import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import envPaths from 'env-paths';
import { settingsSchema, type Settings } from './settings.ts';
import { SettingsError } from './settings-error.ts';

/** Where the settings lie unless told otherwise: the operating system's place for them. */
export const usualSettingsFile = (): string =>
  join(envPaths('witness', { suffix: '' }).config, 'settings.json');

/**
 * Reads the settings.
 *
 * @param file - a file that must exist. Left out, the usual one is read, and having none means
 *   defaults throughout.
 * @throws SettingsError `settings.unreadable`, `settings.invalid`.
 */
export const readSettings = async (file?: string): Promise<Settings> => {
  const path = file ?? usualSettingsFile();
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? String(cause);
    if (file === undefined && reason === 'ENOENT') return settingsSchema.parse({});
    throw new SettingsError('settings.unreadable', { file: path, reason }, { cause });
  }
  return parseSettings(text, path);
};

/**
 * Checks the text of a settings file.
 *
 * @param file - what to call it in an error.
 * @throws SettingsError `settings.invalid`, which names the entry.
 */
export const parseSettings = (text: string, file: string): Settings => {
  let json: unknown;
  try {
    // Editors of Windows put a byte order mark before the text.
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SettingsError('settings.invalid', { file, where: 'JSON', reason }, { cause });
  }
  const parsed = settingsSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new SettingsError('settings.invalid', {
    file,
    where: issue?.path.map(String).join('.') ?? '',
    reason: issue?.message ?? parsed.error.message,
  });
};
