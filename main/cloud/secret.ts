import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { CloudError } from './cloud-error.ts';

/** Variables by name, as `process.env` has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Reading and writing by group and others. */
const rightsOfOthers = 0o077;

/**
 * Reads a secret: from the environment variable `name`, else from the file that `<name>_FILE` names,
 * which only its owner may read (systemd's and Docker's credentials are such files). Blanks around it
 * are dropped: secrets out of files end in a newline.
 *
 * Windows has no such mode; there the rights are those of the folder the file lies in.
 *
 * @returns an empty text where there is none.
 * @throws {CloudError} `cloud.secret-unreadable`, `cloud.secret-unprotected`
 */
export const readSecret = (name: string, environment: Environment): string => {
  const given = environment[name]?.trim() ?? '';
  const variable = `${name}_FILE`;
  const file = environment[variable]?.trim() ?? '';
  return given !== '' || file === '' ? given : readProtected(file, variable).trim();
};

const readProtected = (file: string, variable: string): string => {
  let opened: number | undefined;
  try {
    // Looked at and read through one handle: nobody can put another file in between.
    opened = openSync(file, 'r');
    if (process.platform !== 'win32' && (fstatSync(opened).mode & rightsOfOthers) !== 0) {
      throw new CloudError('cloud.secret-unprotected', { variable });
    }
    return readFileSync(opened, 'utf8');
  } catch (cause) {
    if (cause instanceof CloudError) throw cause;
    const reason = (cause as NodeJS.ErrnoException).code ?? 'unknown';
    throw new CloudError('cloud.secret-unreadable', { variable, reason }, { cause });
  } finally {
    if (opened !== undefined) closeSync(opened);
  }
};

/**
 * Reads several secrets that only make sense together.
 *
 * @throws {CloudError} `cloud.no-credentials`, naming those that are missing; and as {@link readSecret}
 */
export const readSecrets = <Name extends string>(
  names: readonly Name[],
  environment: Environment,
): Readonly<Record<Name, string>> => {
  const entries = names.map((name) => [name, readSecret(name, environment)] as const);
  const missing = entries.filter(([, value]) => value === '').map(([name]) => name);
  if (missing.length > 0) throw new CloudError('cloud.no-credentials', { missing });
  return Object.fromEntries(entries) as Record<Name, string>;
};
